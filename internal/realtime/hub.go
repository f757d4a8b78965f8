package realtime

import (
	"context"
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"
)

// Hub is the topics of this process.
type Hub struct {
	mu     sync.RWMutex
	topics map[string][]*Subscription
	counts [1024]atomic.Uint64 // of what was published, by a hash of the topic
}

// NewHub makes a hub without subscribers.
func NewHub() *Hub { return &Hub{topics: map[string][]*Subscription{}} }

// Count goes up, in this process, before an event of the topic reaches anybody; sometimes for one of another topic too. Who
// subscribes, and finds the count that there was before something was read, need not read it again.
func (h *Hub) Count(topic string) uint64 { return h.count(topic).Load() }

func (h *Hub) count(topic string) *atomic.Uint64 {
	return &h.counts[maphash.String(seed, topic)%uint64(len(h.counts))]
}

var seed = maphash.MakeSeed()

// Publish wakes the subscribers of the event's topic in this process.
func (h *Hub) Publish(_ context.Context, e Event) error {
	h.count(e.Topic).Add(1)
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, s := range h.topics[e.Topic] {
		s.push(e)
	}
	return nil
}

// LoseAll tells every subscriber to read everything anew: nobody knows what was missed.
func (h *Hub) LoseAll() {
	for i := range h.counts {
		h.counts[i].Add(1)
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, subscriptions := range h.topics {
		for _, s := range subscriptions {
			s.lose()
		}
	}
}

// Subscribe listens to topics from now on; one that is named twice is heard once.
func (h *Hub) Subscribe(topics ...string) *Subscription {
	topics = slices.Clone(topics)
	slices.Sort(topics)
	topics = slices.Compact(topics)
	s := &Subscription{hub: h, topics: topics}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, topic := range topics {
		h.topics[topic] = append(h.topics[topic], s)
	}
	return s
}

func (h *Hub) unsubscribe(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, topic := range s.topics {
		left := slices.DeleteFunc(h.topics[topic], func(o *Subscription) bool { return o == s })
		if len(left) == 0 {
			delete(h.topics, topic)
			continue
		}
		h.topics[topic] = left
	}
}
