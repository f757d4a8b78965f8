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
	"stoa/internal/session"
)

// sharedPatience bounds a run that several pages wait for; it belongs to none of their connections.
const sharedPatience = 10 * time.Second

// told is what an open list gets, and what it shows afterwards.
type told struct {
	message *message
	shown   []uuid.UUID // never changed
	news    int
	same    string // the key of that
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

// shared lets the pages that need the same share one run. A page takes the outcome of a run only when the run began after
// the page asked, so that it cannot miss what it was woken for: those that ask while one is under way wait for the next.
type shared struct {
	mu     sync.Mutex
	lines  map[string]*line
	recent map[string]*look // of first looks, which may be used again
}

// look is what a run found that began when so much had been published.
type look struct {
	told  told
	count uint64
}

// again is how long a look may be used again, when nothing has happened since.
const again = time.Second

// line is where the pages of one key wait, from the first that asks until nobody waits any more.
type line struct{ next *run }

// work is what a run does about the rows that its pages named.
type work func(rows []uuid.UUID) (told, error)

type run struct {
	work  work
	rows  []uuid.UUID   // each once; more than manyAtOnce stand for all
	done  chan struct{} // what callers of do wait for
	pages []*view       // whose turn it has, see view.hear
	begun bool
	told  told
	err   error
}

func newShared() *shared { return &shared{lines: map[string]*line{}, recent: map[string]*look{}} }

// first is do for the first look of a page, which listens already. The outcome of a run that another page asked for may be used
// again as long as count is what it was before that run: what has happened since, the page will hear of.
func (s *shared) first(key string, count func() uint64, does work) (told, error) {
	s.mu.Lock()
	l := s.recent[key]
	s.mu.Unlock()
	if l != nil && l.count == count() {
		return l.told, nil
	}
	return s.do(key, nil, func(rows []uuid.UUID) (told, error) {
		before := count()
		t, err := does(rows)
		if err == nil {
			s.remember(key, &look{t, before})
		}
		return t, err
	})
}

func (s *shared) remember(key string, l *look) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recent[key] = l
	time.AfterFunc(again, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.recent[key] == l {
			delete(s.recent, key)
		}
	})
}

// do returns the outcome of what a caller does, which another caller with the same key may have run. The outcome belongs to all of them.
func (s *shared) do(key string, rows []uuid.UUID, does work) (told, error) {
	s.mu.Lock()
	r := s.next(key, func() work { return does })
	r.name(rows...)
	s.mu.Unlock()
	<-r.done
	return r.told, r.err
}

// next is the run that those who ask now wait for, under the lock.
func (s *shared) next(key string, start func() work) *run {
	l := s.lines[key]
	if l == nil {
		l = &line{}
		s.lines[key] = l
		go s.serve(key, l)
	}
	if l.next == nil {
		l.next = &run{work: start(), done: make(chan struct{})}
	}
	return l.next
}

// name adds rows that the run is to look at.
func (r *run) name(rows ...uuid.UUID) {
	for _, row := range rows {
		if len(r.rows) <= manyAtOnce && !slices.Contains(r.rows, row) {
			r.rows = append(r.rows, row)
		}
	}
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
		r.begun = true
		s.mu.Unlock()
		r.run()
		s.tellAll(r)
	}
}

func (r *run) run() {
	defer close(r.done)
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("crud: panic: %v", p)
		}
	}()
	r.told, r.err = r.work(r.rows)
}

// share does something for this list and all open ones that show the same to people of the same rights. A resource whose rows
// or buttons differ from person to person is not shared.
func (w *listWatcher) share(ctx context.Context, p *session.Principal, about string, rows []uuid.UUID, does patchWork) ([]templ.Component, error) {
	if !w.alike[p.Role] {
		w.shown = slices.Clone(w.shown)
		return does(w, ctx, p, rows)
	}
	return w.came(w.renders.do(w.key(p)+about, rows, w.apart(ctx, p, does)))
}

// shareFirst is share for the first look of a page.
func (w *listWatcher) shareFirst(ctx context.Context, p *session.Principal) ([]templ.Component, error) {
	if !w.alike[p.Role] {
		return w.first(ctx, p, nil)
	}
	topic := w.watched().topic(p.Tenant)
	return w.came(w.renders.first(w.key(p)+" first "+w.seen, func() uint64 { return w.Bus.Count(topic) }, w.apart(ctx, p, (*listWatcher).first)))
}

// came is what a page is told by the outcome of a run.
func (w *listWatcher) came(got told, err error) ([]templ.Component, error) {
	if err != nil {
		return nil, err
	}
	w.become(got)
	if got.message == nil {
		return nil, nil
	}
	return one(got.message), nil
}

// patchWork is what a list does about rows.
type patchWork func(w *listWatcher, ctx context.Context, p *session.Principal, rows []uuid.UUID) ([]templ.Component, error)

// apart does something for a list as it is now, without touching it, whatever becomes of its page.
func (w *listWatcher) apart(ctx context.Context, p *session.Principal, does patchWork) work {
	of := *w
	return func(rows []uuid.UUID) (told, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), sharedPatience)
		defer cancel()
		own := of
		own.shown = slices.Clone(of.shown)
		patches, err := does(&own, ctx, p, rows)
		var b bytes.Buffer
		for _, patch := range patches {
			if err == nil {
				err = patch.Render(ctx, &b)
			}
		}
		own.same = ""
		t := told{shown: own.shown, news: own.news, same: own.key(p)}
		if b.Len() > 0 {
			t.message = &message{b.Bytes(), web.Frame(patched, b.Bytes())}
		}
		return t, err
	}
}

// become takes over what the list shows after it was told.
func (w *listWatcher) become(t told) { w.shown, w.news, w.same = t.shown, t.news, t.same }

// key is the same for all who show the same and have the same rights.
func (w *listWatcher) key(p *session.Principal) string {
	if w.same != "" {
		return w.same
	}
	b := make([]byte, 0, len(w.place)+16*len(w.shown)+64)
	b = append(b, p.Tenant[:]...)
	b = append(append(b, p.Role...), 0)
	b = append(append(b, w.place...), 0)
	b = binary.BigEndian.AppendUint64(b, uint64(w.news))
	for _, id := range w.shown {
		b = append(b, id[:]...)
	}
	w.same = string(b)
	return w.same
}
