package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stoa/tools/stoagen/annotation"
)

// folder writes a schema of one file.
func folder(t *testing.T, text string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "schema")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "app.sql"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

const notes = `-- @resource
CREATE TABLE notes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) <= 200),
  PRIMARY KEY (tenant_id, id)
);
`

func TestRun(t *testing.T) {
	t.Parallel()
	made := t.TempDir()
	good, bad := folder(t, notes), folder(t, strings.Replace(notes, "@resource", "@resorce", 1))
	for _, c := range []struct {
		args    []string
		out     string // part of what is printed
		problem string // part of what is printed as a problem
		err     string // part of the error; "" is none
	}{
		{[]string{"check", good}, "", "", ""},
		{[]string{"check", bad}, "", "app.sql:1:4: there is no annotation @resorce, did you mean @resource?", errSchema.Error()},
		{[]string{"check", t.TempDir()}, "", "", "holds no .sql file"},
		{[]string{"gen", filepath.Dir(good), made}, "notes: app.sql 6 lines → 7 queries, 6 pages, 26 isolation cases", "", ""},
		{[]string{"gen", filepath.Dir(bad)}, "", "", "did you mean @resource?"},
		{[]string{"gen", t.TempDir()}, "", "", "holds no schema/*.sql"},
		{[]string{"dump", good}, `"name": "notes_title_check"`, "", ""},
		{[]string{"explain", "-schema", good, "notes.title"}, "maxlength 200 ← CHECK notes_title_check, ", "", ""},
		{[]string{"explain", "-schema", good, "notes"}, "path notes ← default: name of the table", "", ""},
		{[]string{"explain", "-schema", good, "nots"}, "", "", "there is no table nots, did you mean notes?"},
		{[]string{"explain", "-schema", good, "notes.titel"}, "", "", "did you mean title?"},
		{[]string{"explain", "-schema", bad, "notes"}, "", "did you mean", errSchema.Error()},
		{[]string{"explain"}, "", "stoagen explain", "help"},
		{[]string{"nonsense"}, "", "stoagen check", "help"},
		{nil, "", "stoagen check", "help"},
	} {
		var out, problems bytes.Buffer
		err := run(c.args, &out, &problems)
		if err == nil {
			err = errors.New("")
		}
		if !strings.Contains(out.String(), c.out) || !strings.Contains(problems.String(), c.problem) ||
			!strings.Contains(err.Error(), c.err) || c.err == "" && err.Error() != "" {
			t.Errorf("%v: printed %q, problems %q, error %v", c.args, out.String(), problems.String(), err)
		}
	}
}

func TestExplainAnnotations(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := run([]string{"explain", "--annotations"}, &out, &out); err != nil {
		t.Fatal(err)
	}
	for _, f := range annotation.Catalogue {
		if !strings.Contains(out.String(), f.Usage()+"\n  on a "+f.Targets.String()+". "+f.Doc) {
			t.Errorf("@%s on a %s is not explained", f.Name, f.Targets)
		}
	}
}
