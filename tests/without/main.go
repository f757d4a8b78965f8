// Command without takes one plugin out of a copy of the tree and shows that the rest is a whole application: it is
// generated, built, vetted, keeps the order of the house, starts, and shows every page that it leads to.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"stoa/tests/tree"
)

func main() {
	plugin := flag.String("plugin", "", "which one; empty takes the next in turn, one a day")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *plugin); err != nil {
		fmt.Fprintln(os.Stderr, "without:", err)
		os.Exit(1)
	}
}

// vetted is what is left of the product.
var vetted = []string{"./cmd/...", "./generated/...", "./handlers/...", "./internal/...", "./queries/...", "./schema/...", "./sdk/...", "./services/...", "./views/..."}

func run(ctx context.Context, plugin string) error {
	began := time.Now()
	dir, err := filepath.Abs("bin/without") // one place, so that the compiler knows what it compiled there before
	if err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the next run removes it first
	copied, err := tree.Copy(".", dir)
	if err != nil {
		return err
	}
	if plugin == "" {
		if plugin, err = next(copied, began); err != nil {
			return err
		}
	}
	gone, tables, err := copied.Without(plugin)
	if err != nil {
		return err
	}
	fmt.Printf("without %s\n", plugin)
	for _, id := range gone {
		if id != plugin {
			fmt.Printf("  %s goes too: it requires what went\n", id)
		}
	}
	clients, err := filepath.Glob(filepath.Join(dir, "sdk/*_test.go"))
	if err != nil {
		return err
	}
	for _, path := range append(clients, filepath.Join(dir, "tests"), filepath.Join(dir, "views/storybook"), filepath.Join(dir, "cmd/stoa/plugins_test.go")) { // they know every plugin
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	samples, err := copied.WithoutSamples(tables)
	if err != nil {
		return err
	}
	for _, name := range samples {
		fmt.Printf("  the tests of %s go too: a table that went is their sample\n", name)
	}
	steps := []struct {
		what string
		do   func() error
	}{
		{"generated, its schema as one migration", copied.Generate},
		{"built", func() error { return copied.Run("go", "build", "-buildvcs=false", "-o", "bin/stoa", "./cmd/stoa") }},
		{"vetted, tests too", func() error { return copied.Run(append([]string{"go", "vet"}, vetted...)...) }},
		{"in order: imports, comments, every query on the new schema", func() error { return copied.Run("go", "test", "./internal/house") }},
		{"started, and every page of the rail is there", func() error { return walk(ctx, filepath.Join(dir, "bin", "stoa")) }},
	}
	for _, s := range steps {
		at := time.Now()
		if err := cmp.Or(ctx.Err(), s.do()); err != nil {
			return fmt.Errorf("%s: not %s: %w", plugin, s.what, err)
		}
		fmt.Printf("  %s (%.0f s)\n", s.what, time.Since(at).Seconds())
	}
	fmt.Printf("  all well in %.0f s\n", time.Since(began).Seconds())
	return nil
}

// next is the plugin whose turn it is: each day another.
func next(t tree.Tree, now time.Time) (string, error) {
	all, err := t.Plugins()
	if err != nil {
		return "", err
	}
	var ids []string
	for _, p := range all {
		if !p.Core {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) == 0 {
		return "", errors.New("there is no plugin that may be removed")
	}
	id := ids[now.YearDay()%len(ids)]
	fmt.Printf("of %s it is the turn of %s\n", strings.Join(ids, ", "), id)
	return id, nil
}
