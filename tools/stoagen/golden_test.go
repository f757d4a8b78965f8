package stoagen

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stoa/tools/stoagen/explain"
	"stoa/tools/stoagen/model"
)

var update = flag.Bool("update", false, "write the expected files anew")

// base holds the tables that the cases refer to; it is compiled with each and left out of what is expected.
const base = "base.sql"

// caseFiles reads a case and the base.
func caseFiles(t *testing.T, dir string) []File {
	t.Helper()
	text, err := os.ReadFile("testdata/" + base)
	if err != nil {
		t.Fatal(err)
	}
	files, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range files {
		files[i].Name = filepath.Base(files[i].Name)
	}
	return append([]File{{base, string(text)}}, files...)
}

// cases runs f for each folder below testdata/kind.
func cases(t *testing.T, kind string, f func(t *testing.T, dir string)) {
	dirs, err := filepath.Glob("testdata/" + kind + "/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no cases", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			f(t, dir)
		})
	}
}

// golden compares with a file of the case, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs from line %d on\ngot:\n%s\nwant:\n%s", path, i+1,
				strings.Join(g[min(i, len(g)):min(i+8, len(g))], "\n"), strings.Join(w[min(i, len(w)):min(i+8, len(w))], "\n"))
		}
	}
}

func TestOK(t *testing.T) {
	t.Parallel()
	cases(t, "ok", func(t *testing.T, dir string) {
		schema, problems := Compile(caseFiles(t, dir))
		if !problems.Empty() {
			t.Fatalf("problems:\n%s", problems)
		}
		own := *schema
		own.Tables = slices.DeleteFunc(slices.Clone(schema.Tables), func(t *model.Table) bool { return t.Pos.File == base })
		golden(t, dir+"/model.json", jsonOf(t, &own))
		var text bytes.Buffer
		for _, table := range own.Tables {
			if err := explain.Explain(&text, schema, table.Name); err != nil {
				t.Fatal(err)
			}
			text.WriteByte('\n')
		}
		golden(t, dir+"/explain.txt", text.String())
	})
}

func TestBad(t *testing.T) {
	t.Parallel()
	cases(t, "bad", func(t *testing.T, dir string) {
		_, problems := Compile(caseFiles(t, dir))
		if problems.Empty() {
			t.Fatal("no problem was found")
		}
		golden(t, dir+"/errors.txt", problems.String())
	})
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The schema of this checkout has no problems.
func TestSchemaOfStoa(t *testing.T) {
	t.Parallel()
	files, err := Read("../../schema")
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := Compile(files); !problems.Empty() {
		t.Errorf("schema/ has problems:\n%s", problems)
	}
}
