// Package stoagen compiles the annotated schema: files in, one checked model out.
package stoagen

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/check"
	"stoa/tools/stoagen/compile"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/infer"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// File is a schema file: its name for messages and reasons, and its text.
type File struct {
	Name string
	Text string
}

// Read reads the .sql files of a folder, not those of folders in it, by name. Their names begin with the folder's as given.
func Read(dir string) ([]File, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.sql"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s holds no .sql file", dir)
	}
	slices.Sort(paths)
	var files []File
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: filepath.ToSlash(path), Text: string(text)})
	}
	return files, nil
}

// Compile compiles all files together. The model is whole only when there are no problems; with problems it holds what
// was understood, and nothing may be generated from it.
func Compile(files []File) (*model.Schema, *diag.List) {
	schema, _, problems := Annotated(files)
	return schema, problems
}

// Annotated is Compile, and gives the annotations of each part of the model as well.
func Annotated(files []File) (*model.Schema, annotation.Notes, *diag.List) {
	problems := &diag.List{}
	var parsed []*parse.File
	for _, f := range files {
		parsed = append(parsed, parse.Parse(f.Name, f.Text, problems))
	}
	schema, notes := compile.Compile(parsed, problems)
	infer.Infer(schema, notes)
	check.Check(schema, notes, problems)
	return schema, notes, problems
}
