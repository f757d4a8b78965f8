package stoagen

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stoa/tools/stoagen/annotation"
)

// Every form of every annotation stands in a case that compiles, with each of its arguments.
func TestEveryAnnotationHasACase(t *testing.T) {
	t.Parallel()
	used := map[*annotation.Form]map[string]bool{}
	dirs, err := filepath.Glob("testdata/ok/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		_, notes, _ := Annotated(caseFiles(t, dir))
		for _, all := range notes {
			for _, a := range all {
				if used[a.Form] == nil {
					used[a.Form] = map[string]bool{}
				}
				for _, arg := range a.Args {
					used[a.Form][arg.Param.Name] = true
				}
			}
		}
	}
	for i := range annotation.Catalogue {
		form := &annotation.Catalogue[i]
		if used[form] == nil {
			t.Errorf("no case has @%s on a %s", form.Name, form.Targets)
			continue
		}
		for _, p := range form.Params {
			if !used[form][p.Name] {
				t.Errorf("no case has the argument %s of @%s on a %s", p.Name, form.Name, form.Targets)
			}
		}
	}
}

// The language stays small: what does not fit is Go.
func TestLanguageStaysSmall(t *testing.T) {
	t.Parallel()
	if n := len(annotation.Names()); n > 45 {
		t.Errorf("there are %d annotations, more than 45", n)
	}
}

// Every message that reading and checking a schema can print stands in the errors of a case.
func TestEveryProblemHasACase(t *testing.T) {
	t.Parallel()
	printed := ""
	files, err := filepath.Glob("testdata/bad/*/errors.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		printed += string(text)
	}
	var sources []string
	for _, pkg := range []string{"annotation", "parse", "compile", "infer", "check"} {
		files, err := filepath.Glob(pkg + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, files...)
	}
	formats := 0
	for _, path := range sources {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		for _, format := range formatsIn(t, path) {
			formats++
			if !patternOf(format).MatchString(printed) {
				t.Errorf("%s: no case prints %q", path, format)
			}
		}
	}
	if formats < 50 {
		t.Errorf("only %d messages were found in the source", formats)
	}
}

// formatsIn lists the formats that a file passes to Add and fail.
func formatsIn(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var formats []string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) < 2 {
			return true
		}
		if f, ok := call.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Add" || f.Sel.Name == "fail") {
			if text := literalOf(call.Args[1]); strings.Trim(text, "%sv") != "" {
				formats = append(formats, text)
			}
		}
		return true
	})
	return formats
}

// literalOf is a string literal, or several joined by +.
func literalOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return literalOf(e.X) + literalOf(e.Y)
	}
	return ""
}

var verb = regexp.MustCompile(`%[a-z]`)

// patternOf matches a printed message: each verb is some text on the line.
func patternOf(format string) *regexp.Regexp {
	parts := verb.Split(format, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	return regexp.MustCompile(`(?m): ` + strings.Join(parts, `.*`) + `$`)
}
