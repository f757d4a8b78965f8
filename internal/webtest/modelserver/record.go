package modelserver

import (
	"context"
	"fmt"
	"slices"
)

// Next queues behaviors: each of the following requests takes one, before anything else decides.
func (s *Server) Next(b ...Behavior) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue = append(s.queue, b...)
}

// Requests lists the completions asked for so far, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// InFlight counts the completions being answered now.
func (s *Server) InFlight() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inFlight
}

// Cancelled counts the completions whose client went away before the end.
func (s *Server) Cancelled() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cancelled
}

// Await blocks until cond holds, looking again whenever a count of this server changes; ctx bounds the wait.
func (s *Server) Await(ctx context.Context, cond func(*Server) bool) error {
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if cond(s) {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("modelserver: %d requests, %d in flight, %d cancelled: %w",
				len(s.Requests()), s.InFlight(), s.Cancelled(), ctx.Err())
		}
	}
}

func (s *Server) began(r *Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.seq = len(s.requests)
	s.requests = append(s.requests, *r)
	s.inFlight++
	s.signal()
}

func (s *Server) ended(cancelled bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inFlight--
	if cancelled {
		s.cancelled++
	}
	s.signal()
}

func (s *Server) signal() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// choose picks the behavior of a request: the queue, then Behave, then the model's name, then the message's words.
func (s *Server) choose(r Request) Behavior {
	s.mu.Lock()
	if len(s.queue) > 0 {
		b := s.queue[0]
		s.queue = s.queue[1:]
		s.mu.Unlock()
		return b
	}
	s.mu.Unlock()
	if s.Behave != nil {
		if b, ok := s.Behave(r); ok {
			return b
		}
	}
	switch r.Model {
	case "echo":
		return Behavior{Echo: true}
	case "marker":
		return Behavior{Marker: true}
	}
	if b, ok := ParseBehavior(r.LastUser()); ok {
		return b
	}
	return s.Default
}

// fails reports whether a request with an error status is among the first b.Times of its kind.
func (s *Server) fails(b Behavior, r Request) bool {
	if b.Status == 0 || b.Times == 0 {
		return b.Status != 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failed[r.LastUser()]++
	return s.failed[r.LastUser()] <= b.Times
}
