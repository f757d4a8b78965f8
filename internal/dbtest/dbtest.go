// Package dbtest gives each test a migrated database of its own on a real PostgreSQL.
package dbtest

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/pg"
	"stoa/internal/tenant"
)

const (
	poolSize = 4
	timeout  = 2 * time.Minute // a first run makes the cluster and the template
)

// DB is one test's database; nobody else uses it, and it is dropped when the test ends.
type DB struct {
	App    *pgxpool.Pool // runs as stoa_app: row-level security holds
	System *pgxpool.Pool // runs as stoa_system
	Admin  *pgxpool.Pool // superuser: row-level security does not hold

	URL      string // the login role's address of this database
	AdminURL string // the superuser's
}

// New copies the migrated template. The server is that of STOA_TEST_DATABASE_URL (a superuser's
// address), else a private one that all test processes share. The pools connect when first used.
func New(t testing.TB) *DB {
	t.Helper()
	db := &DB{}
	db.URL, db.AdminURL = made(t, func(s *server) string { return s.template })
	db.App = open(t, db.URL, tenant.RoleApp)
	db.System = open(t, db.URL, tenant.RoleSystem)
	db.Admin = open(t, db.AdminURL, "")
	return db
}

// made copies the template that of names and returns the two addresses of the copy. It is dropped when the test ends, with those
// of longer names.
func made(t testing.TB, of func(*server) string) (app, admin string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	s, err := shared()
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	name, err := s.create(ctx, of(s))
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		if err := s.dropFamily(ctx, name); err != nil {
			t.Errorf("dbtest: %v", err)
		}
	})
	return withDatabase(s.url, name), withDatabase(s.adminURL, name)
}

// Doors are the two doors of this database, as the product opens them.
func (db *DB) Doors() *tenant.Doors { return tenant.NewDoors(db.App, db.System) }

func open(t testing.TB, url, role string) *pgxpool.Pool {
	t.Helper()
	cfg, err := pg.PoolConfig(url, role, poolSize)
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	pool, err := pgxpool.NewWithConfig(context.Background(), cfg)
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// shared finds or starts the server and makes the template, once in a process.
var shared = sync.OnceValues(func() (*server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return connect(ctx)
})
