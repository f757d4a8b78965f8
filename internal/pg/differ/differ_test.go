package differ_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
	"stoa/internal/pg/differ"
	"stoa/schema"
)

var update = flag.Bool("update", false, "write the plans of testdata anew")

// Each case is a file of parts: a database before, one after, rows, renames, what holds of the rows afterwards, and the plan.
// The plan is run with the rows in it, as a migration would be; then nothing may differ.
func TestPairs(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	from, to := empty(t), empty(t) // emptied for each case: making databases takes longer than all else
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { pair(t, from, to, file) })
	}
}

func pair(t *testing.T, from, to *pgx.Conn, file string) {
	parts := readParts(t, file)
	for _, conn := range []*pgx.Conn{from, to} {
		run(t, conn, "drop schema public cascade; create schema public")
	}
	run(t, from, parts["before"])
	run(t, from, parts["rows"])
	run(t, to, parts["after"])
	renames, err := differ.ParseRenames(parts["renames"])
	if err != nil {
		t.Fatal(err)
	}
	plan, err := differ.Apply(t.Context(), from, to, renames)
	if err != nil {
		t.Fatal(err)
	}
	if rest, err := differ.Compare(t.Context(), from, to); err != nil || len(rest) > 0 {
		t.Errorf("still different: %v, %v", rest, err)
	}
	var kept bool
	if err := from.QueryRow(t.Context(), parts["check"]).Scan(&kept); err != nil || !kept {
		t.Errorf("the rows are not what they should be: %v", err)
	}
	got := strings.Join(differ.Render("Case", plan, ""), "\n")
	if *update {
		parts["plan"] = got
		writeParts(t, file, parts)
	} else if got != parts["plan"] {
		t.Errorf("the plan is now\n%s\nrun with -update when that is right", got)
	}
}

// What a database makes of itself is no difference.
func TestNothingToDo(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	conn := dial(t, db.AdminURL)
	if plan, err := differ.Compare(t.Context(), conn, conn); err != nil || len(plan) > 0 {
		t.Errorf("%v, %v", plan, err)
	}
}

// The truth and its migrations agree: tables, policies, rights and triggers.
func TestMigrationsMakeTheSchema(t *testing.T) {
	t.Parallel()
	in := differ.Input{Schema: schema.Tables, Policies: generated(t, "policies.sql"), Migrations: schema.Migrations}
	var err error
	if in.Renames, err = differ.ParseRenames(generated(t, "renames.txt")); err != nil {
		t.Fatal(err)
	}
	plan, err := differ.Draft(t.Context(), dbtest.New(t).AdminURL, in)
	if err != nil || len(plan) > 0 {
		t.Errorf("%v\nmake gen drafts what is missing:\n%s", err, strings.Join(differ.Render("Missing", plan, ""), "\n"))
	}
}

func generated(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../../generated/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A hazard that was accepted stays so while it is the same.
func TestAcceptedStays(t *testing.T) {
	t.Parallel()
	all := []differ.Statement{{SQL: "DROP TABLE a", Hazard: "DATA LOSS: a"}, {SQL: "DROP TABLE b", Hazard: "DATA LOSS: b"}}
	got := differ.Render("Drop", all, "-- accepted: DATA LOSS: a\n")[0]
	if !strings.Contains(got, "-- accepted: DATA LOSS: a\nDROP TABLE a;\n") || !strings.Contains(got, "-- hazard: DATA LOSS: b\nDROP TABLE b;\n") {
		t.Error(got)
	}
}

func TestParseRenames(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"column a b", "table a", "what a b", "value x y"} {
		if _, err := differ.ParseRenames(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

var order = []string{"before", "after", "rows", "renames", "check", "plan"}

func readParts(t *testing.T, file string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts, name := map[string]string{}, ""
	for line := range strings.Lines(string(text)) {
		if title, ok := strings.CutPrefix(line, "=== "); ok {
			name = strings.TrimSpace(title)
			continue
		}
		parts[name] += line
	}
	return parts
}

func writeParts(t *testing.T, file string, parts map[string]string) {
	t.Helper()
	var b strings.Builder
	for _, name := range order {
		if text, ok := parts[name]; ok {
			b.WriteString("=== " + name + "\n" + text)
		}
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, conn *pgx.Conn, sql string) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), sql); err != nil {
		t.Fatal(err)
	}
}

// empty is a database without anything in it.
func empty(t *testing.T) *pgx.Conn {
	t.Helper()
	_, admin := dbtest.Empty(t)
	return dial(t, admin)
}

func dial(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}
