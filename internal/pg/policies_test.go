package pg_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
)

// walls is the second wall as the catalogue has it: row-level security, policies and rights of each table of ours; and
// the triggers of record events and of the audit log.
const walls = `
WITH ours AS (
  SELECT c.oid, c.relname::text AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, c.relacl, c.relowner
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND c.relname NOT LIKE 'goose\_%' AND c.relname NOT LIKE 'river\_%'
)
SELECT format('%s: row security %s, forced %s', name, enabled, forced) FROM ours
UNION ALL
SELECT format('%s: policy %s %s to %s using %s check %s', o.name, p.polname, p.polcmd,
  (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(p.polroles) AS r),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN ours o ON o.oid = p.polrelid
UNION ALL
SELECT format('%s: %s may %s', o.name, a.grantee::regrole, a.privilege_type)
FROM ours o, aclexplode(o.relacl) AS a WHERE a.grantee <> o.relowner
UNION ALL
SELECT format('%s.%s: %s may %s', o.name, t.attname, a.grantee::regrole, a.privilege_type)
FROM ours o JOIN pg_attribute t ON t.attrelid = o.oid AND NOT t.attisdropped, aclexplode(t.attacl) AS a
UNION ALL
SELECT o.name || ': ' || pg_get_triggerdef(t.oid) FROM ours o JOIN pg_trigger t ON t.tgrelid = o.oid AND t.tgfoid IN ('record_event'::regproc, 'record_change'::regproc)`

// tearDown takes all of that away from every table of ours.
const tearDown = `
DO $$ DECLARE x record; BEGIN
  FOR x IN SELECT polname, polrelid::regclass AS name FROM pg_policy LOOP
    EXECUTE format('DROP POLICY %I ON %s', x.polname, x.name);
  END LOOP;
  FOR x IN SELECT tgname, tgrelid::regclass AS name FROM pg_trigger WHERE tgfoid IN ('record_event'::regproc, 'record_change'::regproc) LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', x.tgname, x.name);
  END LOOP;
  FOR x IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND c.relname NOT LIKE 'goose\_%' AND c.relname NOT LIKE 'river\_%' LOOP
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', x.name);
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', x.name);
    EXECUTE format('REVOKE ALL ON %s FROM stoa_app, stoa_system', x.name);
  END LOOP;
END $$`

// The generated policies and the migrations say the same: the catalogue that the migrations make is what it is when
// all walls are torn down and built anew from generated/policies.sql.
func TestGeneratedPolicies(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../generated/policies.sql")
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	tx, err := dbtest.New(t).Admin.Begin(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	migrated := catalogue(ctx, t, tx)
	if _, err := tx.Exec(ctx, tearDown); err != nil {
		t.Fatal(err)
	}
	if bare := catalogue(ctx, t, tx); slices.Equal(bare, migrated) {
		t.Fatal("nothing was torn down: the test proves nothing")
	}
	if _, err := tx.Exec(ctx, string(text)); err != nil {
		t.Fatal(err)
	}
	generated := catalogue(ctx, t, tx)
	for _, line := range migrated {
		if !slices.Contains(generated, line) {
			t.Errorf("in the migrations only: %s", line)
		}
	}
	for _, line := range generated {
		if !slices.Contains(migrated, line) {
			t.Errorf("in generated/policies.sql only: %s", line)
		}
	}
}

func catalogue(ctx context.Context, t *testing.T, tx pgx.Tx) []string {
	t.Helper()
	rows, err := tx.Query(ctx, walls)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}
