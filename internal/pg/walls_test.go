package pg_test

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
)

// Every way in which something in the schema public could show one tenant another's rows: one line each.
// Exempt by name: goose's and river's own tables, and prices, which are the same for everybody.
const breaches = `
with ours as (
  select c.* from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname !~ '^(goose|river)_'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
), tables as (
  select * from ours where relkind in ('r', 'p') and relname <> 'prices'
), ours_tenant as (
  select a.attrelid, a.attnum from pg_attribute a join tables t on t.oid = a.attrelid where a.attname = 'tenant_id' and not a.attisdropped
)
select format('table %s: row-level security is not forced', relname) from tables where not (relrowsecurity and relforcerowsecurity)
union all
select format('table %s: no policy', relname) from tables t where not exists (select from pg_policy p where p.polrelid = t.oid)
union all
select format('policy %s on %s: holds for everybody', p.polname, t.relname) from pg_policy p join tables t on t.oid = p.polrelid where p.polroles = '{0}'
union all
select format('policy %s on %s: does not bind stoa_app to its tenant', p.polname, t.relname) from pg_policy p join tables t on t.oid = p.polrelid
  where 'stoa_app'::regrole = any (p.polroles) and not (
    coalesce(pg_get_expr(p.polqual, p.polrelid), 'app_tenant()') like '%app_tenant()%'
    and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'app_tenant()') like '%app_tenant()%')
union all
select format('view %s: not security_invoker', relname) from ours where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
union all
select format('materialised view %s: knows no row-level security', relname) from ours where relkind = 'm'
union all
select format('foreign table %s: knows no row-level security', relname) from ours where relkind = 'f'
union all
select format('function %s: SECURITY DEFINER', p.oid::regprocedure) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
union all
select format('key %s on %s: refers to a tenant''s row without its tenant', n.conname, n.conrelid::regclass) from pg_constraint n
  join ours_tenant here on here.attrelid = n.conrelid join ours_tenant there on there.attrelid = n.confrelid
  where n.contype = 'f' and not exists (
    select from unnest(n.conkey, n.confkey) as k (mine, theirs) where k.mine = here.attnum and k.theirs = there.attnum)
union all
select format('key %s on %s: tells one tenant what another has', n.conname, n.conrelid::regclass) from pg_constraint n
  join ours_tenant here on here.attrelid = n.conrelid join tables t on t.oid = n.conrelid
  where n.contype in ('p', 'u') and not here.attnum = any (n.conkey) and has_table_privilege('stoa_app', t.oid, 'select')
union all
select format('table %s: stoa_app may %s', t.relname, r.privilege) from tables t, unnest(array['truncate', 'references', 'trigger']) as r (privilege)
  where has_table_privilege('stoa_app', t.oid, r.privilege) or has_table_privilege('stoa_system', t.oid, r.privilege)
union all
select format('schema public: %s may create tables', r) from unnest(array['stoa_app', 'stoa_system']) as r where has_schema_privilege(r, 'public', 'create')`

func findBreaches(t *testing.T, conn *pgx.Conn) []string {
	t.Helper()
	rows, err := conn.Query(t.Context(), breaches)
	if err != nil {
		t.Fatal(err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryTableHasItsWall(t *testing.T) {
	t.Parallel()
	for _, b := range findBreaches(t, dial(t, dbtest.New(t).AdminURL)) {
		t.Error(b)
	}
}

// Each breach made on purpose is found, and nothing but it.
func TestBreachesAreFound(t *testing.T) {
	t.Parallel()
	conn := dial(t, dbtest.New(t).AdminURL)
	for _, c := range []struct{ sql, want string }{
		{"create table notes (tenant_id uuid, id uuid, primary key (tenant_id, id))", "table notes: row-level security is not forced"},
		{"create table notes (tenant_id uuid); alter table notes enable row level security, force row level security", "table notes: no policy"},
		{"alter table messages no force row level security", "table messages: row-level security is not forced"},
		{"alter table messages disable row level security", "table messages: row-level security is not forced"},
		{"create policy p on messages using (true)", "policy p on messages: holds for everybody"},
		{"create policy p on messages to stoa_app using (true)", "policy p on messages: does not bind stoa_app to its tenant"},
		{"create policy p on messages for insert to stoa_app with check (true)", "policy p on messages: does not bind stoa_app to its tenant"},
		{"create view v as select * from messages", "view v: not security_invoker"},
		{"create materialized view v as select * from messages", "materialised view v: knows no row-level security"},
		{"create function f() returns int language sql security definer as 'select 1'", "function f(): SECURITY DEFINER"},
		{"alter table generations add other uuid references messages (id)", "key generations_other_fkey on generations: refers to a tenant's row without its tenant"},
		{"alter table invitations add unique (token_hash)", "key invitations_token_hash_key on invitations: tells one tenant what another has"},
		{"grant truncate on messages to stoa_app", "table messages: stoa_app may truncate"},
		{"grant create on schema public to stoa_app", "schema public: stoa_app may create tables"},
	} {
		t.Run(c.want, func(t *testing.T) {
			tx, err := conn.Begin(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer tx.Rollback(t.Context())
			if strings.Contains(c.sql, "references messages (id)") {
				c.sql = "alter table messages add unique (id);" + c.sql
			}
			if _, err := tx.Exec(t.Context(), c.sql); err != nil {
				t.Fatal(err)
			}
			found := strings.Join(findBreaches(t, conn), "\n")
			if !strings.Contains(found, c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}
