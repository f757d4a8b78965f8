package realtime

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/google/uuid"
)

// Memory is the bus of a single process.
type Memory struct {
	mu     sync.RWMutex
	topics map[string][]*Subscription
	texts  map[uuid.UUID]*text
}

// NewMemory makes an empty bus.
func NewMemory() *Memory {
	return &Memory{topics: map[string][]*Subscription{}, texts: map[uuid.UUID]*text{}}
}

// Publish wakes the subscribers of the event's topic.
func (m *Memory) Publish(_ context.Context, e Event) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, s := range m.topics[e.Topic] {
		s.push(e)
	}
	return nil
}

// Subscribe listens to topics from now on.
func (m *Memory) Subscribe(topics ...string) *Subscription {
	s := newSubscription(func(s *Subscription) { m.unsubscribe(s, topics) })
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, topic := range topics {
		m.topics[topic] = append(m.topics[topic], s)
	}
	return s
}

func (m *Memory) unsubscribe(s *Subscription, topics []string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, topic := range topics {
		left := slices.DeleteFunc(slices.Clone(m.topics[topic]), func(o *Subscription) bool { return o == s })
		if len(left) == 0 {
			delete(m.topics, topic)
			continue
		}
		m.topics[topic] = left
	}
}

// Write opens the text of a generation.
func (m *Memory) Write(_ context.Context, generation uuid.UUID, kept string) (Writer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.texts[generation]; ok {
		return nil, fmt.Errorf("realtime: generation %s is being written already", generation)
	}
	t := &text{content: []byte(kept)}
	m.texts[generation] = t
	return &memoryWriter{bus: m, id: generation, text: t}, nil
}

// Follow reads the text of a generation from the offset on.
func (m *Memory) Follow(_ context.Context, generation uuid.UUID, offset int) (*Follower, bool) {
	m.mu.RLock()
	t, ok := m.texts[generation]
	m.mu.RUnlock()
	if !ok {
		return nil, false
	}
	return t.follow(offset), true
}

type memoryWriter struct {
	bus  *Memory
	id   uuid.UUID
	text *text
}

func (w *memoryWriter) Append(delta string) error {
	w.text.append(delta)
	return nil
}

func (w *memoryWriter) Close() {
	w.bus.mu.Lock()
	delete(w.bus.texts, w.id)
	w.bus.mu.Unlock()
	w.text.end()
}
