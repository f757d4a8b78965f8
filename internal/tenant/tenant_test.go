package tenant_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/internal/tenant"
)

// fill makes tenants that have one member each, and returns their ids.
func fill(t *testing.T, db *dbtest.DB, n int) []uuid.UUID {
	t.Helper()
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = uuid.New()
		exec(t, db, "insert into tenants (id, name) values ($1, 'T')", ids[i])
		exec(t, db, "insert into users (id, email, name, password_hash) values ($1, $2, 'U', '-')", ids[i], ids[i].String()+"@example.com")
		exec(t, db, "insert into memberships (tenant_id, user_id, role) values ($1, $1, 'owner')", ids[i])
	}
	return ids
}

func exec(t *testing.T, db *dbtest.DB, sql string, args ...any) {
	t.Helper()
	if _, err := db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// Every way through the door shows the tenant's rows and nobody else's, with many tenants on few connections.
func TestEachTenantSeesItself(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	ids := fill(t, db, 8)
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Go(func() {
			door := db.Doors().Tenant(id)
			if door.ID() != id {
				t.Error("the door is another's")
			}
			for range 25 {
				var got uuid.UUID
				if err := door.QueryRow(t.Context(), "select id from tenants").Scan(&got); err != nil || got != id {
					t.Errorf("row: %v, %v", got, err)
				}
				rows, err := door.Query(t.Context(), "select user_id from memberships")
				if err != nil {
					t.Error(err)
					return
				}
				if all, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID]); err != nil || len(all) != 1 || all[0] != id {
					t.Errorf("rows: %v, %v", all, err)
				}
				if tag, err := door.Exec(t.Context(), "update tenants set name = 'T'"); err != nil || tag.RowsAffected() != 1 {
					t.Errorf("exec: %v, %v", tag, err)
				}
				err = door.InTx(t.Context(), func(tx pgx.Tx) error {
					for range 2 {
						if err := tx.QueryRow(t.Context(), "select id from tenants").Scan(&got); err != nil || got != id {
							t.Errorf("transaction: %v, %v", got, err)
						}
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for range 8 { // nothing is left on the connections
		var n int
		if err := db.App.QueryRow(t.Context(), "select count(*) from tenants").Scan(&n); err != nil || n != 0 {
			t.Errorf("without a scope: %d rows, %v", n, err)
		}
	}
}

func TestAnotherTenantsRowsAreRefused(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	ids := fill(t, db, 2)
	door := db.Doors().Tenant(ids[0])
	_, err := door.Exec(t.Context(), "insert into conversations (tenant_id, id, user_id) values ($1, $2, $1)", ids[1], uuid.New())
	if code(err) != "42501" {
		t.Errorf("insert: %v", err)
	}
	for _, sql := range []string{"update memberships set role = 'member' where tenant_id = $1", "delete from memberships where tenant_id = $1"} {
		if tag, err := door.Exec(t.Context(), sql, ids[1]); err != nil || tag.RowsAffected() != 0 {
			t.Errorf("%s: %v, %v", sql, tag, err)
		}
	}
	for _, sql := range []string{"select password_hash from users", "select * from sessions", "truncate messages", "insert into memberships (tenant_id, user_id, role) select app_tenant(), app_tenant(), 'owner'"} {
		if _, err := door.Exec(t.Context(), sql); code(err) != "42501" {
			t.Errorf("%s: %v", sql, err)
		}
	}
	// No tenant at all sees nothing.
	var n int
	if err := db.Doors().Tenant(uuid.Nil).QueryRow(t.Context(), "select count(*) from tenants").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d rows, %v", n, err)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	door := db.Doors().Tenant(fill(t, db, 1)[0])
	exec(t, db, "create table late (id int primary key deferrable initially deferred)")
	exec(t, db, "grant select, insert on late to stoa_app")
	exec(t, db, "insert into late values (1)")
	for range 20 { // more often than there are connections: none is lost
		if _, err := door.Exec(t.Context(), "selec 1"); code(err) != "42601" {
			t.Errorf("syntax, exec: %v", err)
		}
		if rows, err := door.Query(t.Context(), "select $1::int / 0", 1); err == nil {
			for rows.Next() {
				t.Error("a row")
			}
			if err := rows.Err(); code(err) != "22012" {
				t.Errorf("division, query: %v", err)
			}
		}
		var n int
		if err := door.QueryRow(t.Context(), "select 1 where false").Scan(&n); !errors.Is(err, pgx.ErrNoRows) {
			t.Errorf("no rows: %v", err)
		}
		if err := door.QueryRow(t.Context(), "select 'x'").Scan(&n); err == nil {
			t.Error("text into a number")
		}
		if err := door.QueryRow(t.Context(), "select 1/0").Scan(&n); code(err) != "22012" {
			t.Errorf("division, row: %v", err)
		}
		// What fails at the commit only is an error too, whichever way it was sent.
		if _, err := door.Exec(t.Context(), "insert into late values (1)"); code(err) != "23505" {
			t.Errorf("commit, exec: %v", err)
		}
		if err := door.QueryRow(t.Context(), "insert into late values (1) returning id").Scan(&n); code(err) != "23505" {
			t.Errorf("commit, row: %v", err)
		}
		rows, err := door.Query(t.Context(), "select generate_series(1, 100)")
		if err != nil {
			t.Fatal(err)
		}
		rows.Next()
		rows.Close() // in the middle
		rows.Close()
		if rows.Next() || rows.Err() != nil {
			t.Errorf("closed early: %v", rows.Err())
		}
	}
	if n := db.App.Stat().AcquiredConns(); n != 0 {
		t.Errorf("%d connections are still out", n)
	}
}

func code(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}

func TestTransactions(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	id := fill(t, db, 1)[0]
	doors := db.Doors()
	rename := func(f func() error) func(pgx.Tx) error {
		return func(tx pgx.Tx) error {
			if _, err := tx.Exec(t.Context(), "update tenants set name = 'changed' where id = $1", id); err != nil {
				return err
			}
			return f()
		}
	}
	failed := errors.New("no")
	for name, in := range map[string]func(context.Context, func(pgx.Tx) error) error{"tenant": doors.Tenant(id).InTx, "system": doors.System().InTx} {
		if err := in(t.Context(), rename(func() error { return failed })); !errors.Is(err, failed) {
			t.Errorf("%s: %v", name, err)
		}
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: the panic is gone", name)
				}
			}()
			_ = in(t.Context(), rename(func() error { panic("oh") }))
		}()
		expect(t, db, id, "T")
		if err := in(t.Context(), rename(func() error { return nil })); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		expect(t, db, id, "changed")
		exec(t, db, "update tenants set name = 'T'")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := doors.Tenant(id).Exec(ctx, "select 1"); !errors.Is(err, context.Canceled) {
		t.Errorf("a request that was given up: %v", err)
	}
}

func expect(t *testing.T, db *dbtest.DB, id uuid.UUID, name string) {
	t.Helper()
	var got string
	if err := db.Admin.QueryRow(t.Context(), "select name from tenants where id = $1", id).Scan(&got); err != nil || got != name {
		t.Errorf("got %q, %v; want %q", got, err, name)
	}
}

// oneConnection is a pool whose only connection keeps what is planned on it.
func oneConnection(t *testing.T, db *dbtest.DB) *pgxpool.Pool {
	t.Helper()
	cfg, err := pg.PoolConfig(db.URL, tenant.RoleApp, 1)
	if err != nil {
		t.Fatal(err)
	}
	pool, err := pgxpool.NewWithConfig(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// A statement with optional filters is planned for its values however often it runs; others keep their plan.
func TestPlansOfOptionalFilters(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	pool := oneConnection(t, db)
	door := tenant.NewDoors(pool, nil).Tenant(fill(t, db, 1)[0])
	for sql, want := range map[string]bool{
		"select user_id from memberships where tenant_id = $1":                                            false,
		"select user_id from memberships where tenant_id = $1 and created_at IS NULL":                     false,
		"select user_id from memberships where tenant_id = $1 and ($2::uuid IS NULL OR user_id = $2)":     true,
		"select user_id from memberships where tenant_id = $1 and user_id IS NULL and ($2::uuid IS NULL)": true,
	} {
		args := []any{door.ID()}
		if strings.Contains(sql, "$2") {
			args = append(args, nil)
		}
		for range 12 {
			if _, err := door.Exec(t.Context(), sql, args...); err != nil {
				t.Fatal(sql, err)
			}
		}
		var generic, custom int
		err := pool.QueryRow(t.Context(), "select generic_plans, custom_plans from pg_prepared_statements where statement = $1", sql).Scan(&generic, &custom)
		if err != nil || (custom == 12) != want || (generic > 0) == want {
			t.Errorf("%s: planned %d times, kept %d times, %v", sql, custom, generic, err)
		}
	}
	var left string
	if err := pool.QueryRow(t.Context(), "show plan_cache_mode").Scan(&left); err != nil || left != "auto" {
		t.Errorf("left on the connection: %s, %v", left, err)
	}
}

// A list that walks is planned once for each way in which it switches, and what is set for it ends with it.
func TestPlansThatAreKept(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	pool := oneConnection(t, db)
	door := tenant.NewDoors(pool, nil).Tenant(fill(t, db, 2)[1])
	const list = "select user_id from memberships where tenant_id = $1 and ($2::uuid IS NULL OR user_id = $2::uuid) " +
		"order by case when $3::text = 'name' then user_id end, case when $3::text = '-name' then user_id end desc limit $4"
	read := func(args ...any) tenant.Call {
		return func(on tenant.Statements) error {
			var got uuid.UUID
			if err := on.QueryRow(t.Context(), list, append([]any{door.ID()}, args...)...).Scan(&got); err != nil || got == door.ID() {
				return err
			}
			return errors.New("the row is another's")
		}
	}
	id, now := door.ID(), func(on tenant.Statements) error {
		_, err := on.Exec(t.Context(), "select now()")
		return err
	}
	for range 3 {
		for _, calls := range [][]tenant.Call{
			{read(nil, "name", int32(5))}, {read(nil, "-name", int32(5))}, {read(nil, "name", int32(5)), read(nil, "name", int32(7))},
			{now, read(&id, "name", int32(5)), read(nil, "name", int32(5))}, {read(nil, "name", int32(5)), now},
		} {
			if err := door.Walk().Together(t.Context(), calls...); err != nil {
				t.Error(err)
			}
		}
		if err := read(nil, "-name", int32(5))(door.Walk()); err != nil {
			t.Error(err)
		}
	}
	var plans, kept, each int
	err := pool.QueryRow(t.Context(), "select count(*), sum(generic_plans), sum(custom_plans) from pg_prepared_statements where statement like 'select user_id%' and statement <> $1", list).Scan(&plans, &kept, &each)
	if err != nil || plans != 2 || kept != 3*6 || each != 0 {
		t.Errorf("%d statements, planned once %d times, planned each time %d, %v", plans, kept, each, err)
	}
	err = pool.QueryRow(t.Context(), "select generic_plans, custom_plans from pg_prepared_statements where statement = $1", list).Scan(&kept, &each)
	if err != nil || kept != 0 || each != 3*2 {
		t.Errorf("what has a filter, or is not last: planned once %d times, planned each time %d, %v", kept, each, err)
	}
	for _, name := range []string{"plan_cache_mode", "enable_sort", "enable_seqscan", "enable_bitmapscan"} {
		var now, initially string
		if err := pool.QueryRow(t.Context(), "select setting, reset_val from pg_settings where name = $1", name).Scan(&now, &initially); err != nil || now != initially {
			t.Errorf("left on the connection: %s is %s, not %s, %v", name, now, initially, err)
		}
	}
}

func TestTogether(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	ids := fill(t, db, 2)
	door := db.Doors().Tenant(ids[0])
	rename := func(name string) tenant.Call {
		return func(on tenant.Statements) error {
			_, err := on.Exec(t.Context(), "update tenants set name = $1", name)
			return err
		}
	}
	var name string
	var members []uuid.UUID
	err := door.Together(t.Context(), rename("Renamed"),
		func(on tenant.Statements) error {
			return on.QueryRow(t.Context(), "select name from tenants").Scan(&name)
		},
		func(on tenant.Statements) error {
			rows, err := on.Query(t.Context(), "select user_id from memberships")
			if err != nil {
				return err
			}
			members, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
			return err
		})
	if err != nil || name != "Renamed" || len(members) != 1 || members[0] != ids[0] {
		t.Errorf("got %q, %v, %v", name, members, err)
	}
	expect(t, db, ids[1], "T") // the other tenant's

	// What the database refuses undoes all of it, also at the commit.
	exec(t, db, "create table later (id int primary key deferrable initially deferred)")
	exec(t, db, "grant insert on later to stoa_app")
	twice := func(on tenant.Statements) error {
		_, err := on.Exec(t.Context(), "insert into later values (1), (1)")
		return err
	}
	wrong := func(on tenant.Statements) error { return on.QueryRow(t.Context(), "select 1/0").Scan(new(int)) }
	for want, call := range map[string]tenant.Call{"22012": wrong, "23505": twice} {
		if err := door.Together(t.Context(), rename("Undone"), call); code(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
		expect(t, db, ids[0], "Renamed")
	}
	// No row is the caller's own business.
	none := func(on tenant.Statements) error {
		return on.QueryRow(t.Context(), "select 1 where false").Scan(new(int))
	}
	if err := door.Together(t.Context(), rename("T"), none); !errors.Is(err, pgx.ErrNoRows) {
		t.Errorf("got %v", err)
	}
	expect(t, db, ids[0], "T")

	for name, call := range map[string]tenant.Call{
		"no statement": func(tenant.Statements) error { return nil },
		"two":          func(on tenant.Statements) error { return errors.Join(rename("Undone")(on), rename("Undone")(on)) },
	} {
		if err := door.Together(t.Context(), rename("Undone"), call); err == nil {
			t.Errorf("%s: no error", name)
		}
		expect(t, db, ids[0], "T")
	}
	if n := db.App.Stat().AcquiredConns(); n != 0 {
		t.Errorf("%d connections are still out", n)
	}
}

// A transaction goes on after a pipeline, also after one that was not sent, and what is refused in one undoes all of it.
func TestPipeline(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	id := fill(t, db, 1)[0]
	rename := func(name string) tenant.Call {
		return func(on tenant.Statements) error {
			_, err := on.Exec(t.Context(), "update tenants set name = $1", name)
			return err
		}
	}
	nothing := func(tenant.Statements) error { return nil }
	var seen, after string
	see := func(on tenant.Statements) error {
		return on.QueryRow(t.Context(), "select name from tenants").Scan(&seen)
	}
	err := db.Doors().Tenant(id).InTx(t.Context(), func(tx pgx.Tx) error {
		if err := tenant.Pipeline(t.Context(), tx, rename("Unsent"), nothing); err == nil {
			t.Error("a call without a statement: no error")
		}
		if err := tenant.Pipeline(t.Context(), tx, rename("First"), see, rename("Second")); err != nil {
			return err
		}
		return tx.QueryRow(t.Context(), "select name from tenants").Scan(&after)
	})
	if err != nil || seen != "First" || after != "Second" {
		t.Errorf("got %q, then %q, %v", seen, after, err)
	}
	expect(t, db, id, "Second")
	err = db.Doors().Tenant(id).InTx(t.Context(), func(tx pgx.Tx) error {
		wrong := func(on tenant.Statements) error { return on.QueryRow(t.Context(), "select 1/0").Scan(new(int)) }
		return tenant.Pipeline(t.Context(), tx, rename("Undone"), wrong, rename("Undone"))
	})
	if code(err) != "22012" {
		t.Errorf("got %v, want a division by zero", err)
	}
	expect(t, db, id, "Second")
}
