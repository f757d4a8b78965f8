package web

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/labstack/echo/v4"
)

// sleeper is a page that rests; each work is what the test says.
type sleeper struct {
	out    *Stream
	work   func() error
	inside atomic.Int32 // of Work, where one at most may be
	works  atomic.Int64
	turn   sync.Mutex
	closed chan struct{}
}

func sleeps(out *Stream, work func() error) *sleeper {
	return &sleeper{out: out, work: work, closed: make(chan struct{})}
}

func (p *sleeper) Work() error {
	if p.inside.Add(1) != 1 {
		return errors.New("two work for one page")
	}
	defer p.inside.Add(-1)
	p.turn.Lock()
	defer p.turn.Unlock()
	p.works.Add(1)
	return p.work()
}

func (p *sleeper) Turn() *sync.Mutex { return &p.turn }

func (p *sleeper) Close() {
	p.turn.Lock()
	close(p.closed)
}

// counted is where a stream writes; only beats come here.
type counted struct {
	connection
	beats atomic.Int64
}

func (c *counted) Write(frame []byte) (int, error) {
	c.beats.Add(int64(strings.Count(string(frame), "event: beat")))
	return len(frame), nil
}

func (*counted) SetWriteDeadline(time.Time) error { return nil }

// serves is a handler whose page does this each time.
func (w *world) serves(t *testing.T, pages chan<- *sleeper, work func(*sleeper) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		return w.ServeWoken(c, func(out *Stream) Woken {
			var p *sleeper
			p = sleeps(out, func() error { return work(p) })
			pages <- p
			return p
		}, func() { w.over <- c.Request().Method })
	}
}

// Whoever wakes a page is followed by a work of it, however many do so, and no two work at once.
func TestWokenMissesNothing(t *testing.T) {
	t.Parallel()
	var asked, seen atomic.Int64
	w, pages := newWorld(t, false), make(chan *sleeper, 1)
	w.woken = w.serves(t, pages, func(p *sleeper) error {
		n := asked.Load()
		time.Sleep(time.Microsecond)
		seen.Store(n)
		return nil
	})
	res := w.open(t, "/woken")
	p := <-pages
	var wakers sync.WaitGroup
	for range 8 {
		wakers.Go(func() {
			for i := range 5000 {
				asked.Add(1)
				p.out.Wake()
				if i%50 == 0 {
					time.Sleep(rand.N(50 * time.Microsecond))
				}
			}
		})
	}
	wakers.Wait()
	for end := time.Now().Add(10 * time.Second); seen.Load() != asked.Load(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d of %d were seen", seen.Load(), asked.Load())
		}
	}
	t.Logf("%d works", p.works.Load())
	if err := res.Body.Close(); err != nil {
		t.Fatal(err)
	}
	w.isOver(t, p)
}

// isOver waits until a page has ended, and nothing works for it any more.
func (w *world) isOver(t *testing.T, p *sleeper) {
	t.Helper()
	for _, c := range []<-chan struct{}{p.closed, p.out.Done()} {
		select {
		case <-c:
		case <-time.After(Heartbeat / 2):
			t.Fatal("the page is not over")
		}
	}
	<-w.over
	before := p.works.Load()
	p.out.Wake()
	time.Sleep(20 * time.Millisecond)
	if p.works.Load() != before {
		t.Error("a page that is over works")
	}
}

// A page ends by its error, by a panic, when all was said, and at once where there is nothing but a head; each time what it holds is given back.
func TestTheEndOfAWoken(t *testing.T) {
	t.Parallel()
	for name, work := range map[string]func(*sleeper) error{
		"error": func(*sleeper) error { return errors.New("nobody is at home") },
		"panic": func(*sleeper) error { panic("nobody is at home") },
		"done":  func(p *sleeper) error { return p.out.Finish() },
	} {
		w, pages := newWorld(t, false), make(chan *sleeper, 1)
		w.woken = w.serves(t, pages, work)
		res := w.open(t, "/woken")
		text, err := io.ReadAll(res.Body)
		if err != nil || !strings.HasPrefix(string(text), opening) || strings.Contains(string(text), "event: done") != (name == "done") {
			t.Errorf("%s: %q, %v", name, text, err)
		}
		w.isOver(t, <-pages)
		if logged := w.log.String(); strings.Contains(logged, "nobody is at home") == (name == "done") {
			t.Errorf("%s: the log says %q", name, logged)
		}
	}
	w, pages := newWorld(t, false), make(chan *sleeper, 1)
	w.woken = w.serves(t, pages, func(*sleeper) error { t.Error("it works for a head"); return nil })
	if got := w.do(t, http.MethodHead, "/woken", ""); got.StatusCode != http.StatusOK {
		t.Errorf("HEAD: %d", got.StatusCode)
	}
	w.isOver(t, <-pages)
}

// Shutting the site down ends pages that rest, and waits for them.
func TestCloseEndsWoken(t *testing.T) {
	t.Parallel()
	w, pages := newWorld(t, false), make(chan *sleeper, 1)
	w.woken = w.serves(t, pages, func(*sleeper) error { return nil })
	w.open(t, "/woken")
	p := <-pages
	w.Close()
	select {
	case <-p.closed:
	default:
		t.Error("the site is closed while a page is open")
	}
	w.isOver(t, p)
}

// A beat that comes while somebody else writes to the page is written afterwards.
func TestABeatWaitsForItsTurn(t *testing.T) {
	t.Parallel()
	w, pages := newWorld(t, false), make(chan *sleeper, 1)
	w.woken = w.serves(t, pages, func(*sleeper) error { return nil })
	res := w.open(t, "/woken")
	p := <-pages
	p.turn.Lock()
	p.out.beat(time.Now())
	p.turn.Unlock()
	lines := bufio.NewScanner(res.Body)
	for lines.Scan() {
		if lines.Text() == "event: beat" {
			return
		}
	}
	t.Error("there is no beat")
}

// Every page gets a beat each Heartbeat until it has lived long enough; when there is no page nobody looks.
func TestBeats(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var b beats
		var all []*sleeper
		var written []*counted
		for i := range 40 {
			ctx, cancel := context.WithCancel(t.Context())
			w := &counted{}
			out := &Stream{ctx: ctx, end: cancel, stop: func() bool { return true }, w: w}
			p := sleeps(out, func() error {
				if out.Owes() {
					return out.SendRest()
				}
				return nil
			})
			life := 10 * Heartbeat
			if i < 20 {
				life = Heartbeat * 3 / 2
			}
			out.begin(&b, life, func(*Stream) Woken { return p }, nil, func(error) {})
			all, written = append(all, p), append(written, w)
			time.Sleep(500 * time.Millisecond)
		}
		time.Sleep(9*Heartbeat + Heartbeat/2 - 20*time.Second)
		synctest.Wait()
		for i, p := range all {
			want := int64(9)
			if i < 20 {
				want = 1
			} else if i >= 30 { // came later
				want = 8
			}
			if n := written[i].beats.Load(); n != want && n != want-1 || (p.out.ctx.Err() != nil) != (i < 20) {
				t.Errorf("page %d: %d beats, want about %d; %v", i, n, want, p.out.ctx.Err())
			}
			p.out.end()
			p.out.Wake()
		}
		synctest.Wait()
		time.Sleep(2 * time.Second) // else the goroutine that looks would still be there, at which synctest fails
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.count != 0 || b.ticking {
			t.Errorf("%d pages are left, ticking: %v", b.count, b.ticking)
		}
	})
}
