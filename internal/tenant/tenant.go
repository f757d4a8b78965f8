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

// What goes before each statement, in its implicit transaction.
const (
	bind     = "select set_config('app.tenant_id', $1, true)"
	bindPlan = "select set_config('app.tenant_id', $1, true), set_config('plan_cache_mode', 'force_custom_plan', true)"
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

// System is the door to the tables that are read before or beside a tenant; its queries stand in queries/system.sql.
func (d *Doors) System() *System { return &System{Pool: d.system} }

// System runs statements as RoleSystem, which has policies on a few tables only.
type System struct{ *pgxpool.Pool }

// InTx runs f in one transaction; an error or a panic rolls it back.
func (s *System) InTx(ctx context.Context, f func(pgx.Tx) error) error {
	return pgx.BeginFunc(ctx, s.Pool, f)
}

// DB runs statements in the scope of one tenant; it implements the DBTX of sqlc.
type DB struct {
	pool *pgxpool.Pool
	id   uuid.UUID
}

// ID is the tenant that this door opens to.
func (d *DB) ID() uuid.UUID { return d.id }

func (d *DB) send(ctx context.Context, sql string, args []any) (pgx.BatchResults, error) {
	b := &pgx.Batch{}
	if optional(sql) {
		b.Queue(bindPlan, d.id.String())
	} else {
		b.Queue(bind, d.id.String())
	}
	b.Queue(sql, args...)
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
	// The id is a parsed UUID, so it needs no quoting.
	begin := fmt.Sprintf("begin; set local app.tenant_id = '%s'", d.id)
	return pgx.BeginTxFunc(ctx, d.pool, pgx.TxOptions{BeginQuery: begin}, f)
}
