package pg

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// Functions behind the operators that search uses: @@, ILIKE and @>. Row-level security lets the
// planner use an index only for operators that are marked as unable to leak their arguments.
var leakproof = []string{
	"pg_catalog.ts_match_vq(tsvector, tsquery)",
	"pg_catalog.texticlike(text, text)",
	"pg_catalog.jsonb_contains(jsonb, jsonb)",
}

// markLeakproof marks them where we are superuser; elsewhere searches are slower and just as right.
// A dump does not carry this mark, so it is set at every start.
func markLeakproof(ctx context.Context, conn *pgx.Conn) error {
	var super bool
	err := conn.QueryRow(ctx, "select rolsuper from pg_roles where rolname = current_user").Scan(&super)
	if err != nil || !super {
		return err
	}
	for _, f := range leakproof {
		var done bool
		if err := conn.QueryRow(ctx, "select proleakproof from pg_proc where oid = $1::regprocedure", f).Scan(&done); err != nil {
			return err
		}
		if done {
			continue
		}
		if _, err := conn.Exec(ctx, "alter function "+f+" leakproof"); err != nil {
			return err
		}
	}
	return nil
}
