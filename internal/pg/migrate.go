package pg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// migrateLock is the advisory lock under which one process at a time changes a database.
const migrateLock = 0x53746f61

// MigrateOptions says what to migrate as whom.
type MigrateOptions struct {
	AdminURL string // may create roles, extensions and tables
	URL      string // what Stoa logs in with: its role may then become stoa_app and stoa_system; empty is AdminURL
	Log      *slog.Logger
	Files    fs.FS // goose's files at its root: schema.Migrations, but for tests and drafts
}

// Migrate brings the database to the newest version: roles, schema, job queue. It is safe to call
// at every start and from several processes at once. A server that is too old or without pgvector
// is refused with one line.
func Migrate(ctx context.Context, o MigrateOptions) error {
	cfg, err := connConfig("DATABASE_ADMIN_URL", o.AdminURL)
	if err != nil {
		return err
	}
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return fmt.Errorf("connect to DATABASE_ADMIN_URL: %w", oneLine(err))
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // also frees the lock, whatever it returns
	if err := checkServer(ctx, conn); err != nil {
		return err
	}
	if err := waitForLock(ctx, conn); err != nil {
		return fmt.Errorf("wait for another process that migrates: %w", oneLine(err))
	}
	login, err := loginOf(o)
	if err != nil {
		return err
	}
	files, err := o.files()
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	steps := []func() error{
		func() error { return ensureRoles(ctx, conn, login) },
		func() error { return markLeakproof(ctx, conn) },
		func() error { return checkDraft(ctx, conn, files) },
		func() error { return migrateSchema(ctx, cfg, files, o.Log) },
		func() error { return rememberDraft(ctx, conn, files) },
		func() error { return migrateJobs(ctx, conn, o) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("migrate: %w", oneLine(err))
		}
	}
	return nil
}

func loginOf(o MigrateOptions) (string, error) {
	if o.URL == "" {
		o.URL = o.AdminURL
	}
	cfg, err := connConfig("DATABASE_URL", o.URL)
	if err != nil {
		return "", err
	}
	return cfg.User, nil
}

// connConfig reads an address as the pools do, so that settings of a pool in it are no obstacle.
func connConfig(name, address string) (*pgx.ConnConfig, error) {
	cfg, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, oneLine(err))
	}
	return cfg.ConnConfig, nil
}

// checkServer refuses what Stoa cannot run on.
func checkServer(ctx context.Context, conn *pgx.Conn) error {
	var vector bool
	err := conn.QueryRow(ctx, "select exists (select from pg_available_extensions where name = 'vector')").Scan(&vector)
	if err != nil {
		return oneLine(err)
	}
	return refuseServer(major(conn), vector)
}

func refuseServer(major int, vector bool) error {
	switch {
	case major < MinMajor:
		return fmt.Errorf("PostgreSQL %d is too old: Stoa needs %d or newer", major, MinMajor)
	case !vector:
		return fmt.Errorf("pgvector is missing on the database server: install the package postgresql-%d-pgvector there", major)
	default:
		return nil
	}
}

func major(conn *pgx.Conn) int {
	n, _ := strconv.Atoi(firstNumber.FindString(conn.PgConn().ParameterStatus("server_version")))
	return n
}

// waitForLock polls: a session that waited inside a statement would hold a snapshot, and CREATE
// INDEX CONCURRENTLY in the session that migrates would wait for it for ever.
func waitForLock(ctx context.Context, conn *pgx.Conn) error {
	for {
		var held bool
		if err := conn.QueryRow(ctx, "select pg_try_advisory_lock($1)", migrateLock).Scan(&held); err != nil || held {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func migrateSchema(ctx context.Context, cfg *pgx.ConnConfig, files fs.FS, log *slog.Logger) (err error) {
	db := stdlib.OpenDB(*cfg)
	defer func() { err = errors.Join(err, db.Close()) }()
	p, err := provider(db, files)
	if err != nil {
		return err
	}
	done, err := p.Up(ctx)
	for _, r := range done {
		log.Info("migrated", "file", r.Source.Path, "took", r.Duration.Round(time.Millisecond))
	}
	return err
}

func provider(db *sql.DB, files fs.FS) (*goose.Provider, error) {
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true))
}

// Pending is a migration that the database has not run, with the hazards that were accepted when it was written.
type Pending struct {
	File    string
	Hazards []string
	SQL     string
}

// Plan lists what Migrate would run, and changes nothing.
func Plan(ctx context.Context, o MigrateOptions) ([]Pending, error) {
	cfg, err := connConfig("DATABASE_ADMIN_URL", o.AdminURL)
	if err != nil {
		return nil, err
	}
	files, err := o.files()
	if err != nil {
		return nil, err
	}
	done, err := ran(ctx, cfg)
	if err != nil {
		return nil, oneLine(err)
	}
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, err
	}
	var all []Pending
	for _, name := range names {
		version, err := goose.NumericComponent(name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(done, version) {
			continue
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		all = append(all, Pending{File: name, SQL: string(text), Hazards: acceptedHazards(string(text))})
	}
	return all, nil
}

// ran are the versions that a database has; one that Stoa has never seen has none.
func ran(ctx context.Context, cfg *pgx.ConnConfig) ([]int64, error) {
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	var known bool
	if err := conn.QueryRow(ctx, "SELECT to_regclass('public.goose_db_version') IS NOT NULL").Scan(&known); err != nil || !known {
		return nil, err
	}
	rows, err := conn.Query(ctx, "SELECT version_id FROM goose_db_version WHERE is_applied")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int64])
}
