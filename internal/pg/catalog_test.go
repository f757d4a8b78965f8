package pg_test

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
	"stoa/schema"
)

// Everything that the schema files can say, as one line each; what tools or extensions made is left
// out, and so are policies, grants and the triggers of @realtime and @audit tables, which the generator adds to the migrations alone.
const catalog = `
with ours as (
  select c.oid, c.relname, c.relkind, c.reloptions from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname !~ '^(goose|river)_'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
)
select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
union all
select format('relation %s kind %s options %s', relname, relkind, reloptions) from ours where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
union all
select format('column %s.%s %s null:%s default:%s identity:%s generated:%s collation:%s', o.relname, a.attname,
    format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attcollation::regcollation)
  from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum where o.relkind in ('r', 'p', 'v', 'm', 'f')
union all
select format('constraint %s.%s %s valid:%s', o.relname, n.conname, pg_get_constraintdef(n.oid), n.convalidated) from pg_constraint n join ours o on o.oid = n.conrelid
union all
select format('index %s valid:%s', pg_get_indexdef(i.indexrelid), i.indisvalid) from pg_index i join ours o on o.oid = i.indrelid
union all
select format('trigger %s.%s %s enabled:%s', o.relname, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled) from pg_trigger t join ours o on o.oid = t.tgrelid
  where not t.tgisinternal and t.tgfoid not in ('record_event'::regproc, 'record_change'::regproc)
union all
select 'view ' || relname || ' ' || pg_get_viewdef(oid) from ours where relkind in ('v', 'm')
union all
select 'function ' || case prokind when 'a' then p.oid::regprocedure::text else pg_get_functiondef(p.oid) end from pg_proc p
  where pronamespace = 'public'::regnamespace and proname !~ '^(goose|river)_' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
union all
select format('enum %s %s', t.typname, string_agg(e.enumlabel, ',' order by e.enumsortorder)) from pg_type t join pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace and t.typname !~ '^river_' group by t.oid, t.typname
union all
select format('domain %s %s null:%s default:%s %s', t.typname, format_type(t.typbasetype, t.typtypmod), not t.typnotnull, t.typdefault,
    (select string_agg(pg_get_constraintdef(n.oid), ' ' order by n.conname) from pg_constraint n where n.contypid = t.oid))
  from pg_type t where t.typtype = 'd' and t.typnamespace = 'public'::regnamespace
union all
select format('comment %s.%s %s', o.relname, a.attname, d.description) from pg_description d join ours o on o.oid = d.objoid and d.classoid = 'pg_class'::regclass
  left join pg_attribute a on a.attrelid = o.oid and a.attnum = d.objsubid and d.objsubid > 0`

func TestMigrationsMakeTheSchema(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	_, address := emptyDatabase(t, db)
	conn := dial(t, address)
	loadSchema(t, conn)
	want := describe(t, conn)
	got := describe(t, dial(t, db.AdminURL))
	if len(want) < 50 {
		t.Fatalf("the schema has only %d parts", len(want))
	}
	report(t, "schema/*.sql has, the migrations lack", want, got)
	report(t, "the migrations make, schema/*.sql lacks", got, want)
}

// The comparison itself must see what it is there for.
func TestCatalogSeesEachKindOfChange(t *testing.T) {
	t.Parallel()
	conn := dial(t, dbtest.New(t).AdminURL)
	before := describe(t, conn)
	for _, sql := range []string{
		"alter table users alter name set default 'x'",
		"alter table users alter name drop not null",
		"alter table users add x int",
		"alter table users alter email type varchar(300)",
		"alter table users drop constraint users_email_key",
		"alter table cost_events drop constraint cost_events_amount_check",
		"drop index sessions_user",
		"drop trigger users_touch on users",
		"create or replace function app_tenant() returns uuid language sql stable as $$ select null::uuid $$",
		"alter type member_role add value 'guest'",
		"create domain slug as text check (value <> '')",
		"create view v as select 1 as x",
		"comment on column messages.error is 'x'",
	} {
		if _, err := conn.Exec(t.Context(), sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		after := describe(t, conn)
		if slices.Equal(before, after) {
			t.Errorf("%s: not seen", sql)
		}
		before = after
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

func describe(t *testing.T, conn *pgx.Conn) []string {
	t.Helper()
	rows, err := conn.Query(t.Context(), catalog)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}

// loadSchema runs the schema files, each after the ones whose tables it refers to.
func loadSchema(t *testing.T, conn *pgx.Conn) {
	t.Helper()
	files, err := fs.Glob(schema.Tables, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for len(files) > 0 {
		var later []string
		var failures strings.Builder
		for _, file := range files {
			sql, err := fs.ReadFile(schema.Tables, file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := conn.Exec(t.Context(), string(sql)); err != nil { // one string is one transaction
				later = append(later, file)
				fmt.Fprintf(&failures, "%s: %v\n", file, err)
			}
		}
		if len(later) == len(files) {
			t.Fatalf("schema files that do not load:\n%s", failures.String())
		}
		files = later
	}
}

func report(t *testing.T, what string, some, others []string) {
	t.Helper()
	for _, line := range some {
		if !slices.Contains(others, line) {
			t.Errorf("%s: %s", what, line)
		}
	}
}
