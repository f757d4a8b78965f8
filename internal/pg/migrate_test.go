package pg_test

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/internal/tenant"
	"stoa/schema"
)

func migrate(t *testing.T, appURL, adminURL string) error {
	t.Helper()
	return pg.Migrate(t.Context(), pg.MigrateOptions{AdminURL: adminURL, URL: appURL, Log: slog.New(slog.DiscardHandler), Files: schema.Migrations})
}

func TestMigrateTwice(t *testing.T) {
	t.Parallel()
	app, admin := dbtest.Empty(t)
	admin = withSetting(t, admin, "pool_max_conns", "3") // a setting of pools does not disturb
	for range 2 {
		if err := migrate(t, app, admin); err != nil {
			t.Fatal(err)
		}
	}
	var users, jobs int
	if err := open(t, app, tenant.RoleSystem).QueryRow(t.Context(), "select (select count(*) from users), (select count(*) from river_job)").Scan(&users, &jobs); err != nil {
		t.Error(err)
	}
	var n int
	err := open(t, app, tenant.RoleApp).QueryRow(t.Context(), "select count(*) from river_job").Scan(&n)
	if err == nil {
		t.Error("stoa_app reads the job queue, which holds every tenant's jobs")
	}
}

// As when several instances start at once: some of them beside others of another database of the same server.
func TestMigrateConcurrently(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	errs := make(chan error, 8)
	for range 2 {
		app, admin := dbtest.Empty(t)
		for range 4 {
			wg.Go(func() { errs <- migrate(t, app, admin) })
		}
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
}

func TestMigrateMarksSearchLeakproof(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	var n int
	err := db.Admin.QueryRow(t.Context(), "select count(*) from pg_proc where proleakproof and proname in ('ts_match_vq', 'texticlike', 'jsonb_contains')").Scan(&n)
	if err != nil || n != 3 {
		t.Errorf("%d of 3 functions are leakproof, %v", n, err)
	}
}

// An operator who gives Stoa a role that may create roles, but is no superuser.
func TestMigrateAsOrdinaryOwner(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	role := makeRole(t, db, "LOGIN CREATEROLE")
	_, admin := dbtest.Empty(t)
	conn, err := pgx.Connect(t.Context(), admin)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	// The extension needs a superuser once; CREATE EXTENSION IF NOT EXISTS then finds it.
	prepare := []string{
		"create extension vector", "grant all on schema public to " + role,
		"do $$ begin execute format('grant create on database %I to " + role + "', current_database()); end $$", // for the trusted ones
	}
	if version := conn.PgConn().ParameterStatus("server_version"); version >= "16" {
		// There who makes a role may grant it and cannot become it; on this server others have made the two.
		prepare = append(prepare, "grant stoa_app, stoa_system to "+role+" with admin true, inherit false, set false")
	}
	for _, sql := range prepare {
		if _, err := conn.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	owner := withSetting(t, admin, "user", role)
	for range 2 {
		if err := migrate(t, owner, owner); err != nil {
			t.Fatal(err)
		}
	}
	open(t, owner, tenant.RoleApp)
	open(t, owner, tenant.RoleSystem)
	if _, err := pg.Open(t.Context(), owner, role, 2); err == nil || !strings.Contains(err.Error(), "owns tables") {
		t.Errorf("as the owner: %v", err)
	}
}

func dial(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func withSetting(t *testing.T, address, name, value string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

func TestMigrateSaysWhatIsWrongOnOneLine(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	for name, admin := range map[string]string{
		"nobody there":    "postgresql://stoa@127.0.0.1:1/stoa",
		"not allowed to":  db.URL,
		"no such address": "postgresql://stoa@127.0.0.1:x/stoa",
	} {
		t.Run(name, func(t *testing.T) {
			if name == "not allowed to" {
				appURL, _ := dbtest.Empty(t)
				admin = appURL
			}
			err := migrate(t, db.URL, admin)
			if err == nil || strings.Contains(err.Error(), "\n") || errors.Unwrap(err) == nil {
				t.Errorf("got %v", err)
			}
		})
	}
}
