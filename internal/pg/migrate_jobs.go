package pg

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"stoa/internal/tenant"
)

// migrateJobs makes River's tables and opens them to the system role: a job is read before its tenant is known.
func migrateJobs(ctx context.Context, conn *pgx.Conn, o MigrateOptions) error {
	cfg, err := pgxpool.ParseConfig(o.AdminURL)
	if err != nil {
		return err
	}
	cfg.MaxConns = 2
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return err
	}
	defer pool.Close()
	m, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	done, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	if err != nil {
		return fmt.Errorf("job queue: %w", err)
	}
	if len(done.Versions) > 0 {
		o.Log.Info("migrated", "jobs", done.Versions[len(done.Versions)-1].Version)
	}
	return grantJobs(ctx, conn)
}

func grantJobs(ctx context.Context, conn *pgx.Conn) error {
	rows, err := conn.Query(ctx, `select relname::text, relkind = 'S' from pg_class
		where relnamespace = 'public'::regnamespace and relname like 'river\_%' and relkind in ('r', 'p', 'S')`)
	if err != nil {
		return err
	}
	type object struct {
		Name     string
		Sequence bool
	}
	objects, err := pgx.CollectRows(rows, pgx.RowToStructByPos[object])
	if err != nil {
		return err
	}
	for _, t := range objects {
		rights, kind := "select, insert, update, delete", "table"
		if t.Sequence {
			rights, kind = "usage, select", "sequence"
		}
		sql := fmt.Sprintf("grant %s on %s public.%s to %s", rights, kind, pgx.Identifier{t.Name}.Sanitize(), tenant.RoleSystem)
		if _, err := conn.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}
