package emit_test

import (
	"os"
	"strings"
	"testing"

	"stoa/tools/stoagen"
	"stoa/tools/stoagen/emit"
)

// compile emits the base and a schema; queries are those written by hand.
func compile(t *testing.T, schema, queries string) emit.Output {
	t.Helper()
	base, err := os.ReadFile("testdata/base.sql")
	if err != nil {
		t.Fatal(err)
	}
	model, problems := stoagen.Compile([]stoagen.File{{Name: "base.sql", Text: string(base)}, {Name: "app.sql", Text: schema}})
	if !problems.Empty() {
		t.Fatal(problems)
	}
	return emit.Emit(emit.Input{Schema: model, Written: emit.ReadQueries("queries/app.sql", queries)})
}

// notes is a resource with other columns and annotations.
func notes(annotations, columns string) string {
	if !strings.HasPrefix(annotations, "(") {
		annotations = " " + annotations
	}
	return "-- @resource" + annotations + "\nCREATE TABLE notes (\n  tenant_id uuid NOT NULL REFERENCES tenants (id),\n  id uuid NOT NULL,\n" +
		"  body text NOT NULL,  -- @label\n" + columns + "  PRIMARY KEY (tenant_id, id)\n);\n"
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, annotations, columns string
		problem                    string // a part; "" is none
	}{
		{"nothing", "", "", ""},
		{"a name that queries use", "", "  revision text,\n", "app.sql:6:3: column revision of a resource"},
		{"a condition in @allow", "@allow(read: admin, update: body = 'x')", "", ""},
		{"nobody logged in", "@allow(read: public)", "", "public cannot be generated"},
		{"@allow on a column", "", "  wage bigint,  -- @allow(read: admin)\n", ""},
		{"@allow on a column that all must fill in", "", "  wage bigint NOT NULL,  -- @allow(write: admin)\n", "can make none: give it a DEFAULT"},
		{"@secret", "", "  key text,  -- @secret\n", ""},
		{"timestamp", "", "  at timestamp,\n", "use timestamptz"},
		{"cards", "@list(view: cards)", "", ""},
		{"a hook", "@hook(validate)", "", ""},
		{"an action", "@action(archive)", "", ""},
		{"a relation to no resource", "", "  user_id uuid REFERENCES users (id),\n", "users belongs to no tenant"},
		{"@show", "", "  more text,  -- @show(when: body = 'x')\n", ""},
		{"a widget", "", "  kind text CHECK (kind IN ('a', 'b')),  -- @widget(select)\n", ""},
		{"a title of two columns", `(title: "{body} {more}")`, "  more text,\n", ""},
		{"a title that follows another path", `(title: "{body} {user_id.user_id}")`, "  user_id uuid NOT NULL,\n  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id),\n", "{user_id.user_id}: what user_id points to is called by {role}"},
		{"a title that is a secret", `(title: "{body} {key}")`, "  key text,  -- @secret\n", "no page shows column key"},
		{"what streams", "@realtime(stream: more)", "  more text,\n", ""},
		{"what streams, and names a row with another", `(title: "{body} {more}") @realtime(stream: body)`, "  more text,\n", ""},
		{"no topic of rows", "@realtime(subscribe: [list])", "", ""},
		{"an order with gaps", "", "  more text,  -- @sort\n  UNIQUE (tenant_id, more, id),\n", "column more can be NULL, so that lists cannot be sorted by it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := compile(t, notes(c.annotations, c.columns), "")
			holds(t, "problem", out.Problems.String(), c.problem)
		})
	}
}

func holds(t *testing.T, what, got, part string) {
	t.Helper()
	if part == "" && got != "" || !strings.Contains(got, part) {
		t.Errorf("%s is %q, want %q", what, got, part)
	}
}

const options = "-- name: NoteOptions :many\n-- Only those of @nobody.\nSELECT id, body::text AS label FROM notes WHERE tenant_id = @tenant_id AND id = ANY (sqlc.narg('ids')::uuid[]) AND body ILIKE sqlc.narg('search') LIMIT @page_size;\n"

func TestWrittenQueriesWin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, queries, problem string }{
		{"taken", options, ""},
		{"another kind", strings.Replace(options, ":many", ":one", 1), "queries/app.sql:1:1: query NoteOptions stands for a generated one and must be :many"},
		{"another parameter", strings.Replace(options, "@page_size", "@most", 1), "must have its parameters: ids, page_size, search, tenant_id; it has ids, most, search, tenant_id"},
		{"no tenant", strings.Replace(options, "tenant_id = @tenant_id", "true", 1), "it has ids, page_size, search"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := compile(t, notes("@search([body])", ""), c.queries)
			holds(t, "problem", out.Problems.String(), c.problem)
			text := string(out.Files["queries/crud/notes_crud.sql"])
			if strings.Contains(text, "NoteOptions") || !strings.Contains(text, "-- name: GetNote :one") {
				t.Errorf("the queries are\n%s", text)
			}
			if !strings.Contains(string(out.Files["generated/resources/notes.go"]), "db.Queries).NoteOptions") {
				t.Error("the description does not use the written query")
			}
		})
	}
}

func TestNoResources(t *testing.T) {
	t.Parallel()
	out := compile(t, "", "")
	if text := string(out.Files["generated/resources/resources.go"]); !strings.Contains(text, "return nil") {
		t.Error(text)
	}
	if len(out.Files) != 6 { // the list, the policies, the renames, the document with its package, the client
		t.Errorf("%d files", len(out.Files))
	}
}

func TestRenames(t *testing.T) {
	t.Parallel()
	out := compile(t, "-- @was(calm)\nCREATE TYPE mood AS ENUM ('a');\n-- @internal @was(papers)\nCREATE TABLE sheets (\n  tenant_id uuid NOT NULL REFERENCES tenants (id),\n"+
		"  id uuid NOT NULL,\n  body text NOT NULL,  -- @was(content)\n  PRIMARY KEY (tenant_id, id)\n);\n", "")
	holds(t, "renames", string(out.Files["generated/renames.txt"]), "type calm mood\ntable papers sheets\ncolumn sheets content body\n")
}
