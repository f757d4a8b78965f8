package isolation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"stoa/internal/tenant"
)

// catalogue lists the tables with their policies, one row for each policy or for a table without. The tables of goose and
// River hold no rows of tenants and are theirs to guard; what a role may not see of the catalogue does not exist.
const catalogue = `
select c.relname::text, c.relrowsecurity, c.relforcerowsecurity,
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped),
  coalesce(p.polname::text, ''),
  coalesce((select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)), ''),
  coalesce(case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' when '*' then 'all' end, ''),
  coalesce(pg_get_expr(p.polqual, p.polrelid), ''), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
from pg_class c left join pg_policy p on p.polrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^(goose|river)_'
order by c.relname, p.polname`

func readCatalogue(ctx context.Context, door *tenant.DB) ([]Table, error) {
	rows, err := door.Query(ctx, catalogue)
	if err != nil {
		return nil, err
	}
	var tables []Table
	var t Table
	var p Policy
	_, err = pgx.ForEachRow(rows, []any{&t.Name, &t.Enabled, &t.Forced, &t.Tenant, &p.Name, &p.Roles, &p.Command, &p.Using, &p.Check}, func() error {
		if len(tables) == 0 || tables[len(tables)-1].Name != t.Name {
			tables = append(tables, t)
		}
		if last := &tables[len(tables)-1]; p.Name != "" {
			last.Policies = append(last.Policies, p)
		}
		return nil
	})
	return tables, err
}
