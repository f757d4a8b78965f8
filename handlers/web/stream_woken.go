package web

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"
)

// Woken is a page that does nothing while nothing happens: no goroutine waits for it then, so that it costs little more than its
// connection. Whoever has something for it wakes its stream.
type Woken interface {
	// Work does what is due: at first, and again after each Wake of the stream. It is called by one goroutine at a time; an
	// error ends the stream.
	Work() error
	// Beat writes a beat, or leaves that to Work. It must not wait.
	Beat()
	// Close is called at the end, after the last Work. Beat may still be called.
	Close()
}

// The states of a stream that serves a Woken.
const (
	working    int32 = iota // as at first, so that nobody wakes it before its page is there
	wokenAgain              // while it works
	resting
	over
)

// waking is what a stream needs that serves a Woken.
type waking struct {
	state  atomic.Int32
	old    atomic.Bool // it has lived long enough
	page   Woken
	until  time.Time
	second int    // of its beats
	beats  *beats // that it is among
	done   []func()
	ended  func(error) // gets what went wrong, at the very end
}

// ServeWoken is ServeStream for a page that rests. It does the page's first work before it returns.
func (s *Site) ServeWoken(c echo.Context, page func(*Stream) Woken, done ...func()) error {
	if out := s.takeStream(c, true); out != nil {
		route, id := c.Path(), c.Get(requestIDKey)
		out.begin(&s.beats, Lifetime(), page, done, func(err error) {
			if err != nil {
				s.logFailure(classify(err), route, id)
			}
			s.taken.Done()
		})
		return nil
	}
	out, err := s.openStream(c, true)
	if err != nil {
		for _, f := range done {
			f()
		}
		return err
	}
	context.AfterFunc(out.ctx, out.Wake) // nobody reads from the client
	ended := make(chan error, 1)
	out.begin(&s.beats, Lifetime(), page, done, func(err error) { ended <- err })
	return <-ended
}

func (s *Stream) begin(b *beats, life time.Duration, page func(*Stream) Woken, done []func(), ended func(error)) {
	s.until, s.beats, s.done, s.ended = time.Now().Add(life), b, done, ended
	s.page = page(s)
	b.enter(s)
	s.work()
}

// finish gives back what the stream holds.
func (s *Stream) finish(err error) {
	s.beats.leave(s)
	s.page.Close()
	s.state.Store(over)
	err = s.fault(err)
	s.Close()
	for _, f := range s.done {
		f()
	}
	s.ended(err)
}

// Wake has the page of ServeWoken work once more.
func (s *Stream) Wake() {
	for {
		switch s.state.Load() {
		case resting:
			if s.state.CompareAndSwap(resting, working) {
				go s.work()
				return
			}
		case working:
			if s.state.CompareAndSwap(working, wokenAgain) {
				return
			}
		default:
			return
		}
	}
}

// work goes on until nobody has woken the page meanwhile, or it is over.
func (s *Stream) work() {
	for {
		var err error
		if s.ctx.Err() == nil && !s.old.Load() {
			err = guarded(s.page.Work)
		}
		if err != nil || s.ctx.Err() != nil || s.old.Load() {
			s.finish(err)
			return
		}
		if s.state.CompareAndSwap(working, resting) {
			return
		}
		s.state.Store(working)
	}
}

// beat is called every Heartbeat.
func (s *Stream) beat(now time.Time) {
	if now.After(s.until) {
		s.old.Store(true)
		s.Wake()
		return
	}
	s.page.Beat()
}
