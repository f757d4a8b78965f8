package isolation

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// table is one of ours, and whether its rows name their tenant.
type table struct {
	name   string
	tenant bool
}

// tables lists what the catalogue has, so that a new table is in every comparison at once. The tables
// of goose and river hold nothing of a tenant.
func tables(t testing.TB, admin *pgxpool.Pool) []table {
	t.Helper()
	rows, err := admin.Query(context.Background(), `
		select c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^(goose|river)_'
		order by 1`)
	if err != nil {
		t.Fatal(err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (x table, err error) { return x, row.Scan(&x.name, &x.tenant) })
	if err != nil || len(list) < 8 {
		t.Fatalf("%d tables, %v", len(list), err)
	}
	return list
}

// others selects the rows of a table that are not the side's: what it must never change.
func (s *side) others(x table) string {
	switch {
	case x.tenant:
		return fmt.Sprintf("tenant_id <> '%s'", s.tenant)
	case x.name == "tenants":
		return fmt.Sprintf("id <> '%s'", s.tenant)
	case x.name == "users":
		var ids []string
		for _, id := range s.users() {
			ids = append(ids, "'"+id.String()+"'")
		}
		return "id not in (" + strings.Join(ids, ", ") + ")"
	default: // tables beside the tenants: every row
		return "true"
	}
}

// fingerprint is one hash over every row of every table that is not the side's.
func (s *side) fingerprint(ctx context.Context, tx pgx.Tx, list []table) (hash string, err error) {
	var parts []string
	for _, x := range list {
		parts = append(parts, fmt.Sprintf("coalesce((select string_agg(r::text, '|' order by r::text) from %s r where %s), '')", x.name, s.others(x)))
	}
	err = tx.QueryRow(ctx, "select md5("+strings.Join(parts, " || '#' || ")+")").Scan(&hash)
	return hash, err
}
