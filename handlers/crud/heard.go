package crud

import (
	"slices"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
)

// A page that shows one list, and shows what others show, is not woken by its events: the run that renders them for all writes
// to all of their connections itself. Waking each page, twice, cost more than the write.
//
// So that a page is written to by one at a time, whoever works for it has its turn: the page itself, or the run that it waits for.

// hear is called with each event by whoever publishes it. It takes what concerns the list and leaves the rest, and all that comes
// while the page itself has something to do, to the page.
func (v *view) hear(e realtime.Event) bool {
	return e.Topic == v.heard && v.renders.tell(v, e.ID)
}

// listensIn says what may be heard of this page's events, if anything.
func (v *view) listensIn() {
	if len(v.watchers) != 1 {
		return
	}
	if list, ok := v.watchers[0].(*listWatcher); ok {
		v.list, v.heard = list, list.watched().topic(v.who.Tenant)
		v.sub.Hear(v.hear)
	}
}

// tell lets the next run of all that show the same as the page tell it of a row too. False leaves that to the page.
func (s *shared) tell(v *view, row uuid.UUID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch r := v.awaits; {
	case r == nil:
		if !v.turn.TryLock() {
			return false
		}
		if !s.join(v, row) {
			v.turn.Unlock()
			return false
		}
	case !r.begun:
		r.name(row)
	case len(v.missed) <= manyAtOnce && !slices.Contains(v.missed, row):
		v.missed = append(v.missed, row)
	}
	return true
}

// join counts a page, whose turn it is, among those of the next run. One that people see differently, or that
// waits for its turn itself, does not join.
func (s *shared) join(v *view, rows ...uuid.UUID) bool {
	if !v.list.alike[v.who.Role] || v.busy() {
		return false
	}
	r := s.next(v.list.key(v.who), func() work { return v.list.apart(v.out.Context(), v.who, (*listWatcher).patches) })
	r.name(rows...)
	r.pages = append(r.pages, v)
	v.awaits = r
	return true
}

// tellAll gives the outcome of a run to its pages, and their turns back.
func (s *shared) tellAll(r *run) {
	web.Spread(r.pages, func(v *view) { v.take(r) })
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, v := range r.pages {
		missed := v.missed
		v.awaits, v.missed = nil, nil
		if len(missed) > 0 {
			if s.join(v, missed...) {
				continue
			}
			v.fallBehind()
		}
		v.turn.Unlock()
	}
}

// take brings the page to what a run found. After a failure, when the client has not read what it was told before, and when the page
// waits itself, perhaps to look at the login, the page sees to it.
func (v *view) take(r *run) {
	if r.err == nil {
		v.list.become(r.told)
	}
	if m := r.told.message; r.err != nil || m != nil && (v.busy() || !v.out.Offer(m.frame)) {
		v.fallBehind()
	}
}

// busy is whether the page itself has something to do, or is over.
func (v *view) busy() bool { return v.wanted.Load() || v.out.Doubted() }

// fallBehind has the page read everything anew.
func (v *view) fallBehind() {
	v.behind.Store(true)
	v.out.Wake()
}
