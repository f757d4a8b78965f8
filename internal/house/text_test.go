package house

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// A path of the machine on which something was written means nothing on any other.
var machinePath = regexp.MustCompile(`(^|[^\w.\-/])/(work|root|tmp/brief)(/|["'\x60\s]|$)`)

func TestMachinePath(t *testing.T) {
	t.Parallel()
	dir := "/" + "work"
	for text, want := range map[string]bool{
		"see " + dir + "/main": true, dir + "/": true, "cd " + dir: true, `"` + dir + `"`: true,
		"https://example.com" + dir + "/": false, dir + "ers/": false, "net" + dir + "/": false,
	} {
		if machinePath.MatchString(text) != want {
			t.Errorf("%q: got %t", text, !want)
		}
	}
}

func TestNoMachinePaths(t *testing.T) {
	t.Parallel()
	skip := []string{".git", "bin", "data", "vendor", "artifacts"}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(skip, entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil // in a second work tree .git is a file
		case !entry.Type().IsRegular():
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil || bytes.IndexByte(text, 0) >= 0 { // not text
			return err
		}
		for i, line := range bytes.Split(text, []byte("\n")) {
			if machinePath.Match(line) {
				t.Errorf("%s:%d names a path of one machine: %s", path, i+1, bytes.TrimSpace(line))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// serving are the names of net/http that only a server needs.
var serving = []string{
	"Server", "ServeMux", "NewServeMux", "ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS", "Handle", "HandleFunc",
	"Handler", "HandlerFunc", "ResponseWriter", "Error", "Redirect", "FileServer",
}

func TestServicesServeNoHTTP(t *testing.T) {
	t.Parallel()
	for _, p := range tree(t) {
		if floor(p.path()) != "services" {
			continue
		}
		for _, name := range p.GoFiles {
			for _, used := range servingNames(t, filepath.Join(p.Dir, name), nil) {
				t.Errorf("%s/%s uses http.%s: services serve no HTTP", p.path(), name, used)
			}
		}
	}
}

func TestServingNames(t *testing.T) {
	t.Parallel()
	const source = `package x
import "net/http"
var c http.Client
func f(w http.ResponseWriter) {}
`
	if got := servingNames(t, "x.go", source); !slices.Equal(got, []string{"ResponseWriter"}) {
		t.Errorf("got %v", got)
	}
}

func servingNames(t *testing.T, name string, source any) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	var used []string
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == "http" && slices.Contains(serving, sel.Sel.Name) {
			used = append(used, sel.Sel.Name)
		}
		return true
	})
	return used
}
