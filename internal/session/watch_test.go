package session

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"
)

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
			m.rows[key] = &Record{Principal: Principal{Tenant: tenant, Role: "admin"}}
			all = append(all, s.Watch(&Principal{Key: []byte(key), Tenant: tenant, Role: "admin"}))
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

		for _, w := range all {
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
