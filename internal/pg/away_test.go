package pg_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/internal/tenant"
)

// The server ends all of our connections, as a restart does: the next statement does not notice.
func TestPoolLeavesDeadConnections(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	pool := open(t, db.URL, tenant.RoleApp)
	for range 20 {
		var pid int
		if err := pool.QueryRow(t.Context(), "select pg_backend_pid()").Scan(&pid); err != nil {
			t.Fatal(err)
		}
		// With a wait the function returns when the process has gone.
		if _, err := db.Admin.Exec(t.Context(), "select pg_terminate_backend($1, 10000)", pid); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAway(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	_, refused := pgx.Connect(t.Context(), "postgresql:///x?host=/nowhere&user=x")
	conn, err := pgx.Connect(t.Context(), db.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	_, syntax := conn.Exec(t.Context(), "selekt")
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	_, late := conn.Exec(canceled, "select 1")
	_, killed := conn.Exec(t.Context(), "select pg_terminate_backend(pg_backend_pid())")
	_, afterwards := conn.Exec(t.Context(), "select 1")
	for name, c := range map[string]struct {
		err  error
		want bool
	}{
		"nothing": {nil, false}, "refused": {refused, true}, "wrong SQL": {syntax, false}, "cancelled": {late, false},
		"killed": {fmt.Errorf("read: %w", killed), true}, "other": {errors.New("other"), false}, "no rows": {pgx.ErrNoRows, false},
		"too many connections": {&pgconn.PgError{Code: "53300"}, true},
	} {
		if got := pg.Away(c.err); got != c.want {
			t.Errorf("%s: %t, want %t: %v", name, got, c.want, c.err)
		}
	}
	if afterwards == nil {
		t.Error("a statement succeeded on a connection that was killed")
	}
}
