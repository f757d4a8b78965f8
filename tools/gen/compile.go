package gen

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stoa/tools/stoagen"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/emit"
	"stoa/tools/stoagen/procedure"
)

// Tree is what generators read and write.
type Tree struct {
	Root   string // holds schema/, queries/, views/, and generated/
	Base   string // another root, on whose schema and sqlc.yaml this one stands; "" for none
	Import string // generated/ as Go imports it; "" is the product's
}

// Trees are those of a checkout: the product, and the application that the engine is tried with.
func Trees(root string) []Tree {
	trees := []Tree{{Root: root}}
	if shop := filepath.Join(root, "handlers/crud/crudtest/shop"); exists(filepath.Join(shop, "schema")) {
		trees = append(trees, Tree{Root: shop, Base: root, Import: "stoa/handlers/crud/crudtest/shop/generated"})
	}
	return trees
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Compile runs the schema compiler on a tree. Nothing of the result may be written when it has problems.
func Compile(tree Tree) (emit.Output, error) {
	root := tree.Root
	schemaFiles, err := sources(root, "schema")
	if err != nil {
		return emit.Output{}, err
	}
	if len(schemaFiles) == 0 {
		return emit.Output{}, fmt.Errorf("%s holds no schema/*.sql", root)
	}
	in := emit.Input{Texts: map[string]string{}, Import: tree.Import}
	for _, f := range schemaFiles {
		in.Texts[f.Name] = f.Text
	}
	if tree.Base != "" {
		base, err := sources(tree.Base, "schema")
		if err != nil {
			return emit.Output{}, err
		}
		schemaFiles = append(base, schemaFiles...)
	}
	queryFiles, err := sources(root, "queries")
	if err != nil {
		return emit.Output{}, err
	}
	for _, f := range queryFiles {
		in.Written = append(in.Written, emit.ReadQueries(f.Name, f.Text)...)
	}
	schema, problems := stoagen.Compile(schemaFiles)
	if !problems.Empty() {
		return emit.Output{}, errors.New("the schema has problems\n" + strings.TrimSpace(problems.String()))
	}
	in.Schema = schema
	if in.Procedures, err = procedures(root, problems); err != nil {
		return emit.Output{}, err
	}
	if !problems.Empty() {
		return emit.Output{}, errors.New("the procedures have problems\n" + strings.TrimSpace(problems.String()))
	}
	out := emit.Emit(in)
	if !out.Problems.Empty() {
		return out, errors.New("the schema has problems\n" + strings.TrimSpace(out.Problems.String()))
	}
	return out, nil
}

// procedures reads what the plugins below root declare.
func procedures(root string, problems *diag.List) (all []*procedure.Procedure, err error) {
	paths, err := filepath.Glob(filepath.Join(root, "handlers", "*", "procedures.go"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return nil, err
		}
		all = append(all, procedure.Read(filepath.ToSlash(name), text, problems)...)
	}
	return all, nil
}

// sources reads the .sql files of root/dir, not those of folders in it; names are below the root.
func sources(root, dir string) ([]stoagen.File, error) {
	paths, err := filepath.Glob(filepath.Join(root, dir, "*.sql"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	files := make([]stoagen.File, len(paths))
	for i, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files[i] = stoagen.File{Name: dir + "/" + filepath.Base(path), Text: string(text)}
	}
	return files, nil
}
