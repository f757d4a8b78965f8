package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What can be configured is written down as it is.
func TestReferenceIsCurrent(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("go", "run", "./cmd/gen", "-root", "..", "-tables")
	cmd.Dir = "../../tools"
	tables, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := run("../..", bytes.NewReader(tables), os.Stderr, true, true); err != nil {
		t.Error(err)
	}
}

// A case is a tree: plugins below handlers/, both YAML files, tables.json; want.txt is what must be said. UPDATE=1 writes it.
func TestAllIsToldTogether(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{"testdata/fits", "testdata/problems", "testdata/warnings"} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			tables, err := os.ReadFile(filepath.Join(dir, "tables.json"))
			if err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			for _, strictly := range []bool{false, true} {
				said.WriteString(map[bool]string{false: "as it is:\n", true: "--strict:\n"}[strictly])
				if err := run(copied(t, dir), bytes.NewReader(tables), &said, strictly, false); err != nil {
					said.WriteString("stops:\n" + err.Error() + "\n")
				}
			}
			want := filepath.Join(dir, "want.txt")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(want, []byte(said.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if text, err := os.ReadFile(want); err != nil || string(text) != said.String() {
				t.Errorf("said\n%s\nwant\n%s%v", said.String(), text, err)
			}
		})
	}
}

// copied is a case that may be written into, its Go files with their own names.
func copied(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(to, "handlers/*/*.go.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if err := os.Rename(file, strings.TrimSuffix(file, ".txt")); err != nil {
			t.Fatal(err)
		}
	}
	return to
}
