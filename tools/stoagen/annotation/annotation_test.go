package annotation

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"stoa/tools/stoagen/diag"
)

// bound reads one annotation in its first form.
func bound(t *testing.T, text string) *Annotation {
	t.Helper()
	problems := &diag.List{}
	raws := Parse(diag.NewSource("x", text), text, 0, problems)
	if len(raws) != 1 {
		t.Fatalf("%s: %d annotations\n%s", text, len(raws), problems)
	}
	a := Bind(raws[0], Forms(raws[0].Name)[0], problems)
	if a == nil || !problems.Empty() {
		t.Fatalf("%s:\n%s", text, problems)
	}
	return a
}

func TestExpressions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"member", "member"},
		{"owner or admin", "owner or admin"},
		{"role.owner", "role.owner"},
		{"owner or IN guests", "owner or in guests"},
		{"a = 'x' and b != 3 or public", "a = 'x' and b <> 3 or public"},
		{"`a >= -1.5`", "a >= -1.5"},
		{`"a = 'it''s'"`, "a = 'it''s'"},
		{"NOT (a IS NULL)", "not(a is null)"},
		{"not(parent) and user_id = :me", "not(parent) and user_id = :me"},
		{"a in ('x', 'y') and b = TRUE", "a in ('x', 'y') and b = true"},
		{"a is not null", "a is not null"},
		{`a = "double"`, "a = 'double'"},
	} {
		v, _ := bound(t, "@allow(read: "+c.text+")").Get("read")
		if got := v.Expr.String(); got != c.want {
			t.Errorf("%s is read as %s, want %s", c.text, got, c.want)
		}
	}
}

// And binds more tightly than or.
func TestPrecedence(t *testing.T) {
	t.Parallel()
	v, _ := bound(t, "@allow(read: owner or admin and public)").Get("read")
	if v.Expr.Op != Or || v.Expr.Args[1].Op != And {
		t.Errorf("read as %s of %s", v.Expr.Op, v.Expr.Args[1].Op)
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	a := bound(t, `@resource(label: "a \"b\" \\", order: -3, path: notes, ops: [list, get])`)
	label, _ := a.Get("label")
	order, _ := a.Get("order")
	ops, _ := a.Get("ops")
	if label.Str != `a "b" \` || order.Int != -3 || len(ops.Strs()) != 2 || ops.Strs()[1] != "get" {
		t.Errorf("got %+v", a.Args)
	}
	sort, _ := bound(t, "@list(sort: [-a, b])").Get("sort")
	if !sort.List[0].Down || sort.List[0].Str != "a" || sort.List[1].Down {
		t.Errorf("got %+v", sort.List)
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"@a": false, "@a(": true, "@a(b)": false, `@a(")`: true, `@a(")")`: false, "@a([": true, "@a(b) @c(not(d)": true,
	} {
		if got := Open(text); got != want {
			t.Errorf("Open(%s) = %t", text, got)
		}
	}
}

// Every icon of the language has a shape, and every shape is of the language.
func TestIcons(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../../views/ui/icon.templ")
	if err != nil {
		t.Fatal(err)
	}
	var shapes []string
	for _, m := range regexp.MustCompile(`(?m)^\t"(\w+)":`).FindAllStringSubmatch(string(text), -1) {
		shapes = append(shapes, m[1])
	}
	if !slices.Equal(shapes, Icons) {
		t.Errorf("the shapes are %v", shapes)
	}
}

// The catalogue cannot contradict itself: what annotations of one name say is decided by where they stand.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		var seen Target
		for _, form := range Forms(name) {
			if form.Targets == 0 || form.Targets&seen != 0 {
				t.Errorf("@%s has no target of its own: %s", name, form.Targets)
			}
			seen |= form.Targets
			if form.Doc == "" {
				t.Errorf("@%s on a %s is not explained", name, form.Targets)
			}
			for _, p := range form.Params {
				if needsWords := p.Kind == Word || p.Kind == Words || p.Kind == Preset; needsWords != (len(p.Words) > 0) || p.Doc == "" {
					t.Errorf("@%s: the argument %s lacks its words or is not explained", name, p.Name)
				}
			}
		}
	}
}
