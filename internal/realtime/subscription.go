package realtime

import "sync"

// queueLength bounds the events that wait for one subscriber. Beyond it they are dropped and the
// subscriber is told to read everything anew, which is always right.
const queueLength = 64

// Subscription is one listener's queue of events.
type Subscription struct {
	wake   chan struct{}
	cancel func(*Subscription)

	mu    sync.Mutex
	queue []Event
	lost  bool
}

func newSubscription(cancel func(*Subscription)) *Subscription {
	return &Subscription{wake: make(chan struct{}, 1), cancel: cancel}
}

// Wake receives when Take has something.
func (s *Subscription) Wake() <-chan struct{} { return s.wake }

// Take returns the events since the last call. When lost is true some were dropped: read everything anew.
func (s *Subscription) Take() (events []Event, lost bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	events, lost = s.queue, s.lost
	s.queue, s.lost = nil, false
	return events, lost
}

// Close stops listening.
func (s *Subscription) Close() { s.cancel(s) }

func (s *Subscription) push(e Event) {
	s.mu.Lock()
	if len(s.queue) < queueLength {
		s.queue = append(s.queue, e)
	} else {
		s.lost = true
	}
	s.mu.Unlock()
	signal(s.wake)
}

// lose tells the subscriber to read everything anew.
func (s *Subscription) lose() {
	s.mu.Lock()
	s.lost = true
	s.mu.Unlock()
	signal(s.wake)
}

// signal leaves a mark in a channel of capacity one: many marks are one.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
