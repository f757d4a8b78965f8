package pg

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Open returns a pool of at most max connections that run as role. It connects once to check that
// the role cannot get round row-level security, and refuses with one line when it could.
func Open(ctx context.Context, url, role string, max int32) (*pgxpool.Pool, error) {
	cfg, err := PoolConfig(url, role, max)
	if err != nil {
		return nil, err
	}
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("DATABASE_URL: %w", oneLine(err))
	}
	if err := checkRole(ctx, pool, role); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// PoolConfig is what Open uses; a pool made from it connects when it is first used, unchecked. An
// empty role leaves the login role as it is.
func PoolConfig(url, role string, max int32) (*pgxpool.Config, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("DATABASE_URL: %w", oneLine(err))
	}
	cfg.MaxConns = max
	cfg.AfterConnect = registerTypes
	cfg.PrepareConn = alive
	for name, value := range map[string]string{
		"application_name": "stoa",
		"timezone":         "UTC",
		// Most statements keep their plan; the tenant's door has those with optional filters planned each time.
		"plan_cache_mode": "auto",
		// A forgotten transaction holds back the tail of events and the vacuum.
		"idle_in_transaction_session_timeout": "30s",
		// A filter by tenant behind a vector index finds too little without it.
		"hnsw.iterative_scan": "strict_order",
		// As many as a search asks for: with fewer the scan would begin anew to find them.
		"hnsw.ef_search": "200",
	} {
		cfg.ConnConfig.RuntimeParams[name] = value
	}
	if role != "" {
		// Given at the start of the session, the role is its default: RESET ROLE comes back to it.
		cfg.ConnConfig.RuntimeParams["role"] = role
	}
	return cfg, nil
}

// checkRole refuses a role that row-level security would not hold.
func checkRole(ctx context.Context, pool *pgxpool.Pool, role string) error {
	var current string
	var super, bypass, owner bool
	err := pool.QueryRow(ctx, `select current_user::text, r.rolsuper, r.rolbypassrls, exists (
			select from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER'))
		from pg_roles r where r.rolname = current_user`).Scan(&current, &super, &bypass, &owner)
	switch {
	case err != nil:
		return fmt.Errorf("connect to DATABASE_URL as %s: %w", role, oneLine(err))
	case current != role:
		return fmt.Errorf("the database runs us as %s instead of %s: is a pooler between that drops start parameters?", current, role)
	case super:
		return fmt.Errorf("the database role %s is a superuser, which no row-level security holds: ALTER ROLE %s NOSUPERUSER", role, role)
	case bypass:
		return fmt.Errorf("the database role %s bypasses row-level security: ALTER ROLE %s NOBYPASSRLS", role, role)
	case owner:
		return fmt.Errorf("the database role %s owns tables, or is a member of their owner, and could switch row-level security off: ALTER TABLE … OWNER TO another role", role)
	}
	return nil
}

// oneLine keeps of a database error what a person can use; pgx's own text has a line per address tried.
func oneLine(err error) error {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return &lineError{text: pgErr.Severity + ": " + pgErr.Message + " (" + pgErr.Code + ")", cause: err}
	}
	return &lineError{text: strings.Join(strings.Fields(err.Error()), " "), cause: err}
}

type lineError struct {
	text  string
	cause error
}

// Error is one line.
func (e *lineError) Error() string { return e.text }

// Unwrap returns the error as it came.
func (e *lineError) Unwrap() error { return e.cause }
