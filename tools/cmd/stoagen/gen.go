package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"stoa/tools/gen"
)

// generate makes the files of the tree at args[0] in memory, says what they are and writes them below args[1], if given.
func generate(args []string, out, problems io.Writer) error {
	root := "."
	if len(args) > 0 {
		root = args[0]
	}
	made, err := gen.Compile(gen.Tree{Root: root})
	if err != nil {
		return err
	}
	for _, t := range made.Tables {
		fmt.Fprintln(out, t)
	}
	if len(args) < 2 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(made.Files)) {
		path := filepath.Join(args[1], filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, made.Files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}
