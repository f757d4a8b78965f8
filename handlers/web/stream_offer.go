package web

import "time"

// mostUnread is how many bytes of offered frames a client may leave unread until it is cut; it resumes by connecting again.
const mostUnread = 256 << 10

// offered is a connection that takes what it can at once.
type offered interface {
	WriteNow(frame []byte) (int, error)
}

// Offer writes a frame of Frame as far as the connection takes it without waiting. What is left goes before all that is written
// later, at the latest by SendRest, for which Unsent receives.
func (s *Stream) Offer(frame []byte) {
	if s.ctx.Err() != nil {
		return
	}
	n := 0
	if now, ok := s.w.(offered); ok && len(s.rest) == 0 {
		if !s.deadline.IsZero() { // it may have passed, and what does not wait needs none
			s.deadline = time.Time{}
			if s.w.SetWriteDeadline(s.deadline) != nil {
				s.end()
				return
			}
		}
		var err error
		if n, err = now.WriteNow(frame); err != nil {
			s.end()
			return
		}
	}
	if n == len(frame) {
		return
	}
	if s.rest = append(s.rest, frame[n:]...); len(s.rest) > mostUnread {
		s.end()
		return
	}
	select {
	case s.unsent <- struct{}{}:
	default: // it has been told
	}
}

// Unsent receives when an offered frame was not taken as a whole.
func (s *Stream) Unsent() <-chan struct{} { return s.unsent }

// SendRest writes what is left of offered frames.
func (s *Stream) SendRest() error { return s.write(nil) }
