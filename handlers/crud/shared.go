package crud

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// sharedPatience bounds a run that several pages wait for; it belongs to none of their connections.
const sharedPatience = 10 * time.Second

// told is what an open list gets, and what it shows afterwards.
type told struct {
	html  string
	shown []uuid.UUID
	news  int
}

// shared lets the pages that need the same wait for one run. A page takes the outcome of a run only when the run began
// after the page asked, so that it cannot miss what it was woken for: of a hundred pages woken at once the first runs, and
// the others wait for the one run that follows it.
type shared struct {
	mu    sync.Mutex
	lines map[string]*line
}

type line struct{ next *run } // while another run is under way

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
	if l == nil {
		s.lines[key] = &line{}
		s.mu.Unlock()
		r := &run{work: work, done: make(chan struct{})}
		s.run(key, r)
		return r.told, r.err
	}
	if l.next == nil {
		l.next = &run{work: work, done: make(chan struct{})}
	}
	r := l.next
	s.mu.Unlock()
	<-r.done
	return r.told, r.err
}

// run runs r, then sees to the one that has gathered behind it.
func (s *shared) run(key string, r *run) {
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("crud: panic: %v", p)
		}
		close(r.done)
		s.mu.Lock()
		defer s.mu.Unlock()
		l := s.lines[key]
		if l.next == nil {
			delete(s.lines, key)
			return
		}
		go s.run(key, l.next)
		l.next = nil
	}()
	r.told, r.err = r.work()
}

// share runs work for this list and all open ones that show the same to people of the same rights. A resource whose rows
// or buttons differ from person to person is not shared.
func (w *listWatcher) share(ctx context.Context, p *session.Principal, about string, work func(*listWatcher, context.Context) ([]templ.Component, error)) ([]templ.Component, error) {
	if !w.alike(p) {
		return work(w, ctx)
	}
	key := fmt.Sprint(p.Tenant, p.Role, w.here(w.state), w.shown, w.news, about)
	copied := *w
	copied.shown = slices.Clone(w.shown)
	got, err := w.renders.do(key, func() (told, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), sharedPatience)
		defer cancel()
		patches, err := work(&copied, ctx)
		var b strings.Builder
		for _, patch := range patches {
			if err == nil {
				err = patch.Render(ctx, &b)
			}
		}
		return told{html: b.String(), shown: copied.shown, news: copied.news}, err
	})
	if err != nil {
		return nil, err
	}
	w.shown, w.news = slices.Clone(got.shown), got.news
	if got.html == "" {
		return nil, nil
	}
	return one(templ.Raw(got.html)), nil
}

// alike reports whether everybody of the person's role sees the same rows with the same buttons.
func (t *table) alike(p *session.Principal) bool {
	if t.o.Slots.RowMenu != nil {
		return false
	}
	for _, rule := range []resource.Rule{t.Allow.Read, t.Allow.Create, t.Allow.Update, t.Allow.Delete} {
		if rule.Somebody(p.Role) != rule.Everybody(p.Role) {
			return false
		}
	}
	return !t.Narrowed() // by columns
}

// changed patches the rows that the events name.
func (w *listWatcher) changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error) {
	w.table = w.as(p)
	ids := named(events)
	return w.share(ctx, p, fmt.Sprint(ids), func(w *listWatcher, ctx context.Context) ([]templ.Component, error) {
		return w.patches(ctx, p, ids)
	})
}
