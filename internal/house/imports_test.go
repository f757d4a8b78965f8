package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

const root = "../.."

// pkg is what `go list` tells of a package.
type pkg struct {
	ImportPath   string
	Dir          string
	Name         string
	Doc          string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func (p pkg) path() string { return strings.TrimPrefix(p.ImportPath, module+"/") }

// packages lists the whole tree, once.
var packages = sync.OnceValues(func() ([]pkg, error) {
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Name,Doc,GoFiles,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = filepath.FromSlash(root)
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var all []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		switch err := decoder.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, p)
	}
})

func tree(t *testing.T) []pkg {
	t.Helper()
	all, err := packages()
	if err != nil || len(all) < 10 {
		t.Fatalf("go list ./...: %d packages, %v", len(all), err)
	}
	return all
}

func TestImportsRunDown(t *testing.T) {
	t.Parallel()
	for _, p := range tree(t) {
		for _, side := range []struct {
			test    bool
			imports []string
		}{{false, p.Imports}, {true, p.TestImports}, {true, p.XTestImports}} {
			for _, to := range side.imports {
				if reason := breach(importer{path: p.path(), test: side.test}, to); reason != "" {
					t.Errorf("%s imports %s (in tests: %t): %s", p.path(), to, side.test, reason)
				}
			}
		}
	}
}

func TestPackageComments(t *testing.T) {
	t.Parallel()
	for _, p := range tree(t) {
		// sqlc writes none, and a package of tests alone has its say in the tests.
		if floor(p.path()) == "generated" || strings.HasSuffix(p.path(), "/generated/db") || len(p.GoFiles) == 0 {
			continue
		}
		want := "Package " + p.Name + " "
		if p.Name == "main" {
			want = "Command " + filepath.Base(p.Dir) + " "
		}
		if !strings.HasPrefix(p.Doc, want) || !strings.HasSuffix(p.Doc, ".") {
			t.Errorf("%s: package comment is %q, must be a sentence that begins with %q", p.path(), p.Doc, want)
		}
	}
}

// The platform kit stays small enough to know by heart.
func TestInternalStaysSmall(t *testing.T) {
	t.Parallel()
	const most = 15
	kits := map[string]bool{}
	for _, p := range tree(t) {
		if floor(p.path()) == "internal" && p.path() != "internal/house" { // these tests are no kit
			kits[column(p.path())] = true
		}
	}
	if len(kits) > most {
		t.Errorf("internal has %d packages, at most %d: merge two or move one into a plugin", len(kits), most)
	}
}
