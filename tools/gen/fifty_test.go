package gen_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stoa/tools/gen"
)

// table is a resource of usual size that points to the one before it.
func table(n int) string {
	head := fmt.Sprintf(`-- @resource(nav: "Work") @allow(read: owner or admin) @soft_delete(deleted_at) @export(csv) @realtime
-- @list(sort: [-created_at]) @search([name, note]) @scope(open: status = 'open', paid: paid = true)
CREATE TABLE things_%02d (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,  -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),  -- @label @sort
  status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'won', 'lost')),  -- @filter
  price       numeric(12,2) NOT NULL DEFAULT 0 CHECK (price >= 0),
  paid        boolean NOT NULL DEFAULT false,
  due         date,
  tags        text[] NOT NULL DEFAULT '{}',
  extra       jsonb NOT NULL DEFAULT '{}',
  note        text CHECK (char_length(note) <= 2000),
`, n)
	keys := "  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE,\n"
	index := ""
	if n > 0 {
		head += "  thing_id    uuid,\n"
		keys += fmt.Sprintf("  FOREIGN KEY (tenant_id, thing_id) REFERENCES things_%02d (tenant_id, id) ON DELETE CASCADE,\n", n-1)
		index = "CREATE INDEX ON things_%02[1]d (tenant_id, thing_id, id);\n"
	}
	return head + `  created_at  timestamptz NOT NULL DEFAULT now(),  -- @sort @filter
  updated_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz,
` + keys + "  PRIMARY KEY (tenant_id, id)\n);\n" + fmt.Sprintf(index+`CREATE INDEX ON things_%02[1]d (tenant_id, name, id);
CREATE INDEX ON things_%02[1]d (tenant_id, status, id);
CREATE INDEX ON things_%02[1]d (tenant_id, created_at, id);
`, n)
}

// checkout copies what is read of this checkout, and adds n tables.
func checkout(t testing.TB, n int) string {
	t.Helper()
	root := t.TempDir()
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		rel, _ := filepath.Rel("../..", path)
		if err != nil || entry.IsDir() {
			if top := strings.Split(rel, "/")[0]; err == nil && rel != "." && top != "schema" && top != "queries" && top != "views" {
				return fs.SkipDir
			}
			return err
		}
		if ext := filepath.Ext(rel); ext != ".sql" && ext != ".templ" && rel != "go.mod" && rel != "sqlc.yaml" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		full := filepath.Join(root, rel)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		return os.WriteFile(full, text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range n {
		b.WriteString(table(i))
	}
	if err := os.WriteFile(filepath.Join(root, "schema/zz_things.sql"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return root
}

// BenchmarkFiftyTables is `make gen` on this checkout with fifty tables more; a table costs the difference to none, by fifty.
func BenchmarkFiftyTables(b *testing.B) {
	programs := tools(b)
	for _, n := range []int{0, 50} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			root := checkout(b, n)
			for b.Loop() {
				made, err := gen.Run(context.Background(), gen.Tree{Root: root}, programs)
				if err != nil || strings.Count(made.Report, "\nthings_") != n {
					b.Fatalf("%v\n%s", err, made.Report)
				}
				if _, err := gen.Apply(root, made.Files, true); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
