package dbtest

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestNewIsMigratedAndWalled(t *testing.T) {
	t.Parallel()
	db := New(t)
	ctx := context.Background()
	id := uuid.New()
	if _, err := db.Admin.Exec(ctx, "insert into tenants (id, name) values ($1, 'Acme')", id); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tenant uuid.UUID
		want   int
	}{{id, 1}, {uuid.New(), 0}} {
		var n int
		if err := db.Doors().Tenant(c.tenant).QueryRow(ctx, "select count(*) from tenants").Scan(&n); err != nil || n != c.want {
			t.Errorf("tenant %s sees %d tenants, %v; want %d", c.tenant, n, err, c.want)
		}
	}
}

func TestDatabasesAreSeparate(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			db := New(t)
			t.Logf("made in %s", time.Since(start))
			var n int
			if err := db.Admin.QueryRow(ctx, "select count(*) from users").Scan(&n); err != nil || n != 0 {
				t.Fatalf("got %d users, %v", n, err)
			}
			if _, err := db.Admin.Exec(ctx, "insert into users (id, email, name, password_hash) values ($1, 'a@b.c', 'A', '-')", uuid.New()); err != nil {
				t.Fatal(err)
			}
			if _, err := db.System.Exec(ctx, "update users set name = 'B'"); err != nil {
				t.Fatal(err)
			}
		})
	}
}
