// Command gen writes the generated code, or with -check says what of it is not current and exits 1.
//
// Run it in the root of the checkout; `make gen` and `make check` do.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"stoa/tools/gen"
)

func main() {
	check := flag.Bool("check", false, "change nothing; exit 1 when generated code or the form of a .templ file is not current")
	root := flag.String("root", ".", "root of the checkout")
	force := flag.Bool("force", false, "write over generated files that were edited by hand")
	sqlc := flag.String("sqlc", "sqlc", "the sqlc program")
	templ := flag.String("templ", "templ", "the templ program")
	draft := flag.String("draft", "", "the program that drafts the migration beside the others; empty drafts none")
	tables := flag.Bool("tables", false, "write no code: print the tables and what is wrong with the schema, as JSON for cmd/compose")
	flag.Parse()

	if *tables {
		if err := gen.Tables(*root, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
		return
	}
	tools := gen.Tools{Sqlc: program(*sqlc), Templ: program(*templ)}
	if !*check && *draft != "" {
		tools.Draft = program(*draft)
	}
	if !*check && !*force {
		tools.Memory = filepath.Join(*root, "bin")
	}
	if err := run(*root, tools, *check, *force); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// program makes the path absolute, because the generators run in a folder of their own; a bare name stays for PATH.
func program(name string) string {
	if !strings.ContainsRune(name, filepath.Separator) {
		return name
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	return abs
}

// run makes all trees beside each other, then looks at or writes one after the other.
func run(root string, tools gen.Tools, check, force bool) error {
	trees := gen.Trees(root)
	made, failed := make([]gen.Made, len(trees)), make([]error, len(trees))
	var running sync.WaitGroup
	for i, tree := range trees {
		running.Go(func() { made[i], failed[i] = gen.Run(context.Background(), tree, tools) })
	}
	running.Wait()
	err := errors.Join(failed...)
	for i := range trees {
		if err == nil && check {
			err = look(trees[i], tools, made[i])
		} else if err == nil {
			err = write(trees[i], made[i], force)
		}
	}
	for i := range trees {
		err = errors.Join(err, made[i].Draft.Finish(err == nil))
	}
	return err
}

func write(tree gen.Tree, made gen.Made, force bool) error {
	diff, err := gen.Apply(tree.Root, made.Files, force)
	for _, p := range slices.Concat(diff.Edited, diff.Stale, diff.Lacks) {
		fmt.Println("wrote", filepath.Join(tree.Root, p))
	}
	for _, p := range diff.Extra {
		fmt.Println("removed", filepath.Join(tree.Root, p))
	}
	if err != nil {
		return err
	}
	made.Remember()
	if tree.Base == "" {
		fmt.Print(made.Report)
	}
	return nil
}

// look says what is not current.
func look(tree gen.Tree, tools gen.Tools, made gen.Made) error {
	ctx, root := context.Background(), tree.Root
	diff, err := gen.Compare(root, made.Files)
	if err != nil {
		return err
	}
	if !diff.Empty() {
		return fmt.Errorf("generated code is not current, run `make gen`:\n%s", diff)
	}
	bad, err := gen.Unformatted(ctx, root, tools)
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return fmt.Errorf("run `make fmt`, templ would format %v", bad)
	}
	return nil
}
