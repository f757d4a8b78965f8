package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"stoa/tests/tree"
)

const (
	builtTables  = 50
	builtPlugins = 10

	genLimit   = 5 * time.Second
	editLimit  = 10 * time.Second
	tenLimit   = time.Second
	filesLimit = time.Minute
	mostLines  = 150
	mostWidth  = 120

	quick = "QUICK=1" // as make dev builds
)

// builds is what a builder waits for, in copies of the tree: to generate fifty tables, to see an edit of one on its page, to start ten
// plugins, and to have an application of three files. The caches of the compiler are warm: everything was built once before.
func (l *lab) builds(ctx context.Context) error {
	if l.short {
		l.report.line("builds are measured in the long form only: they compile for minutes")
		return nil
	}
	if err := l.buildMany(ctx); err != nil {
		return err
	}
	return l.buildThreeFiles(ctx)
}

func (l *lab) buildMany(ctx context.Context) (err error) {
	t, err := copyTree(ctx, "bench-many")
	if err != nil {
		return err
	}
	defer os.RemoveAll(t.Dir) //nolint:errcheck // the next run removes it first
	if err := many(t, ""); err != nil {
		return err
	}
	s := &stoa{program: filepath.Join(t.Dir, "bin", "stoa"), home: filepath.Join(l.dir, "many"), upstream: l.stoa.upstream}
	if err := os.Mkdir(s.home, 0o755); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.down()) }()
	steps := []func() error{
		func() error { return made(t, "gen") }, func() error { return made(t, "migration", "NAME=tables") }, func() error { return made(t, "bin/stoa", quick) },
		func() error { _, err := s.up(ctx); return err }, func() error { return s.register(ctx, "builder@example.com") },
	}
	for _, do := range steps {
		if err := do(); err != nil {
			return err
		}
	}
	if err := l.edit(ctx, t, s); err != nil {
		return err
	}
	return errors.Join(l.startTen(ctx, s), l.lines(t))
}

// edit gives one of the tables a column and waits for its field on the page.
func (l *lab) edit(ctx context.Context, t tree.Tree, s *stoa) error {
	begin := time.Now()
	if err := many(t, "  more        text,\n"); err != nil {
		return err
	}
	if err := made(t, "gen"); err != nil {
		return err
	}
	generated := time.Since(begin)
	if err := made(t, "bin/stoa", quick); err != nil {
		return err
	}
	if err := s.down(); err != nil {
		return err
	}
	if _, err := s.up(ctx); err != nil {
		return err
	}
	page, err := s.get(ctx, "/bench_1/new")
	if err != nil {
		return err
	}
	all := time.Since(begin)
	if !bytes.Contains(page, []byte(`name="more"`)) {
		return errors.New("the new column is not on the form")
	}
	l.report.bound(fmt.Sprintf("make gen of %d tables, one of them edited", builtTables), fmt.Sprintf("%.1f s", generated.Seconds()), "≤ 5 s", generated <= genLimit, soft)
	l.report.bound("from the edit to its page, migration and build included", fmt.Sprintf("%.1f s", all.Seconds()), "≤ 10 s", all <= editLimit, soft)
	return nil
}

// startTen starts Stoa where PostgreSQL runs already.
func (l *lab) startTen(ctx context.Context, s *stoa) error {
	admin, login, err := l.emptyDatabase(ctx, "bench_ten")
	if err != nil {
		return err
	}
	var took []time.Duration
	for i := range 4 {
		if err := s.down(); err != nil {
			return err
		}
		s.env = []string{"DATABASE_URL=" + login, "DATABASE_ADMIN_URL=" + admin}
		d, err := s.up(ctx)
		if err != nil {
			return err
		}
		if i > 0 { // the first migrates
			took = append(took, d)
		}
	}
	slices.Sort(took)
	median := took[len(took)/2]
	l.report.bound(fmt.Sprintf("start with %d plugins, PostgreSQL running, to the first page", builtPlugins), ms(median), "≤ 1 s", median <= tenLimit, soft)
	return nil
}

// lines looks at the longest description of a table, Stoa's own included.
func (l *lab) lines(t tree.Tree) error {
	files, err := filepath.Glob(filepath.Join(t.Dir, "generated/resources/*.go"))
	if err != nil {
		return err
	}
	most, wide, name := 0, 0, ""
	for _, file := range files {
		if filepath.Base(file) == "resources.go" { // the list of them
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(text)) {
			n, wide = n+1, max(wide, len([]rune(strings.TrimRight(line, "\n"))))
		}
		if n > most {
			most, name = n, strings.TrimSuffix(filepath.Base(file), ".go")
		}
	}
	l.report.bound(fmt.Sprintf("generated Go of a table besides sqlc's, the longest (%s)", name), fmt.Sprintf("%d lines of ≤ %d columns", most, wide), "≤ 150 of ≤ 120", most <= mostLines && wide <= mostWidth, hard)
	return nil
}

// buildThreeFiles makes the application of testdata/chat, twice: the second time is warm.
func (l *lab) buildThreeFiles(ctx context.Context) (err error) {
	var took time.Duration
	for i := range 2 {
		begin := time.Now()
		t, err := copyTree(ctx, "bench-files")
		if err != nil {
			return err
		}
		if err := t.Become(filepath.Join(filepath.Dir(filepath.Dir(t.Dir)), "testdata", "chat")); err != nil {
			return err
		}
		s := &stoa{program: filepath.Join(t.Dir, "bin", "stoa"), home: filepath.Join(l.dir, fmt.Sprint("files", i)), upstream: l.stoa.upstream}
		if err := os.Mkdir(s.home, 0o755); err != nil {
			return err
		}
		if _, err = s.up(ctx); err == nil {
			err = s.register(ctx, "builder@example.com")
		}
		took = time.Since(begin)
		if err = errors.Join(err, s.down(), os.RemoveAll(t.Dir)); err != nil {
			return err
		}
	}
	l.report.bound("three files to a running application, its cluster new", fmt.Sprintf("%.1f s", took.Seconds()), "≤ 60 s", took <= filesLimit, soft)
	return nil
}

// copyTree copies the source around us to one place, so that the compiler knows what it compiled there before.
func copyTree(ctx context.Context, name string) (tree.Tree, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "stoa").Output()
	if err != nil {
		return tree.Tree{}, fmt.Errorf("run this inside the module stoa: %w", err)
	}
	root := strings.TrimSpace(string(out))
	dir := filepath.Join(root, "bin", name)
	if err := os.RemoveAll(dir); err != nil {
		return tree.Tree{}, err
	}
	return tree.Copy(root, dir)
}

// made runs make as a builder does; the generators are those of the tree, and what is installed is not asked again.
func made(t tree.Tree, target ...string) error {
	return t.Run(append([]string{"make", "-o", "tools", "-o", "deps"}, target...)...)
}
