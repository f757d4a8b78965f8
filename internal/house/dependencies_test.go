package house

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

type requirement struct {
	Path     string
	Version  string
	Indirect bool
}

// requirements reads the go.mod of one of our modules.
func requirements(t *testing.T, dir string) []requirement {
	t.Helper()
	cmd := exec.Command("go", "mod", "edit", "-json")
	cmd.Dir = filepath.Join(root, dir)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct{ Require []requirement }
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	return mod.Require
}

// The table of dependencies names every direct one, each at the version that is pinned.
func TestDependenciesAreDocumented(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(root, "docs/dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]string{}
	for _, row := range regexp.MustCompile(`(?m)^\| (\S+\.\S+) \| (v\S+) \|`).FindAllStringSubmatch(string(text), -1) {
		documented[strings.TrimSuffix(row[1], "/cmd/templ")] = row[2]
	}
	pinned := map[string]string{}
	for _, dir := range []string{".", "tools", "tools/lint", "tools/s3"} {
		for _, r := range requirements(t, dir) {
			pinned[r.Path] = r.Version
			if _, ok := documented[r.Path]; !ok && !r.Indirect {
				t.Errorf("%s %s of %s/go.mod is not in docs/dependencies.md", r.Path, r.Version, dir)
			}
			if version, ok := documented[r.Path]; ok && version != r.Version && !r.Indirect {
				t.Errorf("docs/dependencies.md has %s %s, %s/go.mod has %s", r.Path, version, dir, r.Version)
			}
		}
	}
	for path := range documented {
		if pinned[path] == "" {
			t.Errorf("docs/dependencies.md has %s, which no go.mod requires", path)
		}
	}
}
