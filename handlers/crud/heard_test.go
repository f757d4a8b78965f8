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

// alike is lists that everybody of a role sees alike; looks counts the runs that look at what changed.
func alike(looks *atomic.Int64) crudtest.Subject {
	r := resources.Widgets()
	list := r.Store.List
	r.Store.List = func(ctx context.Context, d resource.DBTX, q resource.Query) ([]resource.Row, error) {
		if q.IDs != nil {
			looks.Add(1)
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
	var looks atomic.Int64
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
	if n := looks.Swap(0); n > 6 { // two, unless the machine paused while the pages were told
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
	t.Logf("%d changes, %d looks, %d pages", times*len(rows)+1, looks.Load(), len(pages))
}

// Whoever is logged out while pages are told together is told nothing more.
func TestWhoIsLoggedOutIsNotToldWithTheOthers(t *testing.T) {
	t.Parallel()
	var looks atomic.Int64
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
