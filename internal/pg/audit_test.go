package pg_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
)

// secretive is a table with columns of which the log keeps the value, tells only that it changed, and says nothing.
const secretive = `
	create table secretive (
	  tenant_id uuid not null references tenants (id) on delete cascade, id uuid not null, title text, email text, token text, deleted_at timestamptz,
	  primary key (tenant_id, id));
	alter table secretive enable row level security, force row level security;
	create policy secretive_tenant on secretive to stoa_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant());
	grant select, insert, update, delete on secretive to stoa_app;
	create trigger a after insert on secretive referencing new table as changed
	  for each statement execute function record_change('{title}', '{email}', 'deleted_at', 'title');
	create trigger b after update on secretive referencing old table as former new table as changed
	  for each statement execute function record_change('{title}', '{email}', 'deleted_at', 'title');
	create trigger c after delete on secretive referencing old table as former
	  for each statement execute function record_change('{title}', '{email}', 'deleted_at', 'title')`

type logged struct {
	Person, Action, Record string
	Changes                map[string][]any
}

func auditLog(t *testing.T, db *dbtest.DB, id uuid.UUID) []logged {
	t.Helper()
	rows, err := db.Admin.Query(t.Context(), "select person, action, record, changes from audit_log where record_id = $1 order by at", id)
	if err != nil {
		t.Fatal(err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (l logged, err error) {
		var raw []byte
		if err := row.Scan(&l.Person, &l.Action, &l.Record, &raw); err != nil {
			return l, err
		}
		return l, json.Unmarshal(raw, &l.Changes)
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// member makes a person of the company and returns their id.
func member(t *testing.T, db *dbtest.DB, tenant uuid.UUID, name string) uuid.UUID {
	t.Helper()
	id := uuid.New()
	adminExec(t, db, "insert into users (id, email, name, password_hash) values ('"+id.String()+"', '"+id.String()+"@example.com', '"+name+"', 'x')")
	adminExec(t, db, "insert into memberships (tenant_id, user_id, role) values ('"+tenant.String()+"', '"+id.String()+"', 'owner')")
	return id
}

// The log says who, what and what was there before; personal data it only says to have changed, and of secrets nothing.
func TestAuditLog(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	tenant, row, other := uuid.New(), uuid.New(), uuid.New()
	adminExec(t, db, "insert into tenants (id, name) values ('"+tenant.String()+"', 'Company')")
	adminExec(t, db, secretive)
	ada := member(t, db, tenant, "Ada")
	door := db.Doors().Tenant(tenant)
	write := func(sql string, args ...any) {
		t.Helper()
		if _, err := door.As(ada).Exec(t.Context(), sql, args...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	write("insert into secretive values ($1, $2, 'One', 'a@example.com', 's3cret')", tenant, row)
	write("update secretive set title = 'Two', email = 'b@example.com', token = 'n3w' where id = $1", row)
	write("update secretive set token = 'n3wer', title = title where id = $1", row) // nothing that the log tells of
	write("update secretive set deleted_at = now() where id = $1", row)
	write("update secretive set deleted_at = null where id = $1", row)
	write("delete from secretive where id = $1", row)
	want := []logged{
		{"Ada", "created", "One", map[string][]any{"title": {nil, "One"}, "email": {}}},
		{"Ada", "updated", "Two", map[string][]any{"title": {"One", "Two"}, "email": {}}},
		{"Ada", "trashed", "Two", map[string][]any{}},
		{"Ada", "restored", "Two", map[string][]any{}},
		{"Ada", "deleted", "Two", map[string][]any{"title": {"Two", nil}, "email": {}}},
	}
	got := auditLog(t, db, row)
	same := func(a, b logged) bool {
		return a.Person == b.Person && a.Action == b.Action && a.Record == b.Record && maps.EqualFunc(a.Changes, b.Changes, slices.Equal)
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("the log is %v\nwant %v", got, want)
	}
	// Nobody acts: a job, or a statement at the database itself.
	if _, err := door.Exec(t.Context(), "insert into secretive values ($1, $2, 'Job')", tenant, other); err != nil {
		t.Fatal(err)
	}
	adminExec(t, db, "update secretive set title = 'Typed' where id = '"+other.String()+"'")
	if got := auditLog(t, db, other); len(got) != 2 || got[0].Person != "" || got[1].Person != "" || got[1].Record != "Typed" {
		t.Errorf("the log is %v", got)
	}
	adminExec(t, db, "delete from tenants where id = '"+tenant.String()+"'") // with all it has, the log included
	if got := auditLog(t, db, row); len(got) != 0 {
		t.Errorf("of a company that is gone the log still has %v", got)
	}
}

// The log is the triggers' alone: nobody invents, changes or removes an entry, and another company's is not seen.
func TestAuditLogIsWrittenByTriggersOnly(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	mine, other, widget := uuid.New(), uuid.New(), uuid.New()
	for _, id := range []uuid.UUID{mine, other} {
		adminExec(t, db, "insert into tenants (id, name) values ('"+id.String()+"', 'Company')")
	}
	adminExec(t, db, "insert into widgets (tenant_id, id, name) values ('"+other.String()+"', '"+widget.String()+"', 'Theirs')")
	door := db.Doors().Tenant(mine)
	for _, sql := range []string{
		"update audit_log set person = 'Somebody else'",
		"delete from audit_log",
		"truncate audit_log",
		"insert into audit_log (tenant_id, action, record_table, record_id, changes) values ('" + mine.String() + "', 'deleted', 'widgets', gen_random_uuid(), '{}')",
		"insert into audit_log (tenant_id, at, action, record_table, record_id, changes) values ('" + mine.String() + "', now(), 'deleted', 'widgets', gen_random_uuid(), '{}')",
	} {
		if _, err := door.Exec(t.Context(), sql); !denied(err) {
			t.Errorf("%s: %v", sql, err)
		}
		if _, err := db.System.Exec(t.Context(), sql); !denied(err) {
			t.Errorf("as the system role: %s: %v", sql, err)
		}
	}
	var n int
	if err := door.QueryRow(t.Context(), "select count(*) from audit_log").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d entries of another company, %v", n, err)
	}
}
