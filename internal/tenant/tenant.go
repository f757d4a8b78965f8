// Package tenant is the only door to the database: a tenant's rows through DB, what stands beside tenants through System.
//
// Both run under database roles that cannot bypass row-level security. DB binds the tenant to
// every statement's transaction in the same round trip: a pipelined batch of set_config and the
// statement is one implicit transaction, so nothing is left on the pooled connection.
package tenant

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// The two database roles that connections run as.
const (
	RoleApp    = "stoa_app"
	RoleSystem = "stoa_system"
)

// What goes before each statement, in its implicit transaction: the tenant, who acts, which the changes of @audit tables are
// recorded with, and what it is planned under.
const (
	bind   = "select set_config('app.tenant_id', $1, true)"
	bindAs = bind + ", set_config('app.user_id', $2, true)"
)

// Doors hands out the two doors of one database.
type Doors struct {
	app    *pgxpool.Pool
	system *pgxpool.Pool
}

// NewDoors takes a pool whose connections run as RoleApp and one whose connections run as RoleSystem.
func NewDoors(app, system *pgxpool.Pool) *Doors { return &Doors{app: app, system: system} }

// Tenant is the door to one tenant's rows.
func (d *Doors) Tenant(id uuid.UUID) *DB { return &DB{pool: d.app, id: id} }

// System is the door to the tables that are read before or beside a tenant; its queries stand in queries/system*.sql.
func (d *Doors) System() *System { return &System{Pool: d.system} }

// System runs statements as RoleSystem, which has policies on a few tables only.
type System struct{ *pgxpool.Pool }

// InTx runs f in one transaction; an error or a panic rolls it back.
func (s *System) InTx(ctx context.Context, f func(pgx.Tx) error) error {
	return pgx.BeginFunc(ctx, s.Pool, f)
}

// InTxAs is InTx of a person who acts.
func (s *System) InTxAs(ctx context.Context, user uuid.UUID, f func(pgx.Tx) error) error {
	begin := fmt.Sprintf("begin; set local app.user_id = '%s'", user)
	return pgx.BeginTxFunc(ctx, s.Pool, pgx.TxOptions{BeginQuery: begin}, f)
}

// DB runs statements in the scope of one tenant; it implements the DBTX of sqlc.
type DB struct {
	pool *pgxpool.Pool
	id   uuid.UUID
	user uuid.UUID // who acts; zero for nobody, as in a job

	walks bool // see Walk
	place []any
}

// ID is the tenant that this door opens to.
func (d *DB) ID() uuid.UUID { return d.id }

// As is the same door with a person who acts: the changes of audited tables are recorded as theirs.
func (d *DB) As(user uuid.UUID) *DB { return &DB{pool: d.pool, id: d.id, user: user} }

// bind queues what goes before statements.
func (d *DB) bind(b *pgx.Batch, under settings) {
	sql, args := bind, []any{d.id.String()}
	if d.user != uuid.Nil {
		sql, args = bindAs, append(args, d.user.String())
	}
	switch under {
	case custom:
		sql += ", " + planEachTime
	case walking:
		sql += ", " + planToWalk
	}
	b.Queue(sql, args...)
}

func (d *DB) send(ctx context.Context, sql string, args []any) (pgx.BatchResults, error) {
	b := &pgx.Batch{}
	s := statement{sql, args}
	d.bind(b, d.settle(&s))
	b.Queue(s.sql, s.args...)
	res := d.pool.SendBatch(ctx, b)
	if _, err := res.Exec(); err != nil {
		return nil, errors.Join(err, res.Close())
	}
	return res, nil
}

// Exec runs a statement that returns no rows.
func (d *DB) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	res, err := d.send(ctx, sql, args)
	if err != nil {
		return pgconn.CommandTag{}, err
	}
	tag, err := res.Exec()
	if cerr := res.Close(); err == nil { // an error at commit shows up here
		err = cerr
	}
	return tag, err
}

// Query runs a statement that returns rows; closing them ends the transaction.
func (d *DB) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	res, err := d.send(ctx, sql, args)
	if err != nil {
		return nil, err
	}
	rows, err := res.Query()
	if err != nil {
		return nil, errors.Join(err, res.Close())
	}
	return &batchRows{Rows: rows, res: res}, nil
}

// QueryRow runs a statement that returns one row; an error waits for Scan.
func (d *DB) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	rows, err := d.Query(ctx, sql, args...)
	return batchRow{rows: rows, err: err}
}

// InTx runs f in one transaction of this tenant; an error or a panic rolls it back.
func (d *DB) InTx(ctx context.Context, f func(pgx.Tx) error) error {
	// The ids are parsed UUIDs, so they need no quoting.
	begin := fmt.Sprintf("begin; set local app.tenant_id = '%s'", d.id)
	if d.user != uuid.Nil {
		begin += fmt.Sprintf("; set local app.user_id = '%s'", d.user)
	}
	return pgx.BeginTxFunc(ctx, d.pool, pgx.TxOptions{BeginQuery: begin}, f)
}
