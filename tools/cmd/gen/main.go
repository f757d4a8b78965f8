// Command gen writes the generated code, or with -check says what of it is not current and exits 1.
//
// Run it in the root of the checkout; `make gen` and `make check` do.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stoa/tools/gen"
)

func main() {
	check := flag.Bool("check", false, "change nothing; exit 1 when generated code or the form of a .templ file is not current")
	root := flag.String("root", ".", "root of the checkout")
	force := flag.Bool("force", false, "write over generated files that were edited by hand")
	sqlc := flag.String("sqlc", "sqlc", "the sqlc program")
	templ := flag.String("templ", "templ", "the templ program")
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

func run(root string, tools gen.Tools, check, force bool) error {
	for _, tree := range gen.Trees(root) {
		if err := runTree(tree, tools, check, force); err != nil {
			return err
		}
	}
	return nil
}

func runTree(tree gen.Tree, tools gen.Tools, check, force bool) error {
	ctx, root := context.Background(), tree.Root
	made, err := gen.Run(ctx, tree, tools)
	if err != nil {
		return err
	}
	if !check {
		diff, err := gen.Apply(root, made.Files, force)
		for _, p := range slices.Concat(diff.Edited, diff.Stale, diff.Lacks) {
			fmt.Println("wrote", filepath.Join(root, p))
		}
		for _, p := range diff.Extra {
			fmt.Println("removed", filepath.Join(root, p))
		}
		if err == nil && tree.Base == "" {
			fmt.Print(made.Report)
		}
		return err
	}
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
