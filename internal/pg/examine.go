package pg

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"stoa/internal/tenant"
)

// State is what Examine found in a database.
type State struct {
	Server string        // version
	Vector string        // version of pgvector; "" when the server lacks it
	Roles  []string      // what is wrong with the two roles, a sentence each
	Tables int           // of ours
	Bare   []string      // those without forced row-level security, public data apart
	Drift  time.Duration // the server's clock against ours
}

// Examine looks at a database and changes nothing.
func Examine(ctx context.Context, adminURL string) (s State, err error) {
	conn, err := pgx.Connect(ctx, adminURL)
	if err != nil {
		return s, oneLine(err)
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	before := time.Now()
	var now time.Time
	err = conn.QueryRow(ctx, `SELECT current_setting('server_version'), clock_timestamp(),
		coalesce((SELECT default_version FROM pg_available_extensions WHERE name = 'vector'), '')`).Scan(&s.Server, &now, &s.Vector)
	if err != nil {
		return s, oneLine(err)
	}
	s.Drift = now.Sub(before.Add(time.Since(before) / 2))
	if s.Roles, err = rolesAtFault(ctx, conn); err != nil {
		return s, oneLine(err)
	}
	rows, err := conn.Query(ctx, `SELECT relname::text, relrowsecurity AND relforcerowsecurity OR relname = 'prices' FROM pg_class
		WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname !~ '^(goose|river)_'`)
	if err != nil {
		return s, oneLine(err)
	}
	var name string
	var walled bool
	_, err = pgx.ForEachRow(rows, []any{&name, &walled}, func() error {
		if s.Tables++; !walled {
			s.Bare = append(s.Bare, name)
		}
		return nil
	})
	return s, err
}

func rolesAtFault(ctx context.Context, conn *pgx.Conn) (faults []string, err error) {
	for _, role := range []string{tenant.RoleApp, tenant.RoleSystem} {
		var found, strong bool
		err := conn.QueryRow(ctx, `SELECT count(*) > 0, coalesce(bool_or(rolsuper OR rolbypassrls), false) FROM pg_roles WHERE rolname = $1`, role).Scan(&found, &strong)
		switch {
		case err != nil:
			return nil, err
		case !found:
			faults = append(faults, "role "+role+" is missing: Stoa makes it at its first start")
		case strong:
			faults = append(faults, "role "+role+" could bypass row-level security: ALTER ROLE "+role+" NOSUPERUSER NOBYPASSRLS")
		}
	}
	return faults, nil
}
