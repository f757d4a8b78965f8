package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"stoa/internal/pg"
	"stoa/internal/pg/differ"
)

const differTables = 60

// differ is how long it takes to find what differs between two databases of so many tables, to run it on one of them, and to see
// that nothing differs any more. A draft also makes the two: that takes as long as the migrations and the schema do.
func (l *lab) differ(ctx context.Context) error {
	admin, _, err := pg.Addresses(filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	to, err := filled(ctx, admin, "bench_schema", manyTables(true))
	if err != nil {
		return err
	}
	defer to.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	var took []time.Duration
	for i := range ifShort(l, 1, 5) {
		from, err := filled(ctx, admin, fmt.Sprint("bench_migrated_", i), manyTables(false))
		if err != nil {
			return err
		}
		begin := time.Now()
		plan, err := differ.Apply(ctx, from, to, nil)
		took = append(took, time.Since(begin))
		_ = from.Close(context.WithoutCancel(ctx)) // the lab's server goes with it
		if err != nil {
			return err
		}
		if len(plan) < differTables {
			return fmt.Errorf("the plan has %d statements only", len(plan))
		}
	}
	median := quantile(took, 0.5)
	l.report.bound(fmt.Sprintf("differ over %d tables, each changed", differTables), fmt.Sprintf("%.2f s", median.Seconds()), "≤ 3 s", median <= 3*time.Second, soft)
	return nil
}

// filled makes a database and connects to it.
func filled(ctx context.Context, admin, name, sql string) (*pgx.Conn, error) {
	if err := create(ctx, admin, name); err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(ctx, inDatabase(admin, name, ""))
	if err != nil {
		return nil, err
	}
	_, err = conn.Exec(ctx, sql)
	return conn, err
}

// manyTables is a schema of the usual kind; later, each table has a column, an index and a check more.
func manyTables(later bool) string {
	var b strings.Builder
	for i := range differTables {
		more, index := "", ""
		if later {
			more, index = "\n  note text CHECK (char_length(note) <= 500),", fmt.Sprintf("CREATE INDEX t%d_note ON t%d (tenant_id, note, id);\n", i, i)
		}
		parent := ""
		if i > 0 {
			parent = fmt.Sprintf(",\n  parent_id uuid,\n  FOREIGN KEY (tenant_id, parent_id) REFERENCES t%d (tenant_id, id) ON DELETE CASCADE", i-1)
		}
		fmt.Fprintf(&b, `CREATE TABLE t%[1]d (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  amount bigint NOT NULL DEFAULT 0,
  tags text[] NOT NULL DEFAULT '{}',
  config jsonb NOT NULL DEFAULT '{}',%[2]s
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)%[3]s
);
CREATE INDEX t%[1]d_updated ON t%[1]d (tenant_id, updated_at, id);
%[4]sALTER TABLE t%[1]d ENABLE ROW LEVEL SECURITY;
ALTER TABLE t%[1]d FORCE ROW LEVEL SECURITY;
CREATE POLICY t%[1]d_tenant ON t%[1]d USING (tenant_id = current_setting('app.tenant_id', true)::uuid);
`, i, more, parent, index)
	}
	return b.String()
}
