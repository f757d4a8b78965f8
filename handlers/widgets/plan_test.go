package widgets_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/resources"
	"stoa/internal/dbtest"
	"stoa/internal/resource"
	"stoa/internal/tenant"
)

// explained runs every query as EXPLAIN and keeps the plan; the rows are none.
type explained struct {
	*tenant.DB
	plan string
}

// Query implements resource.DBTX.
func (e *explained) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	rows, err := e.DB.Query(ctx, "explain (costs off) "+sql, args...)
	if err != nil {
		return nil, err
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	e.plan = strings.Join(lines, "\n")
	return noRows{rows}, err
}

type noRows struct{ pgx.Rows }

func (noRows) Next() bool { return false }

// One query serves every order, cursor, tab and filter. What a request does not use folds away when it
// is planned, so that an index gives the first page and a far one alike, under row-level security.
func TestPlans(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	id := uuid.New()
	for _, sql := range []string{
		"insert into tenants (id, name) values ($1, 'Acme')",
		`insert into widgets (tenant_id, id, name, active, created_at, updated_at)
		 select $1, gen_random_uuid(), md5(n::text), n % 5 > 0, now() - n * interval '1 minute', now() - n * interval '1 minute' from generate_series(1, 20000) n`,
	} {
		if _, err := db.Admin.Exec(t.Context(), sql, id); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Admin.Exec(t.Context(), "vacuum analyze widgets"); err != nil {
		t.Fatal(err)
	}
	widgets := resources.Widgets()
	far := map[string]any{"name": "8", "created_at": time.Now().Add(-100 * time.Hour), "updated_at": time.Now().Add(-100 * time.Hour)}
	door := &explained{DB: db.Doors().Tenant(id)}
	for _, field := range widgets.List.Sorts {
		for _, down := range []bool{false, true} {
			for _, after := range []*resource.Cursor{nil, {Value: far[field], ID: uuid.New()}} {
				q := resource.Query{Scope: resource.Scope{Tenant: id, Role: "owner"}, Sort: resource.Sort{Field: field, Desc: down}, After: after, Limit: 26}
				if _, err := widgets.Store.List(t.Context(), door, q); err != nil {
					t.Fatal(err)
				}
				index := "using widgets_" + strings.TrimSuffix(field, "_at")
				if !strings.Contains(door.plan, index) || strings.Contains(door.plan, "Sort") || (after != nil) != strings.Contains(door.plan, "ROW(") {
					t.Errorf("%s, after %v:\n%s", q.Sort.Key(), after, door.plan)
				}
			}
		}
	}
	q := resource.Query{Scope: resource.Scope{Tenant: id, Role: "owner"}, Sort: widgets.List.Default, Search: "8f14e45fceea", Limit: 26}
	if _, err := widgets.Store.List(t.Context(), door, q); err != nil || !strings.Contains(door.plan, "widgets_search") {
		t.Errorf("a search does not use its index: %v\n%s", err, door.plan)
	}
}
