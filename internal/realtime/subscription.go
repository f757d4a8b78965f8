package realtime

import (
	"slices"
	"sync"
)

// queueLength bounds the events that wait for one subscriber. Beyond it they are dropped and the
// subscriber is told to read everything anew, which is always right.
const queueLength = 64

// Waker is who is woken when there is something to be taken.
type Waker interface{ Wake() }

// Subscription is one listener's queue of events.
type Subscription struct {
	hub    *Hub
	topics []string

	mu    sync.Mutex
	wake  chan struct{} // made when somebody waits at it
	waker Waker         // in its place
	ear   func(Event) bool
	queue []Event
	lost  bool
}

// Wake receives when Take has something.
func (s *Subscription) Wake() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wake == nil {
		s.wake = make(chan struct{}, 1)
		if s.lost || len(s.queue) > 0 {
			s.wake <- struct{}{}
		}
	}
	return s.wake
}

// Wakes has w woken when Take has something, in place of Wake.
func (s *Subscription) Wakes(w Waker) {
	s.mu.Lock()
	s.waker = w
	waits := s.lost || len(s.queue) > 0
	s.mu.Unlock()
	if waits {
		w.Wake()
	}
}

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
func (s *Subscription) Close() { s.hub.unsubscribe(s) }

// push queues an event that the ear does not take.
func (s *Subscription) push(e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.ear != nil && len(s.queue) == 0 && !s.lost && s.ear(e):
		return
	case len(s.queue) < queueLength:
		s.queue = append(s.queue, e)
	default:
		s.lost = true
	}
	s.signal()
}

// lose tells the subscriber to read everything anew.
func (s *Subscription) lose() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lost = true
	s.signal()
}

// signal says that there is something, under the lock. Nobody waits for that without having asked for the channel or to be woken.
func (s *Subscription) signal() {
	switch {
	case s.waker != nil:
		s.waker.Wake()
	case s.wake != nil:
		signal(s.wake)
	}
}

// signal leaves a mark in a channel of capacity one: many marks are one.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
