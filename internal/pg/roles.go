package pg

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/tenant"
)

// ensureRoles makes the two roles that connections run as and lets the login role become them, if it cannot yet.
func ensureRoles(ctx context.Context, conn *pgx.Conn, login string) error {
	for _, role := range []string{tenant.RoleApp, tenant.RoleSystem} {
		if err := ensureRole(ctx, conn, role, "NOLOGIN"); err != nil {
			return err
		}
		if err := ensureMember(ctx, conn, login, role); err != nil {
			return err
		}
	}
	return nil
}

func ensureRole(ctx context.Context, conn *pgx.Conn, role, attributes string) error {
	return settle(ctx, func() error {
		var found bool
		if err := conn.QueryRow(ctx, "select exists (select from pg_roles where rolname = $1)", role).Scan(&found); err != nil || found {
			return err
		}
		_, err := conn.Exec(ctx, "create role "+pgx.Identifier{role}.Sanitize()+" NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE "+attributes)
		if err != nil && !raced(err) {
			return fmt.Errorf("create role %s (DATABASE_ADMIN_URL must be allowed to): %w", role, err)
		}
		return err
	})
}

func ensureMember(ctx context.Context, conn *pgx.Conn, login, role string) error {
	// Since PostgreSQL 16 who creates a role is a member that may not become it; older ones know no such difference.
	privilege := "MEMBER"
	if major(conn) >= 16 {
		privilege = "SET"
	}
	return settle(ctx, func() error {
		var may bool
		if err := conn.QueryRow(ctx, "select pg_has_role($1, $2, $3)", login, role, privilege).Scan(&may); err != nil || may {
			return err
		}
		_, err := conn.Exec(ctx, "grant "+pgx.Identifier{role}.Sanitize()+" to "+pgx.Identifier{login}.Sanitize())
		if err != nil && !raced(err) {
			return fmt.Errorf("grant %s to %s: %w", role, login, err)
		}
		return err
	})
}

// settle tries again while f loses races: roles belong to the whole cluster, where no lock of one database serialises them.
func settle(ctx context.Context, f func() error) error {
	for {
		err := f()
		if err == nil || !raced(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// raced recognises what PostgreSQL says when another session changed the same role: a duplicate, or "tuple concurrently updated".
func raced(err error) bool {
	var pgErr *pgconn.PgError
	if !errors.As(err, &pgErr) {
		return false
	}
	return pgErr.Code == "23505" || pgErr.Code == "42710" || (pgErr.Code == "XX000" && pgErr.Message == "tuple concurrently updated")
}
