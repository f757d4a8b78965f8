package manifest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// A case is a folder: plugins as *.go, stoa.yaml, tables as "name: columns / changes" in tables.txt, set variables in env.txt; want.txt is
// what must be said. UPDATE=1 writes it.
func TestGolden(t *testing.T) {
	t.Parallel()
	cases, err := filepath.Glob("testdata/*")
	if err != nil || len(cases) == 0 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, dir := range cases {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			got, want := said(t, dir), filepath.Join(dir, "want.txt")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if text := read(t, want); got != text {
				t.Errorf("said\n%s\nwant\n%s", got, text)
			}
		})
	}
}

func said(t *testing.T, dir string) string {
	t.Helper()
	problems := &strict.Problems{}
	var sources []manifest.Source
	files, _ := filepath.Glob(filepath.Join(dir, "*.go.txt"))
	for _, file := range files {
		if s, ok := manifest.Read(strings.TrimSuffix(filepath.Base(file), ".txt"), []byte(read(t, file)), problems); ok {
			sources = append(sources, s)
		}
	}
	settings := manifest.ReadSettings("stoa.yaml", []byte(read(t, filepath.Join(dir, "stoa.yaml"))), sources, problems)
	env := read(t, filepath.Join(dir, "env.txt"))
	world := manifest.World{Tables: tables(read(t, filepath.Join(dir, "tables.txt"))), Getenv: func(name string) string {
		_, value, _ := strings.Cut(env, name+"=")
		value, _, _ = strings.Cut(value, "\n")
		return value
	}}
	manifest.Check(sources, &settings, world, problems)
	var b strings.Builder
	for _, p := range problems.All() {
		b.WriteString(p.String() + "\n")
	}
	b.WriteString("on: " + strings.Join(settings.On, " ") + "\n")
	return b.String()
}

// tables reads lines such as "notes: id title / created deleted".
func tables(text string) map[string]manifest.SchemaTable {
	all := map[string]manifest.SchemaTable{}
	for line := range strings.Lines(text) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		columns, changes, _ := strings.Cut(rest, "/")
		if ok {
			all[name] = manifest.SchemaTable{Columns: strings.Fields(columns), Broadcast: strings.Fields(changes)}
		}
	}
	return all
}

// read has a file's text, "" when there is none.
func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(text)
}
