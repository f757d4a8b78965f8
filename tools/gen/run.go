package gen

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
	"sync"

	"stoa/tools/stoagen/emit"
)

// Made is what all generators made.
type Made struct {
	Files  Files
	Report string // what the schema compiler did, a line for each table, and what of the schema has no effect
	Draft  *Draft // under way; nil when none was asked for

	memory map[string]string
}

// Run makes all generated files of a tree in memory: the schema compiler's, then sqlc's and templ's.
//
// It reads text only and never imports the product, so it works while the product does not compile.
func Run(ctx context.Context, tree Tree, tools Tools) (Made, error) {
	dir, err := os.MkdirTemp("", "stoa-gen-")
	if err != nil {
		return Made{}, err
	}
	defer os.RemoveAll(dir)

	if err := copyInputs(tree, dir); err != nil {
		return Made{}, err
	}
	out, err := Compile(tree)
	if err != nil {
		return Made{}, err
	}
	for p, content := range out.Files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(p)), content); err != nil {
			return Made{}, err
		}
	}
	draft, err := startDraft(ctx, tree, tools, out.Files)
	if err != nil {
		return Made{}, err
	}
	files, memory, err := run(ctx, tree, dir, tools)
	if err != nil {
		return Made{}, errors.Join(err, draft.Finish(false))
	}
	return Made{Files: files, Report: report(out), Draft: draft, memory: memory}, nil
}

// report is a line for each resource.
func report(out emit.Output) string {
	var b strings.Builder
	for _, t := range out.Tables {
		fmt.Fprintln(&b, t)
	}
	return b.String()
}

// run runs the generators of other people in dir, beside each other.
func run(ctx context.Context, tree Tree, dir string, tools Tools) (Files, map[string]string, error) {
	all := steps(tools)
	marks, failed := make([]string, len(all)), make([]error, len(all))
	var running sync.WaitGroup
	for i, s := range all {
		running.Go(func() { marks[i], failed[i] = s.run(ctx, tree, dir, tools) })
	}
	running.Wait()
	if err := errors.Join(failed...); err != nil {
		return nil, nil, err
	}
	memory := map[string]string{}
	if tools.Memory != "" {
		for i, s := range all {
			memory[s.memory(tree, tools)] = marks[i]
		}
	}
	made, err := generatedPaths(dir)
	if err != nil {
		return nil, nil, err
	}
	files, err := readFiles(dir, made)
	if err != nil {
		return nil, nil, err
	}
	return WithManifest(files), memory, nil
}

// Remember lets the next run see which of its programs would make what they made now. It is called when all is written.
func (m Made) Remember() {
	for path, mark := range m.memory {
		_ = os.WriteFile(path, []byte(mark), 0o644) // what is not remembered is made again
	}
}

// Unformatted lists the .templ files below root that `templ fmt` would change; it changes none.
func Unformatted(ctx context.Context, root string, tools Tools) ([]string, error) {
	views, err := listFiles(root, "views", isTempl)
	if err != nil {
		return nil, err
	}
	var bad []string
	for _, p := range views {
		have, err := os.ReadFile(filepath.Join(root, p))
		if err != nil {
			return nil, err
		}
		cmd := exec.CommandContext(ctx, tools.Templ, "fmt", "-stdout", p)
		cmd.Dir = root
		want, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("templ fmt %s: %w", p, err)
		}
		if !bytes.Equal(have, want) {
			bad = append(bad, p)
		}
	}
	return bad, nil
}

// copyInputs copies what the generators read of a tree, and of the one below it the schema.
func copyInputs(tree Tree, dir string) error {
	config := []string{"go.mod", "sqlc.yaml"}
	root := tree.Root
	if tree.Base != "" {
		root = tree.Base
		schema, err := listFiles(root, "schema", isSQL)
		if err != nil {
			return err
		}
		config = append(config, schema...)
	}
	for _, p := range config[:2] {
		if !exists(filepath.Join(root, p)) {
			return fmt.Errorf("%s has no %s: run this in the root of the checkout", root, p)
		}
	}
	if err := copyFiles(root, dir, config); err != nil {
		return err
	}
	inputs, err := inputPaths(tree.Root)
	if err != nil {
		return err
	}
	return copyFiles(tree.Root, dir, inputs)
}

func isSQL(path string) bool { return strings.HasSuffix(path, ".sql") }

func inputPaths(root string) ([]string, error) {
	schema, err1 := listFiles(root, "schema", isSQL)
	queries, err2 := listFiles(root, "queries", func(p string) bool { return isSQL(p) && !strings.HasPrefix(p, crud+"/") })
	views, err3 := listFiles(root, "views", isTempl)
	return slices.Concat(schema, queries, views), errors.Join(err1, err2, err3)
}

func isTempl(path string) bool { return strings.HasSuffix(path, ".templ") }

// runIn runs a generator silently and, when it fails, returns what it said.
func runIn(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	return nil
}
