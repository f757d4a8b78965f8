// Package upgrade takes the database of every release to the newest version: the schema becomes today's, and rows stay.
//
// Each release leaves a dump here, with the demonstration's rows in it: go test ./tests/upgrade -run TestRelease -release 0.2.0
package upgrade

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/internal/pg/differ"
	"stoa/schema"
)

var release = flag.String("release", "", "write the dump of a release of this number, from the present schema")

func TestUpgrades(t *testing.T) {
	t.Parallel()
	dumps, err := filepath.Glob("*.sql")
	if err != nil || len(dumps) == 0 {
		t.Fatalf("%d releases, %v", len(dumps), err)
	}
	db := dbtest.New(t) // of today
	today := copied(t, db, db.AdminURL)
	for _, dump := range dumps {
		release := strings.TrimSuffix(dump, ".sql")
		t.Run(release, func(t *testing.T) {
			old := empty(t)
			load(t, old, dump)
			means := rewritten[release]
			run(t, old, []byte(means.rows))
			before := contents(t, old)
			if before["tenants"].rows == 0 || before["messages"].rows == 0 {
				t.Fatalf("the dump has no rows to lose: %v", before)
			}
			delete(before, means.table)
			said := means.says(t, old, means.before)
			if err := pg.Migrate(t.Context(), pg.MigrateOptions{AdminURL: old.Config().ConnString(), Log: slog.New(slog.DiscardHandler), Files: schema.Migrations}); err != nil {
				t.Fatal(err)
			}
			rest, err := differ.Compare(t.Context(), copied(t, db, old.Config().ConnString()), today)
			if err != nil || len(rest) > 0 {
				t.Errorf("after the upgrade the schema differs: %v\n%s", err, strings.Join(differ.Render("Missing", rest, ""), "\n"))
			}
			kept(t, old, before)
			if means.says(t, old, means.after) != said {
				t.Errorf("%s does not say what it said", means.table)
			}
		})
	}
}

// table is what one holds: the columns that it had when it was read, and a hash of their values.
type table struct {
	rows    int
	columns []string
	hash    string
}

// contents reads all tables but those of the tools that migrate and queue, which keep their own books.
func contents(t *testing.T, conn *pgx.Conn) map[string]table {
	t.Helper()
	rows, err := conn.Query(t.Context(), `select c.relname::text, array_agg(a.attname::text order by a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		and c.relname !~ '^(goose|river)_' group by 1`)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]table{}
	var name string
	var columns []string
	if _, err := pgx.ForEachRow(rows, []any{&name, &columns}, func() error {
		all[name] = table{columns: slices.Clone(columns)}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for name, was := range all {
		all[name] = read(t, conn, name, was.columns)
	}
	return all
}

// read hashes the values of columns, whatever their order in the table and whatever other columns there are.
func read(t *testing.T, conn *pgx.Conn, name string, columns []string) table {
	t.Helper()
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = pgx.Identifier{c}.Sanitize()
	}
	row := "row(" + strings.Join(parts, ", ") + ")::text"
	out := table{columns: columns}
	sql := fmt.Sprintf("select count(*), md5(coalesce(string_agg(%s, '#' order by %s collate \"C\"), '')) from %s", row, row, pgx.Identifier{name}.Sanitize())
	if err := conn.QueryRow(t.Context(), sql).Scan(&out.rows, &out.hash); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// kept looks for every row that there was, in the columns that there still are. A table or column that a later release gives
// up, or fills anew, stands in changed with the reason.
func kept(t *testing.T, conn *pgx.Conn, before map[string]table) {
	t.Helper()
	after := contents(t, conn)
	for name, was := range before {
		now, ok := after[name]
		if !ok && changed[name] == "" {
			t.Errorf("the table %s is gone with %d rows", name, was.rows)
		}
		if !ok {
			continue
		}
		for _, c := range was.columns {
			if !slices.Contains(now.columns, c) && changed[name+"."+c] == "" {
				t.Errorf("the column %s.%s is gone", name, c)
			}
		}
		if changed[name] != "" {
			continue
		}
		same := slices.DeleteFunc(slices.Clone(was.columns), func(c string) bool { return !slices.Contains(now.columns, c) || changed[name+"."+c] != "" })
		if len(same) < len(was.columns) { // what is left of the rows cannot be compared with a hash of all; their number can
			if now.rows != was.rows {
				t.Errorf("%s had %d rows and has %d", name, was.rows, now.rows)
			}
			continue
		}
		if now = read(t, conn, name, same); now.rows != was.rows || now.hash != was.hash {
			t.Errorf("%s had %d rows and has %d, or their values changed", name, was.rows, now.rows)
		}
	}
}

// changed are the tables and columns (table.column) that releases have meant to change, and why.
var changed = map[string]string{}

// rewriting is a table whose rows are other ones after a release, and say the same: rows to begin with, and how each side reads.
type rewriting struct{ table, rows, before, after string }

// rewritten are such tables, by the release from which on.
var rewritten = map[string]rewriting{"0.1.0": {
	table: "knowledge_postings",
	rows: `insert into knowledge_documents (tenant_id, id, title) select id, id, 'Roster' from tenants;
		insert into knowledge_versions (tenant_id, id, document_id, number, file_name, size, sha256, blob_key) select id, id, id, 1, 'x', 1, sha256('x'), 'x' from tenants;
		insert into knowledge_passages (tenant_id, id, document_id, version_id, ordinal, heading, body, text_from, text_to, length, sha256, terms)
			select id, gen_random_uuid(), id, id, n, '', '', 0, 0, n, sha256('x'), '{}' from tenants, generate_series(0, 450) n;
		insert into knowledge_postings (tenant_id, term, passage_id, tf, length)
			select tenant_id, t, id, 1 + ordinal % t::integer, length from knowledge_passages, unnest('{2,3,7}'::text[]) t where ordinal % t::integer > 0`,
	before: `select string_agg(concat_ws(' ', tenant_id, term, passage_id, tf, length), '#' order by tenant_id, term, passage_id) from knowledge_postings`,
	after: `select string_agg(concat_ws(' ', n.tenant_id, n.term, a.id, n.tf, n.length), '#' order by n.tenant_id, n.term, a.id) from (
			select tenant_id, term, version_id, unnest(ordinals) as ordinal, unnest(tfs) as tf, unnest(lengths) as length from knowledge_postings) n
		join knowledge_passages a on a.tenant_id = n.tenant_id and a.version_id = n.version_id and a.ordinal = n.ordinal`,
}}

// says reads the table in one of its forms; nothing of a release after which none was rewritten.
func (r rewriting) says(t *testing.T, conn *pgx.Conn, sql string) (all string) {
	t.Helper()
	if r.table == "" {
		return ""
	}
	if err := conn.QueryRow(t.Context(), sql).Scan(&all); err != nil || all == "" {
		t.Fatalf("%s: %v", sql, err)
	}
	return all
}

// copied is a schema as a dump gives it again. What has been through one differs in brackets from what has not.
func copied(t *testing.T, db *dbtest.DB, address string) *pgx.Conn {
	t.Helper()
	conn := empty(t)
	run(t, conn, dumped(t, address, "--schema-only"))
	return conn
}

func dumped(t *testing.T, address string, options ...string) []byte {
	t.Helper()
	tools, err := pg.FindBinaries()
	if err != nil {
		t.Fatal(err)
	}
	dump := exec.CommandContext(t.Context(), filepath.Join(tools.Dir, "pg_dump"), append(options, "--no-owner", "--dbname="+address)...)
	text, err := dump.Output()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// load runs a dump.
func load(t *testing.T, conn *pgx.Conn, dump string) {
	t.Helper()
	text, err := os.ReadFile(dump)
	if err != nil {
		t.Fatal(err)
	}
	run(t, conn, text)
}

func run(t *testing.T, conn *pgx.Conn, text []byte) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), string(psqlOnly.ReplaceAll(text, nil))); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), "reset all"); err != nil { // the dump has emptied the search path
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
	t.Cleanup(func() { _ = conn.Close(context.Background()) }) // before the database goes
	return conn
}

// psqlOnly are lines of a dump that only psql understands.
var psqlOnly = regexp.MustCompile(`(?m)^\\.*\n`)

// TestRelease writes the dump of a release, when it is asked to; else it sees that the number is one.
func TestRelease(t *testing.T) {
	t.Parallel()
	if *release == "" {
		return
	}
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(*release) {
		t.Fatalf("%q is no number of a release", *release)
	}
	db := dbtest.New(t)
	demo := exec.CommandContext(t.Context(), "go", "run", "./cmd/stoa", "demo")
	demo.Dir = "../.."
	demo.Env = append(os.Environ(), "DATABASE_URL="+db.URL, "DATABASE_ADMIN_URL="+db.AdminURL, "STOA_DATA="+t.TempDir())
	if out, err := demo.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(*release+".sql", dumped(t, db.AdminURL, "--inserts", "--rows-per-insert=100"), 0o600); err != nil {
		t.Fatal(err)
	}
}
