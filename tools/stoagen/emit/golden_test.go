package emit_test

import (
	"context"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stoa/tools/gen"
	"stoa/tools/sqlcheck"
	"stoa/tools/stoagen/emit"
)

var update = flag.Bool("update", false, "write the expected files anew")

// tree copies a case into a checkout of its own: the base, the case, what sqlc needs, and the packages that generated
// code stands on.
func tree(t *testing.T, dir string) string {
	t.Helper()
	root := t.TempDir()
	for to, from := range map[string]string{
		"schema/base.sql": "testdata/base.sql", "schema/app.sql": filepath.Join(dir, "app.sql"), "sqlc.yaml": "../../../sqlc.yaml",
		"go.mod": "../../../go.mod", "go.sum": "../../../go.sum",
	} {
		copyFile(t, from, filepath.Join(root, to))
	}
	for _, name := range []string{"resource", "errs"} {
		files, err := filepath.Glob("../../../internal/" + name + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(name, err)
		}
		for _, f := range files {
			if !strings.HasSuffix(f, "_test.go") {
				copyFile(t, f, filepath.Join(root, "internal", name, filepath.Base(f)))
			}
		}
	}
	return root
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	save(t, to, text)
}

func save(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func sqlc(t *testing.T) gen.Tools {
	t.Helper()
	out, err := exec.Command("go", "tool", "-n", "sqlc").Output()
	if err != nil {
		t.Fatalf("go tool -n sqlc: %v", err)
	}
	return gen.Tools{Sqlc: strings.TrimSpace(string(out))}
}

// Each case has its schema, all that is made of it, and the statements as PostgreSQL gets them, which a test of the
// product prepares.
func TestGolden(t *testing.T) {
	t.Parallel()
	dirs, err := filepath.Glob("testdata/*/app.sql")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no cases", err)
	}
	program := sqlc(t)
	for _, path := range dirs {
		dir := filepath.Dir(path)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			root := tree(t, dir)
			made, err := gen.Run(context.Background(), gen.Tree{Root: root}, program)
			if err != nil {
				t.Fatal(err)
			}
			want := gen.Files{"report.txt": []byte(made.Report), "prepared.sql": prepared(made.Files)}
			for name, content := range made.Files {
				if !strings.HasPrefix(name, "generated/db/") && name != gen.Manifest {
					want["out/"+name] = content
				}
			}
			compare(t, dir, want)
			builds(t, root, made.Files)
			if problems, err := sqlcheck.Dir(root, sqlcheck.Stoa); err != nil || len(problems) > 0 {
				t.Errorf("the tenant check refuses what was made: %v %v", problems, err)
			}
			limits(t, made.Files)
		})
	}
}

var statement = regexp.MustCompile("(?s)const (\\w+) = `-- name: [^\\n]*\\n(.*?)`")

// prepared are the statements of all generated queries.
func prepared(files gen.Files) []byte {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, m := range statement.FindAllStringSubmatch(string(files[name]), -1) {
			b.WriteString("PREPARE " + m[1] + " AS\n" + strings.TrimSpace(m[2]) + ";\n\n")
		}
	}
	return []byte(b.String())
}

func compare(t *testing.T, dir string, want gen.Files) {
	t.Helper()
	if *update {
		if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
			t.Fatal(err)
		}
		for name, content := range want {
			save(t, filepath.Join(dir, name), content)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		have, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(have) != string(want[name]) {
			t.Errorf("%s/%s is not what is made now (%v): go test ./stoagen/emit -update", dir, name, err)
		}
	}
}

// builds compiles what was made.
func builds(t *testing.T, root string, files gen.Files) {
	t.Helper()
	for name, content := range files {
		save(t, filepath.Join(root, name), content)
	}
	cmd := exec.Command("go", "vet", "./generated/...")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("the generated code does not compile: %v\n%s", err, out)
	}
}

// limits holds each description against the house rule: at most 150 lines of at most 120 columns for a table of usual width.
func limits(t *testing.T, files gen.Files) {
	t.Helper()
	for name, content := range files {
		if !strings.HasPrefix(name, "generated/resources/") {
			continue
		}
		lines := strings.Split(string(content), "\n")
		for i, line := range lines {
			if len(line) > 120 {
				t.Errorf("%s:%d has %d columns", name, i+1, len(line))
			}
		}
		if fields := strings.Count(string(content), "{Name: "); len(lines) > max(151, 6*fields+80) {
			t.Errorf("%s has %d lines for %d fields", name, len(lines), fields)
		}
	}
}

func TestSummary(t *testing.T) {
	t.Parallel()
	s := emit.Summary{Table: "widgets", File: "widgets.sql", Lines: 12, Queries: 9, Pages: 7, Cases: 42}
	if got, want := s.String(), "widgets: widgets.sql 12 lines → 9 queries, 7 pages, 42 isolation cases"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
