package sqlcheck_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stoa/tools/sqlcheck"
)

var update = flag.Bool("update", false, "write the expected errors of testdata/bad anew")

func read(t *testing.T, path string) sqlcheck.File {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sqlcheck.File{Name: filepath.Base(path), Text: string(text)}
}

func testSchema(t *testing.T) sqlcheck.Schema {
	t.Helper()
	schema, problems := sqlcheck.ParseSchema([]sqlcheck.File{read(t, "testdata/schema.sql")})
	if len(problems) > 0 {
		t.Fatalf("schema: %v", problems)
	}
	return schema
}

func sqlFiles(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return paths
}

func TestGood(t *testing.T) {
	t.Parallel()
	for _, path := range sqlFiles(t, "testdata/good/*.sql") {
		for _, p := range sqlcheck.Queries(read(t, path), testSchema(t), sqlcheck.Stoa) {
			t.Error(p)
		}
	}
}

// Fine is the one query in testdata/bad that is not bad itself: it stands behind SQL that belongs to no query.
const fine = "Fine"

func TestBad(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`(?m)^-- name: (\w+)`)
	for _, path := range sqlFiles(t, "testdata/bad/*.sql") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			file := read(t, path)
			refused := map[string]bool{fine: true}
			var got strings.Builder
			for _, p := range sqlcheck.Queries(file, testSchema(t), sqlcheck.Stoa) {
				refused[p.Query] = true
				got.WriteString(p.String() + "\n")
			}
			for _, m := range name.FindAllStringSubmatch(file.Text, -1) {
				if !refused[m[1]] {
					t.Errorf("query %s passes", m[1])
				}
			}
			compare(t, strings.TrimSuffix(path, ".sql")+".txt", got.String())
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", golden, got, want)
	}
}

func TestSchemaWithoutTenant(t *testing.T) {
	t.Parallel()
	_, problems := sqlcheck.ParseSchema([]sqlcheck.File{
		{Name: "schema/a.sql", Text: "-- @global\n\nCREATE TABLE far (id uuid);\n"},
		{Name: "schema/b.sql", Text: "SELECT 1;\nCREATE TABLE broken (;\n"},
	})
	want := []string{
		"schema/a.sql:3: table far has no tenant_id and is not annotated @global",
		`schema/b.sql:2: syntax error at or near ";"`,
	}
	if len(problems) != len(want) {
		t.Fatalf("got %v", problems)
	}
	for i, p := range problems {
		if p.String() != want[i] {
			t.Errorf("got %s, want %s", p, want[i])
		}
	}
}

// A table may be called like the plugins' own files: its generated queries are no system queries for that.
func TestGeneratedQueriesAreNeverTheSystems(t *testing.T) {
	t.Parallel()
	const text = "-- name: A :many\nSELECT s.user_id FROM sessions s;\n"
	for name, want := range map[string]int{"queries/system_logs.sql": 0, "queries/crud/system_logs_crud.sql": 1} {
		if got := sqlcheck.Queries(sqlcheck.File{Name: name, Text: text}, testSchema(t), sqlcheck.Stoa); len(got) != want {
			t.Errorf("%s: %v, want %d problems", name, got, want)
		}
	}
}

func TestDirReadsBothFolders(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for path, text := range map[string]string{
		"schema/a.sql":            "CREATE TABLE a (tenant_id uuid, id uuid);",
		"queries/a.sql":           "-- name: A :many\nSELECT id FROM a;\n",
		"queries/crud/a_crud.sql": "-- name: B :many\nSELECT id\n  FROM a;\n",
	} {
		full := filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	problems, err := sqlcheck.Dir(root, sqlcheck.Stoa)
	if err != nil || len(problems) != 2 {
		t.Fatalf("got %v, %v", problems, err)
	}
	if got, want := problems[1].String(), "queries/crud/a_crud.sql:3: query B: table a is not bound to @tenant_id"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
