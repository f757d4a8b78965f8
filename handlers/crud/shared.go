package crud

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
	"stoa/internal/session"
)

// sharedPatience bounds a run that several pages wait for; it belongs to none of their connections.
const sharedPatience = 10 * time.Second

// told is what an open list gets, and what it shows afterwards.
type told struct {
	message *message
	shown   []uuid.UUID // never changed
	news    int
}

// message is rendered once, and goes to any number of pages.
type message struct {
	html  []byte
	frame []byte // html as a message of an event stream
}

// Render implements templ.Component.
func (m *message) Render(_ context.Context, out io.Writer) error {
	_, err := out.Write(m.html)
	return err
}

// gather is how long the first of several pages waits for the others; an event reaches all of them within that time.
const gather = 2 * time.Millisecond

// shared lets the pages that need the same wait for one run. A page takes the outcome of a run only when the run began
// after the page asked, so that it cannot miss what it was woken for: those that ask while one is under way wait for the next.
type shared struct {
	mu    sync.Mutex
	lines map[string]*line
}

// line is where the pages of one key wait, from the first that asks until nobody waits any more.
type line struct{ next *run }

type run struct {
	work func() (told, error)
	done chan struct{}
	told told
	err  error
}

func newShared() *shared { return &shared{lines: map[string]*line{}} }

// do returns the outcome of work, which another caller with the same key may have run. The outcome belongs to all of them.
func (s *shared) do(key string, work func() (told, error)) (told, error) {
	s.mu.Lock()
	l := s.lines[key]
	first := l == nil
	if first {
		l = &line{}
		s.lines[key] = l
	}
	if l.next == nil {
		l.next = &run{work: work, done: make(chan struct{})}
	}
	r := l.next
	s.mu.Unlock()
	if first {
		go s.serve(key, l)
	}
	<-r.done
	return r.told, r.err
}

// serve runs what is waited for until nobody waits.
func (s *shared) serve(key string, l *line) {
	time.Sleep(gather)
	for {
		s.mu.Lock()
		r := l.next
		l.next = nil
		if r == nil {
			delete(s.lines, key)
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		r.run()
	}
}

func (r *run) run() {
	defer close(r.done)
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("crud: panic: %v", p)
		}
	}()
	r.told, r.err = r.work()
}

// share runs work for this list and all open ones that show the same to people of the same rights. A resource whose rows
// or buttons differ from person to person is not shared.
func (w *listWatcher) share(ctx context.Context, p *session.Principal, about string, work func(*listWatcher, context.Context) ([]templ.Component, error)) ([]templ.Component, error) {
	if !w.alike[p.Role] {
		w.shown = slices.Clone(w.shown)
		return work(w, ctx)
	}
	got, err := w.renders.do(w.key(p, about), func() (told, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), sharedPatience)
		defer cancel()
		own := *w
		own.shown = slices.Clone(w.shown)
		patches, err := work(&own, ctx)
		var b bytes.Buffer
		for _, patch := range patches {
			if err == nil {
				err = patch.Render(ctx, &b)
			}
		}
		t := told{shown: own.shown, news: own.news}
		if b.Len() > 0 {
			t.message = &message{b.Bytes(), web.Frame(patched, b.Bytes())}
		}
		return t, err
	})
	if err != nil {
		return nil, err
	}
	w.shown, w.news = got.shown, got.news
	if got.message == nil {
		return nil, nil
	}
	return one(got.message), nil
}

// key is the same for all who show the same and are to be told the same.
func (w *listWatcher) key(p *session.Principal, about string) string {
	b := make([]byte, 0, len(w.place)+len(about)+16*len(w.shown)+64)
	b = append(b, p.Tenant[:]...)
	b = append(append(b, p.Role...), 0)
	b = append(append(b, w.place...), 0)
	b = binary.BigEndian.AppendUint64(b, uint64(w.news))
	b = append(append(b, about...), 0)
	for _, id := range w.shown {
		b = append(b, id[:]...)
	}
	return string(b)
}

// changed patches the rows that the events name.
func (w *listWatcher) changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error) {
	w.table = w.as(p)
	ids := named(events)
	var about []byte
	for _, id := range ids {
		about = append(about, id[:]...)
	}
	return w.share(ctx, p, string(about), func(w *listWatcher, ctx context.Context) ([]templ.Component, error) {
		return w.patches(ctx, p, ids)
	})
}
