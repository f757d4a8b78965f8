package realtime

import (
	"slices"
	"sync"
)

// queueLength bounds the events that wait for one subscriber. Beyond it they are dropped and the
// subscriber is told to read everything anew, which is always right.
const queueLength = 64

// Subscription is one listener's queue of events.
type Subscription struct {
	wake   chan struct{}
	cancel func(*Subscription)

	mu    sync.Mutex
	ear   func(Event) bool
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

// Waits reports whether an event of the kind waits to be taken, or may be among those that were dropped.
func (s *Subscription) Waits(kind string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lost || slices.ContainsFunc(s.queue, func(e Event) bool { return e.Kind == kind })
}

// Hear lets ear have each event first, unless others wait in the queue already: what it takes, by returning true, is neither
// queued nor woken for. It is called by whoever publishes, one event at a time, and may neither wait nor use the subscription.
func (s *Subscription) Hear(ear func(Event) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ear = ear
}

// Close stops listening.
func (s *Subscription) Close() { s.cancel(s) }

func (s *Subscription) push(e Event) {
	if s.keep(e) {
		signal(s.wake)
	}
}

// keep queues an event that the ear does not take.
func (s *Subscription) keep(e Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.ear != nil && len(s.queue) == 0 && !s.lost && s.ear(e):
		return false
	case len(s.queue) < queueLength:
		s.queue = append(s.queue, e)
	default:
		s.lost = true
	}
	return true
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
