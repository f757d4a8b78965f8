package plugin_test

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
)

// Everything that can be said of a manifest, of stoa.yaml or of ui.yaml is said in a golden folder.
func TestEveryDiagnosticHasACase(t *testing.T) {
	t.Parallel()
	var told strings.Builder
	for _, pattern := range []string{"manifest/testdata/*/want.txt", "ui/testdata/*/want.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			told.Write(text)
		}
	}
	for _, pattern := range []string{"manifest/*.go", "ui/*.go", "strict/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for format, at := range formats(t, file) {
				if format == "a %s cannot be configured" { // a manifest that is read as text has told it already
					continue
				}
				if !shape(format).MatchString(told.String()) {
					t.Errorf("%s: no golden folder says %q", at, format)
				}
			}
		}
	}
}

// formats are the texts of the problems that a file tells.
func formats(t *testing.T, file string) map[string]string {
	t.Helper()
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if s, ok := call.Fun.(*ast.SelectorExpr); !ok || s.Sel.Name != "Errorf" && s.Sel.Name != "Warnf" || ident(s.X) == "fmt" {
			return true
		}
		for _, arg := range call.Args[:min(2, len(call.Args))] {
			if l, ok := arg.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if text, err := strconv.Unquote(l.Value); err == nil && text != "%s" {
					found[text] = set.Position(l.Pos()).String()
				}
			}
		}
		return true
	})
	return found
}

func ident(e ast.Expr) string {
	if i, ok := e.(*ast.Ident); ok {
		return i.Name
	}
	return ""
}

var verbs = regexp.MustCompile(`%[#+]?[.0-9]*[a-z]`)

// shape matches what a format becomes.
func shape(format string) *regexp.Regexp {
	parts := verbs.Split(format, -1)
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	return regexp.MustCompile(strings.Join(parts, ".*"))
}
