package crud_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/resource"
)

// looks counts what is read: rows that changed, and pages.
type looks struct {
	changes, pages atomic.Int64
	before         atomic.Pointer[func()] // a look at rows that changed
}

// hold makes the next look wait until release is called; held is closed when it has come so far.
func (l *looks) hold() (held chan struct{}, release func()) {
	held, gate := make(chan struct{}), make(chan struct{})
	wait := func() {
		l.before.Store(nil)
		close(held)
		<-gate
	}
	l.before.Store(&wait)
	return held, func() { close(gate) }
}

// alike are lists that everybody of a role sees alike.
func alike(looks *looks) crudtest.Subject {
	r := resources.Widgets()
	list := r.Store.List
	r.Store.List = func(ctx context.Context, d resource.DBTX, q resource.Query) ([]resource.Row, error) {
		if q.IDs != nil {
			looks.changes.Add(1)
			if before := looks.before.Load(); before != nil {
				(*before)()
			}
		} else {
			looks.pages.Add(1)
		}
		return list(ctx, d, q)
	}
	return crudtest.Subject{
		Resource: r,
		Mount:    func(e *crud.Engine, routes plugin.Routes) { crud.Mount(e, routes, r, crud.Overrides[any]{}) },
		Valid:    func(_ *crudtest.World, n int) url.Values { return url.Values{"name": {fmt.Sprintf("Widget %03d", n)}} },
	}
}

// However many pages show the same, a change is looked at once for each role, and whatever comes between reaches all of them:
// changes without a pause, questions whether a login stands, beats.
func TestPagesThatShowTheSameAreToldTogether(t *testing.T) {
	t.Parallel()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	var rows []string
	for i := range 8 {
		rows = append(rows, w.Owner.Make(i))
	}
	w.Follow()
	people := []*crudtest.Person{w.Owner, w.Member}
	var pages []*crudtest.Stream
	for i := range 40 {
		pages = append(pages, people[i%2].Listen(people[i%2].Get(http.StatusOK, "/widgets")))
	}
	set := func(row, name string) { w.Exec("update widgets set name = $2 where id = $1", row, name) }

	set(rows[0], "First")
	for _, p := range pages {
		p.Until(rows[0], "First")
	}
	if n := looks.changes.Swap(0); n > 6 { // two, unless the machine paused while the pages were told
		t.Errorf("one change was looked at %d times for %d pages of two roles", n, len(pages))
	}

	const times = 30
	var writers sync.WaitGroup
	for _, row := range rows {
		writers.Go(func() {
			for i := range times {
				set(row, fmt.Sprintf("Name %d of %s", i, row))
				time.Sleep(rand.N(20 * time.Millisecond))
				if rand.N(10) == 0 {
					_ = w.Bus.Publish(t.Context(), realtime.Event{Topic: web.PersonTopic(w.Member.ID), Kind: "session"}) // this bus cannot fail
				}
			}
		})
	}
	writers.Wait()
	set(rows[0], "The last word")
	for i, p := range pages {
		last := map[string]string{}
		for _, line := range p.Through(rows[0], "The last word") {
			for _, row := range rows {
				if strings.Contains(line, `id="row-widgets-`+row) {
					last[row] = line
				}
			}
		}
		for _, row := range rows[1:] {
			if want := fmt.Sprintf("Name %d of %s", times-1, row); !strings.Contains(last[row], want) {
				t.Errorf("page %d does not show %q; last it was told %q", i, want, last[row])
			}
		}
	}
	t.Logf("%d changes, %d looks, %d pages", times*len(rows)+1, looks.changes.Load(), len(pages))
}

// Whoever is logged out while pages are told together is told nothing more.
func TestWhoIsLoggedOutIsNotToldWithTheOthers(t *testing.T) {
	t.Parallel()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	row := w.Owner.Make(1)
	w.Follow()
	page, other := w.Member.Listen(w.Member.Get(http.StatusOK, "/widgets")), w.Join("member")
	stays := other.Listen(other.Get(http.StatusOK, "/widgets"))
	w.Exec("update widgets set name = 'For both' where id = $1", row)
	page.Until(row, "For both")
	stays.Until(row, "For both")
	w.LogOut(w.Member)
	w.Exec("update widgets set name = 'For one' where id = $1", row)
	stays.Until(row, "For one")
	for _, line := range page.Through("event: done") {
		if strings.Contains(line, "For one") {
			t.Errorf("who was logged out was told %q", line)
		}
	}
}

// Pages that open one after the other share the look whether they are still true, unless something happened in between: then each
// that shows what was before is told.
func TestPagesThatOpenShareTheirFirstLook(t *testing.T) {
	t.Parallel()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	row := w.Owner.Make(1)
	w.Follow()
	page := w.Owner.Get(http.StatusOK, "/widgets")
	var pages []*crudtest.Stream
	looks.pages.Store(0)
	for range 30 {
		pages = append(pages, w.Owner.Listen(page))
	}
	w.Exec("update widgets set name = 'Changed' where id = $1", row)
	for _, p := range pages {
		p.Until(row, "Changed")
	}
	if n := looks.pages.Load(); n > 10 { // two; each second that the machine takes costs one
		t.Errorf("%d looks at a page for %d of them", n, len(pages))
	}
	for range 3 {
		w.Owner.Listen(page).Until("#rows-widgets", "innerMorph", "Changed")
	}
}

// A page that is told of one row many times while a run is under way does not miss another row that changes then.
func TestManyChangesOfOneRowHideNoOther(t *testing.T) {
	t.Parallel()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	busy, other := w.Owner.Make(1), w.Owner.Make(2)
	page := w.Member.Listen(w.Member.Get(http.StatusOK, "/widgets"))
	w.Announce("updated", busy)
	page.Until(busy) // it listens by now
	held, release := looks.hold()
	w.Announce("updated", busy)
	<-held
	for range 25 {
		w.Announce("updated", busy)
	}
	w.Exec("update widgets set name = 'Not to be missed' where id = $1", other)
	w.Announce("updated", other)
	release()
	page.Until(other, "Not to be missed")
}

// Whoever is logged out while a run is under way is not told what it finds.
func TestWhoIsLoggedOutDuringARunIsNotTold(t *testing.T) {
	t.Parallel()
	loggedOutDuringARun(t, func(w *crudtest.World) {
		w.LogOut(w.Member)
		time.Sleep(200 * time.Millisecond) // the page has heard of it, and waits for the run
	})
}

// Nor is who is logged out while so much happens that the word of it is dropped.
func TestWhoIsLoggedOutUnheardIsNotTold(t *testing.T) {
	t.Parallel()
	loggedOutDuringARun(t, func(w *crudtest.World) {
		for range 100 {
			if err := w.Bus.Publish(t.Context(), realtime.Event{Topic: web.PersonTopic(w.Member.ID), Kind: "other"}); err != nil {
				t.Fatal(err)
			}
		}
		w.LogOut(w.Member)
	})
}

// loggedOutDuringARun has a member logged out, by the function, while a run looks at a row that the page shows.
func loggedOutDuringARun(t *testing.T, logOut func(*crudtest.World)) {
	t.Helper()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	row := w.Owner.Make(1)
	page := w.Member.Listen(w.Member.Get(http.StatusOK, "/widgets"))
	w.Announce("updated", row)
	page.Until(row)
	held, release := looks.hold()
	w.Announce("updated", row)
	<-held
	logOut(w)
	w.Exec("update widgets set name = 'After the login' where id = $1", row)
	release()
	for _, line := range page.Through("event: done") {
		if strings.Contains(line, "After the login") {
			t.Error("who was logged out was told what was written afterwards")
		}
	}
}

// A page at which nothing happens gets beats, so that no proxy cuts it, and is told of what happens afterwards.
func TestAPageThatRestsGetsBeats(t *testing.T) {
	t.Parallel()
	var looks looks
	w := crudtest.New(t, alike(&looks))
	row := w.Owner.Make(1)
	list := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/widgets"))
	page := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/widgets/"+row))
	time.Sleep(web.Heartbeat / 2) // of the patience with which lines are waited for
	for _, s := range []*crudtest.Stream{list, page} {
		s.Until("event: beat")
	}
	w.Exec("update widgets set name = 'After a rest' where id = $1", row)
	w.Announce("updated", row)
	for _, s := range []*crudtest.Stream{list, page} {
		s.Until(row, "After a rest")
	}
}

// A page that has gone is given up even while its list changes without a pause.
func TestAPageThatHasGoneIsGivenUp(t *testing.T) {
	t.Parallel()
	var looks looks
	pause := func() { time.Sleep(30 * time.Millisecond) } // so that each run misses something
	looks.before.Store(&pause)
	w := crudtest.New(t, alike(&looks))
	row := w.Owner.Make(1)
	page := w.Member.Listen(w.Member.Get(http.StatusOK, "/widgets"))
	w.Announce("updated", row)
	page.Until(row)
	time.Sleep(100 * time.Millisecond) // it rests: from now on runs write to it
	stop, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		for {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				w.Announce("updated", row)
			}
		}
	}()
	for range 5 {
		page.Until(row)
	}
	page.Leave()
	time.Sleep(500 * time.Millisecond)
	before := looks.changes.Load()
	time.Sleep(500 * time.Millisecond)
	if n := looks.changes.Load() - before; n > 0 {
		t.Errorf("the list was looked at %d times for a page that has gone", n)
	}
	close(stop)
	<-over
}
