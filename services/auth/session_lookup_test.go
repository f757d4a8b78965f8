package auth

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"stoa/generated/db"
)

// reads stands for the database: each read waits until it is let go.
type reads struct {
	mu   sync.Mutex
	keys [][]string // of each read
	let  chan error
}

func (r *reads) read(ctx context.Context, p db.FindSessionsParams) (rows []db.FindSessionsRow, err error) {
	r.mu.Lock()
	var keys []string
	for _, k := range p.Keys {
		keys = append(keys, string(k))
		if string(k) != "gone" {
			rows = append(rows, db.FindSessionsRow{IDHash: k, UserName: "of " + string(k)})
		}
	}
	r.keys = append(r.keys, keys)
	r.mu.Unlock()
	select {
	case err := <-r.let:
		if errors.Is(err, errWorse) {
			panic("worse")
		}
		return rows, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

var errWorse = errors.New("a panic")

// asked is the answer to one who asks for a session.
type asked struct {
	done bool
	name string
	err  error
}

func (a asked) String() string { return fmt.Sprintf("%t %q %v", a.done, a.name, a.err) }

func ask(ctx context.Context, l *lookups, key string) *asked {
	a := &asked{}
	go func() {
		defer func() { _ = recover() }()
		row, err := l.find(ctx, []byte(key), time.Time{})
		a.done, a.err = true, err
		if row != nil {
			a.name = row.UserName
		}
	}()
	synctest.Wait()
	return a
}

func told(t *testing.T, what string, a *asked, w asked) {
	t.Helper()
	synctest.Wait()
	if a.String() != w.String() {
		t.Errorf("%s: got %s, want %s", what, a, w)
	}
}

func (r *reads) were(t *testing.T, keys ...string) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	if got, w := fmt.Sprint(r.keys), fmt.Sprint(keys); got != w {
		t.Errorf("read %s, want %s", got, w)
	}
}

// Who asks while a read runs is not answered by it, but by the next, with all others who ask meanwhile.
func TestSessionsAreReadTogether(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &reads{let: make(chan error)}
		l := &lookups{read: r.read}
		ctx, leave := context.WithCancel(t.Context())
		first, second, third, twice, gone := ask(t.Context(), l, "a"), ask(t.Context(), l, "b"), ask(ctx, l, "c"), ask(t.Context(), l, "a"), ask(t.Context(), l, "gone")
		r.were(t, "[a]")
		leave()
		told(t, "who goes", third, asked{true, "", context.Canceled})
		r.let <- nil
		told(t, "the first", first, asked{true, "of a", nil})
		told(t, "the second", second, asked{})
		r.were(t, "[a]", "[b c a gone]")
		later := ask(t.Context(), l, "d")
		r.let <- nil
		told(t, "the second", second, asked{true, "of b", nil})
		told(t, "who asks for the same", twice, asked{true, "of a", nil})
		told(t, "who is logged out", gone, asked{true, "", nil})
		told(t, "later", later, asked{})
		r.let <- errLookup
		told(t, "later", later, asked{true, "", errLookup})
		alone := ask(t.Context(), l, "e")
		r.let <- nil
		told(t, "alone", alone, asked{true, "of e", nil})
		r.were(t, "[a]", "[b c a gone]", "[d]", "[e]")
	})
}

// A read that hangs, one whose asker goes, and one that panics, take nobody with them.
func TestSessionsOfOthersAreReadAllTheSame(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &reads{let: make(chan error)}
		l := &lookups{read: r.read}
		ctx, leave := context.WithCancel(t.Context())
		hangs, leads, joins := ask(t.Context(), l, "a"), ask(ctx, l, "b"), ask(t.Context(), l, "c")
		leave()
		told(t, "who waits", joins, asked{})
		time.Sleep(lookupPatience)
		synctest.Wait()
		r.were(t, "[a]", "[b c]")
		joined := ask(t.Context(), l, "d")
		time.Sleep(lookupTimeout - 2*lookupPatience) // no read is over yet
		synctest.Wait()
		r.were(t, "[a]", "[b c]", "[d]")
		for range 3 {
			r.let <- nil
		}
		told(t, "who hung", hangs, asked{true, "of a", nil})
		told(t, "who went, and had to read for the others", leads, asked{true, "of b", nil})
		told(t, "who waited for two", joins, asked{true, "of c", nil})
		told(t, "who came last", joined, asked{true, "of d", nil})

		breaks, leads, joins := ask(t.Context(), l, "e"), ask(t.Context(), l, "f"), ask(t.Context(), l, "g")
		r.let <- nil
		told(t, "before", breaks, asked{true, "of e", nil})
		r.let <- errWorse
		told(t, "who panicked", leads, asked{})
		told(t, "who waited for that", joins, asked{true, "", errLookup})
		after := ask(t.Context(), l, "h")
		r.let <- nil
		told(t, "who comes after", after, asked{true, "of h", nil})
		hangs = ask(t.Context(), l, "i")
		time.Sleep(lookupTimeout)
		told(t, "who hung for good", hangs, asked{true, "", context.DeadlineExceeded})
	})
}
