package gen_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stoa/tools/gen"
)

// tools finds the pinned programs as the go command built them.
func tools(t testing.TB) gen.Tools {
	t.Helper()
	find := func(name string) string {
		out, err := exec.Command("go", "tool", "-n", name).Output()
		if err != nil {
			t.Fatalf("go tool -n %s: %v", name, err)
		}
		return strings.TrimSpace(string(out))
	}
	return gen.Tools{Sqlc: find("sqlc"), Templ: find("templ")}
}

const tenants = "-- @global @internal\nCREATE TABLE tenants (id uuid NOT NULL PRIMARY KEY);\n"

const config = `version: "2"
sql:
  - {engine: postgresql, schema: [schema], queries: [queries], gen: {go: {package: db, out: generated/db, sql_package: pgx/v5}}}
`

func TestRun(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "go.mod", "module example\n\ngo 1.26.0\n")
	write(t, root, "sqlc.yaml", config)
	write(t, root, "schema/a.sql", tenants+"-- @internal\nCREATE TABLE a (tenant_id uuid NOT NULL REFERENCES tenants (id), id uuid NOT NULL, PRIMARY KEY (tenant_id, id));\n")
	write(t, root, "queries/a.sql", "-- name: GetA :one\nSELECT id FROM a WHERE tenant_id = @tenant_id;\n")
	write(t, root, "views/a/a.templ", "package a\n\ntempl A() {\n<p>a</p>\n}\n")

	ctx, programs := context.Background(), tools(t)
	made, err := gen.Run(ctx, gen.Tree{Root: root}, programs)
	if err != nil {
		t.Fatal(err)
	}
	files := made.Files
	for _, p := range []string{"generated/db/a.sql.go", "generated/db/db.go", "generated/db/models.go", "views/a/a_templ.go", gen.Manifest} {
		if len(files[p]) == 0 {
			t.Errorf("%s was not made", p)
		}
	}
	if exists(root, "generated") {
		t.Error("Run wrote into the tree")
	}
	again, err := gen.Run(ctx, gen.Tree{Root: root}, programs)
	if err != nil {
		t.Fatal(err)
	}
	for p := range files {
		if string(files[p]) != string(again.Files[p]) {
			t.Errorf("%s differs between two runs", p)
		}
	}
	if bad, err := gen.Unformatted(ctx, root, programs); err != nil || len(bad) != 1 {
		t.Errorf("unformatted: %v, %v; want the one file", bad, err)
	}

	write(t, root, "queries/b.sql", "-- name: GetB :one\nSELECT nothing FROM a;\n")
	if _, err := gen.Run(ctx, gen.Tree{Root: root}, programs); err == nil || !strings.Contains(err.Error(), "queries/b.sql:2") {
		t.Errorf("a broken query: got %v, want its place", err)
	}
}

func TestRunOutsideOfACheckout(t *testing.T) {
	t.Parallel()
	if _, err := gen.Run(context.Background(), gen.Tree{Root: t.TempDir()}, gen.Tools{}); err == nil || !strings.Contains(err.Error(), "root of the checkout") {
		t.Errorf("got %v", err)
	}
}

// counted is a program that notes in a file that it was run.
func counted(t *testing.T, program string) (path string, runs func() int) {
	t.Helper()
	dir := t.TempDir()
	path, log := filepath.Join(dir, "program"), filepath.Join(dir, "log")
	if err := os.WriteFile(path, fmt.Appendf(nil, "#!/bin/sh\necho >>%s\nexec %s \"$@\"\n", log, program), 0o755); err != nil {
		t.Fatal(err)
	}
	return path, func() int {
		text, _ := os.ReadFile(log)
		return len(text)
	}
}

// What the last run made of the same is taken from the tree, but for what is looked at or was changed there since.
func TestMemory(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "go.mod", "module example\n\ngo 1.26.0\n")
	write(t, root, "sqlc.yaml", config)
	write(t, root, "schema/a.sql", tenants)
	write(t, root, "queries/a.sql", "-- name: GetA :one\nSELECT id FROM tenants LIMIT 1;\n")
	write(t, root, "views/a/a.templ", "package a\n\ntempl A() {\n\t<p>a</p>\n}\n")
	programs := tools(t)
	sqlc, sqlcs := counted(t, programs.Sqlc)
	templ, templs := counted(t, programs.Templ)
	remembering := gen.Tools{Sqlc: sqlc, Templ: templ, Memory: t.TempDir()}
	forgetful := gen.Tools{Sqlc: sqlc, Templ: templ}
	for _, c := range []struct {
		name          string
		path, text    string
		tools         gen.Tools
		sqlcs, templs int
		refused       bool
	}{
		{"the first time", "", "", remembering, 1, 1, false},
		{"nothing has changed", "", "", remembering, 0, 0, false},
		{"a view", "views/a/a.templ", "package a\n\ntempl A() {\n\t<p>b</p>\n}\n", remembering, 0, 1, false},
		{"a query", "queries/a.sql", "-- name: GetB :one\nSELECT id FROM tenants LIMIT 1;\n", remembering, 1, 0, false},
		{"everything is looked at", "", "", forgetful, 1, 1, false},
		{"by hand", "generated/db/a.sql.go", "package db\n", remembering, 1, 0, true},
	} {
		if c.path != "" {
			write(t, root, c.path, c.text)
		}
		before := [2]int{sqlcs(), templs()}
		made, err := gen.Run(t.Context(), gen.Tree{Root: root}, c.tools)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := [2]int{sqlcs() - before[0], templs() - before[1]}; got != [2]int{c.sqlcs, c.templs} {
			t.Errorf("%s: sqlc and templ ran %v times, want %d and %d", c.name, got, c.sqlcs, c.templs)
		}
		anew, err := gen.Run(t.Context(), gen.Tree{Root: root}, programs)
		if err != nil {
			t.Fatal(err)
		}
		if !maps.EqualFunc(made.Files, anew.Files, bytes.Equal) {
			t.Errorf("%s: what was remembered is not what is made", c.name)
		}
		if _, err := gen.Apply(root, made.Files, false); (err != nil) != c.refused {
			t.Errorf("%s: %v", c.name, err)
		} else if err == nil {
			made.Remember()
		}
	}
}
