package web

import (
	"context"
	"sync"
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
	// Turn is held by whoever writes to the stream at the moment, Work among them.
	Turn() *sync.Mutex
	// Close is called at the end, after the last Work. It keeps the turn.
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
	late   atomic.Bool // a beat could not be offered
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
		if err == nil && s.late.Swap(false) {
			err = s.writeBeat()
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
	if turn := s.page.Turn(); turn.TryLock() {
		defer turn.Unlock()
		if s.state.Load() == resting { // else it has perhaps said its last word
			s.Offer(beat)
			return
		}
	}
	s.late.Store(true)
	s.Wake()
}

// beat keeps a quiet connection open, and lets the page look at what it does not hear of.
var beat = []byte("event: beat\ndata: \n\n")

func (s *Stream) writeBeat() error {
	turn := s.page.Turn()
	turn.Lock()
	defer turn.Unlock()
	return s.write(beat)
}
