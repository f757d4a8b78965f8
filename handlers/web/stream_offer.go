package web

import (
	"runtime"
	"sync"
	"time"
)

// Offer writes a frame of Frame as far as the connection takes it without waiting. What is left goes before all that is written
// later, at the latest by SendRest, for which Unsent receives or the stream is woken; until then nothing more is taken, nor while
// the login is doubted: that is what false says.
func (s *Stream) Offer(frame []byte) bool {
	if len(s.rest) > 0 || s.login.Doubted() {
		return false
	}
	n := 0
	if s.now.raw != nil {
		var err error
		if !s.deadline.IsZero() { // it may have passed, and what does not wait needs none
			s.deadline = time.Time{}
			err = s.w.SetWriteDeadline(s.deadline)
		}
		if err == nil {
			n, err = s.now.write(frame)
		}
		if err != nil {
			s.end()
			return false
		}
	}
	if n < len(frame) {
		s.rest = frame[n:]
		if s.unsent == nil {
			s.Wake()
			return true
		}
		select {
		case s.unsent <- struct{}{}:
		default: // it has been told
		}
	}
	return true
}

// Unsent receives when an offered frame was not taken as a whole.
func (s *Stream) Unsent() <-chan struct{} { return s.unsent }

// Owes is whether something is left of offered frames.
func (s *Stream) Owes() bool { return len(s.rest) > 0 }

// SendRest writes what is left of offered frames.
func (s *Stream) SendRest() error { return s.write(nil) }

// leastShare is how many pages are worth a goroutine that writes to them.
const leastShare = 32

// Spread calls write for each page, on all processors when there are many.
func Spread[P any](pages []P, write func(P)) {
	var writers sync.WaitGroup
	processors := runtime.GOMAXPROCS(0)
	share := max(leastShare, (len(pages)+processors-1)/processors)
	for len(pages) > share {
		some := pages[:share]
		pages = pages[share:]
		writers.Go(func() { each(some, write) })
	}
	each(pages, write)
	writers.Wait()
}

func each[P any](pages []P, write func(P)) {
	for _, p := range pages {
		write(p)
	}
}
