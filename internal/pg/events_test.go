package pg_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/dbtest"
	"stoa/schema"
)

// What the annotations promise; the compiler that reads them is no part of the product.
var (
	tableHead = regexp.MustCompile(`(?m)((?:^--.*\n)*)^CREATE TABLE (\w+)`)
	realtime  = regexp.MustCompile(`@realtime\b(?:[^\n@]*broadcast: \[([^\]]*)\])?`)
	word      = regexp.MustCompile(`\w+`)
)

// broadcasts lists what the schema files promise, as "table op".
func broadcasts(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(schema.Tables, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		text, err := fs.ReadFile(schema.Tables, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, head := range tableHead.FindAllStringSubmatch(string(text), -1) {
			if m := realtime.FindStringSubmatch(head[1]); m != nil {
				ops := word.FindAllString(m[1], -1)
				if len(ops) == 0 {
					ops = []string{"created", "updated", "deleted"}
				}
				for _, op := range ops {
					all = append(all, head[2]+" "+op)
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

// Each operation of each @realtime table has its trigger, and no other has one.
func TestRealtimeTablesRecordEvents(t *testing.T) {
	t.Parallel()
	conn := dial(t, dbtest.New(t).AdminURL)
	rows, err := conn.Query(t.Context(), `
		select tgrelid::regclass::text || ' ' || split_part(encode(tgargs, 'escape'), E'\\000', 1) || case
			when tgenabled <> 'O' then ' disabled' when tgtype & 3 <> 0 then ' not after each statement'
			when tgtype & 28 <> case split_part(encode(tgargs, 'escape'), E'\\000', 1) when 'created' then 4 when 'updated' then 16 else 8 end then ' at another operation'
			else '' end
		from pg_trigger where tgfoid in ('record_event'::regproc, 'record_event_by'::regproc) order by 1`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	want := broadcasts(t)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("the triggers are %q\nthe schema says %q", got, want)
	}
}

// The log is the triggers' alone: a tenant neither reads it nor writes what did not happen.
func TestEventsAreWrittenByTriggersOnly(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	mine, other := uuid.New(), uuid.New()
	for _, id := range []uuid.UUID{mine, other} {
		adminExec(t, db, "insert into tenants (id, name) values ('"+id.String()+"', 'Company')")
	}
	door := db.Doors().Tenant(mine)
	if _, err := door.Exec(t.Context(), "insert into widgets (tenant_id, id, name) values ($1, $2, 'Door')", mine, uuid.New()); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		"select seq from events",
		"update events set op = 'deleted'",
		"delete from events",
		"insert into events (tenant_id, topic, op, row_id) values ('" + mine.String() + "', 'widgets', 'created', gen_random_uuid())",
		"insert into events (tenant_id, topic, op, row_id) values ('" + other.String() + "', 'widgets', 'created', gen_random_uuid())",
		"insert into events (xid, tenant_id, topic, op, row_id) values ('3', '" + mine.String() + "', 'widgets', 'created', gen_random_uuid())",
		"insert into widgets (tenant_id, id, name) values ('" + other.String() + "', gen_random_uuid(), 'Door')",
	} {
		if _, err := door.Exec(t.Context(), sql); !denied(err) {
			t.Errorf("%s: %v", sql, err)
		}
	}
	if _, err := db.System.Exec(t.Context(), "insert into events (tenant_id, topic, op, row_id) values ($1, 'widgets', 'created', $1)", mine); !denied(err) {
		t.Errorf("the system role invents an event: %v", err)
	}
	var n int
	if err := db.System.QueryRow(t.Context(), "select count(*) from events").Scan(&n); err != nil || n != 1 {
		t.Errorf("the system role sees %d events, %v", n, err)
	}
}

func denied(err error) bool {
	var pgErr *pgconn.PgError
	return errors.As(err, &pgErr) && pgErr.Code == "42501"
}
