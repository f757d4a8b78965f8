package pg_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/internal/tenant"
)

func open(t *testing.T, url, role string) *pgxpool.Pool {
	t.Helper()
	pool, err := pg.Open(t.Context(), url, role, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func TestOpenRunsAsTheRole(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	for _, role := range []string{tenant.RoleApp, tenant.RoleSystem} {
		pool := open(t, db.URL, role)
		for _, try := range []string{"select 1", "reset role", "reset all", "discard all"} {
			if _, err := pool.Exec(t.Context(), try, pgx.QueryExecModeSimpleProtocol); err != nil {
				t.Fatalf("%s: %v", try, err)
			}
			var got string
			if err := pool.QueryRow(t.Context(), "select current_user::text", pgx.QueryExecModeSimpleProtocol).Scan(&got); err != nil || got != role {
				t.Errorf("after %q: %s, %v; want %s", try, got, err, role)
			}
		}
	}
}

func TestOpenSettings(t *testing.T) {
	t.Parallel()
	pool := open(t, dbtest.New(t).URL, tenant.RoleApp)
	for name, want := range map[string]string{
		"application_name": "stoa", "plan_cache_mode": "auto", "idle_in_transaction_session_timeout": "30s",
		"hnsw.iterative_scan": "strict_order", "hnsw.ef_search": "200", "timezone": "UTC",
	} {
		var got string
		err := pool.QueryRow(t.Context(), "select current_setting($1) from (select '[1]'::vector) as loads_the_extension", name).Scan(&got)
		if err != nil || got != want {
			t.Errorf("%s = %q, %v; want %q", name, got, err, want)
		}
	}
	var at time.Time
	if err := pool.QueryRow(t.Context(), "select now()").Scan(&at); err != nil || at.Location() != time.UTC {
		t.Errorf("now() in %s, %v", at.Location(), err)
	}
}

// Even a login as superuser, the simplest DATABASE_URL, runs without its powers.
func TestOpenDropsThePowersOfTheLogin(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	if _, err := db.Admin.Exec(t.Context(), "insert into tenants (id, name) values ($1, 'Acme')", uuid.New()); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := open(t, db.AdminURL, tenant.RoleApp).QueryRow(t.Context(), "select count(*) from tenants").Scan(&n); err != nil || n != 0 {
		t.Errorf("sees %d tenants, %v", n, err)
	}
}

func TestOpenRefusesARoleThatCouldBypass(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	for name, c := range map[string]struct{ attributes, then, want string }{
		"superuser":        {"SUPERUSER", "", "is a superuser"},
		"bypass":           {"BYPASSRLS", "", "bypasses row-level security"},
		"owner":            {"", "alter table users owner to %s", "owns tables"},
		"member of owner":  {"", "create role %[1]s_owner; grant %[1]s_owner to %[1]s; alter table tenants owner to %[1]s_owner", "owns tables"},
		"login may not be": {"", "", "permission denied to set role"},
	} {
		t.Run(name, func(t *testing.T) {
			role := makeRole(t, db, c.attributes)
			if c.then != "" {
				adminExec(t, db, fmt.Sprintf(c.then, role))
				t.Cleanup(func() { adminExec(t, db, "reassign owned by "+role+" to current_user") })
			}
			if strings.Contains(c.then, "_owner") {
				t.Cleanup(func() {
					adminExec(t, db, fmt.Sprintf("reassign owned by %[1]s_owner to current_user; drop role %[1]s_owner", role))
				})
			}
			url := db.AdminURL
			if name == "login may not be" {
				url = db.URL
			}
			_, err := pg.Open(t.Context(), url, role, 2)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q on one line", err, c.want)
			}
		})
	}
}

func TestOpenSaysWhatIsWrongOnOneLine(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"postgresql://stoa@127.0.0.1:1/stoa": "connection refused",
		"postgresql://stoa@127.0.0.1:x/stoa": "DATABASE_URL",
	} {
		_, err := pg.Open(t.Context(), url, tenant.RoleApp, 2)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", url, err)
		}
	}
}

// makeRole makes a role of this test's own; roles belong to the whole server, so it is dropped afterwards.
func makeRole(t *testing.T, db *dbtest.DB, attributes string) string {
	t.Helper()
	role := "stoa_test_role_" + strings.ReplaceAll(uuid.NewString(), "-", "")[:12]
	adminExec(t, db, "create role "+role+" "+attributes)
	t.Cleanup(func() { adminExec(t, db, "drop role "+role) })
	return role
}

func adminExec(t *testing.T, db *dbtest.DB, sql string) {
	t.Helper()
	if _, err := db.Admin.Exec(context.Background(), sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}
