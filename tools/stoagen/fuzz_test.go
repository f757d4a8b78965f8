package stoagen

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// seeds are the inputs of all cases.
func seeds(f *testing.F) {
	paths, err := filepath.Glob("testdata/*/*/*.sql")
	if err != nil || len(paths) == 0 {
		f.Fatal("no cases", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
}

// Any text is a schema or has problems, each at a place inside it; nothing panics, and twice the same gives the same.
func FuzzCompile(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 20_000 {
			return
		}
		schema, problems := Compile([]File{{"fuzz.sql", text}})
		for _, p := range problems.Sorted() {
			if p.Pos.File != "fuzz.sql" || p.Pos.Line < 1 || p.Pos.Col < 1 {
				t.Errorf("%s stands nowhere", p)
			}
		}
		again, same := Compile([]File{{"fuzz.sql", text}})
		if problems.String() != same.String() {
			t.Errorf("two runs:\n%s\n%s", problems, same)
		}
		if one, two := jsonOf(t, schema), jsonOf(t, again); one != two {
			t.Errorf("two runs give different models:\n%s\n%s", one, two)
		}
		for _, table := range schema.Tables {
			model.Facts(table)
		}
	})
}

// Any text is annotations or has problems, and an expression that was read is read again from what it prints.
func FuzzAnnotation(f *testing.F) {
	for _, text := range []string{
		`@label @list(sort: [-a, b], page: 3) @allow(read: owner or admin and not(a = 'x'))`, "@x(`a = 1`", `@enum("a b": "A\"B")`,
		"@show(when: a in (1, -2) or b is not null)", "@@@((([[,,:", `@form(layout: [[a, b], [c]])`, "@default(me) @example('it''s')",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		problems := &diag.List{}
		for _, raw := range annotation.Parse(diag.NewSource("x", text), text, 0, problems) {
			for _, form := range annotation.Forms(raw.Name) {
				a := annotation.Bind(raw, form, problems)
				if a == nil {
					continue
				}
				for _, arg := range a.Args {
					if arg.Value.Expr != nil {
						reread(t, arg.Value.Expr)
					}
				}
			}
		}
		annotation.Open(text)
	})
}

// reread parses what an expression prints and wants it to print the same.
func reread(t *testing.T, e *annotation.Expr) {
	t.Helper()
	text, problems := "@allow(read: "+e.String()+")", &diag.List{}
	raws := annotation.Parse(diag.NewSource("x", text), text, 0, problems)
	if len(raws) != 1 {
		t.Fatalf("%s: %s", text, problems)
	}
	a := annotation.Bind(raws[0], annotation.Forms("allow")[0], problems)
	if a == nil || len(a.Args) != 1 || a.Args[0].Value.Expr.String() != e.String() {
		t.Fatalf("%s: %s", text, problems)
	}
}
