package session

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"
)

// bell counts how often a connection is woken.
type bell struct{ atomic.Int64 }

func (b *bell) Wake() { b.Add(1) }

// A thousand open connections are looked at with one question, and only those are told whose login changed.
func TestWatch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := newMemory()
		s := NewStore(m, false)
		tenant := uuid.New()
		var all []*Watch
		for i := range 1000 {
			key := fmt.Sprint("key ", i/2) // two tabs each
			m.rows[key] = &Record{Principal: Principal{Tenant: tenant, Role: "admin"}, LastSeen: time.Now(), ExpiresAt: time.Now().Add(time.Hour)}
			w := &Watch{}
			s.Watch(w, &Principal{Key: []byte(key), Tenant: tenant, Role: "admin"}, nil)
			all = append(all, w)
		}
		told := func() (n int) {
			for _, w := range all {
				select {
				case <-w.Stale():
					n++
				default:
				}
			}
			return n
		}
		pass := func() { time.Sleep(lookEvery); synctest.Wait() }
		change := func(f func()) {
			m.mu.Lock()
			defer m.mu.Unlock()
			f()
		}
		looks := func() (n int) {
			change(func() { n = m.looks })
			return n
		}

		pass()
		if n := told(); n != 0 || looks() != 1 {
			t.Errorf("nothing changed: %d told, %d looks", n, looks())
		}
		change(func() {
			m.rows["key 1"].Role = "member"
			m.rows["key 2"].Tenant = uuid.New()
			delete(m.rows, "key 3")
		})
		pass()
		if n := told(); n != 6 {
			t.Errorf("three logins with two tabs each changed: %d told", n)
		}
		change(func() { m.rows["key 1"].Role = "owner" })
		pass()
		if n := told(); n != 6 { // those of before are told again: they did not go
			t.Errorf("a role changed again: %d told", n)
		}

		change(func() { m.err = errors.New("the database is away") })
		pass()
		if n := told(); n != 0 {
			t.Errorf("the records were out of reach once: %d told", n)
		}
		time.Sleep(outOfView)
		synctest.Wait()
		if n := told(); n != len(all) {
			t.Errorf("the records stayed out of reach: %d of %d told", n, len(all))
		}

		change(func() { m.err = nil })
		var woken bell
		own := &Watch{}
		s.Watch(own, &Principal{Key: []byte("key 3"), Tenant: tenant, Role: "admin"}, &woken)
		pass()
		if n := woken.Load(); n != 1 || !own.Doubted() || own.Stale() != nil {
			t.Errorf("a login that has ended: its connection was woken %d times", n)
		}
		if p, err := own.Alive(t.Context(), &Principal{Key: []byte("key 3"), Tenant: tenant}); p != nil || err != nil || !own.Doubted() {
			t.Errorf("a login that has ended counts again: %v, %v", p, err)
		}
		if p, err := all[0].Alive(t.Context(), &Principal{Key: []byte("key 0"), Tenant: tenant}); p == nil || err != nil || all[0].Doubted() {
			t.Errorf("a login that stands is doubted after a look: %v, %v", p, err)
		}

		for _, w := range append(all, own) {
			w.Close()
		}
		pass()
		before := looks()
		pass()
		if looks() != before {
			t.Error("it looks although nobody is watched")
		}
	})
}
