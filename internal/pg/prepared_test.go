package pg_test

import (
	"os"
	"path/filepath"
	"testing"

	"stoa/internal/dbtest"
)

// What the schema compiler makes of its golden cases, which hold one column for each row of its inference table, is SQL
// that PostgreSQL takes: the schema, the policies, and every query.
func TestGeneratedQueriesPrepare(t *testing.T) {
	t.Parallel()
	cases, err := filepath.Glob("../../tools/stoagen/emit/testdata/*/app.sql")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, app := range cases {
		dir := filepath.Dir(app)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			_, address := dbtest.Empty(t)
			conn := dial(t, address)
			for _, path := range []string{dir + "/../base.sql", app, dir + "/out/generated/policies.sql", dir + "/prepared.sql"} {
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := conn.Exec(t.Context(), string(text)); err != nil {
					t.Errorf("%s: %v", path, err)
				}
			}
			var n int
			if err := conn.QueryRow(t.Context(), "select count(*) from pg_prepared_statements").Scan(&n); err != nil || n < 6 {
				t.Errorf("%d statements are prepared, %v", n, err)
			}
		})
	}
}
