// Package tree makes other applications of this one: copies of the tree without a plugin, or with another schema.
package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Tree is a copy of the sources that may be changed.
type Tree struct {
	Dir string
}

// left are the folders that no build needs.
var left = []string{".git", "bin", "data", "artifacts"}

// Copy copies the sources below root to dir; the generators are shared by a link.
func Copy(root, dir string) (Tree, error) {
	t := Tree{dir}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case slices.Contains(left, entry.Name()) && rel != ".":
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(dir, rel), 0o755)
		case !entry.Type().IsRegular():
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, rel), text, 0o644)
	})
	if err != nil {
		return t, err
	}
	tools, err := filepath.Abs(filepath.Join(root, "bin", "tools"))
	if err != nil {
		return t, err
	}
	if err := os.Mkdir(filepath.Join(dir, "bin"), 0o755); err != nil {
		return t, err
	}
	return t, os.Symlink(tools, filepath.Join(dir, "bin", "tools"))
}

func (t Tree) Edit(path string, change func(string) string) error {
	path = filepath.Join(t.Dir, path)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(change(string(text))), 0o644)
}

// Lay puts the files of a folder over those of the tree.
func (t Tree) Lay(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(t.Dir, rel), text, 0o644)
	})
}

// Generate writes the generated code anew, and one migration that makes the schema that is left.
func (t Tree) Generate() error {
	if err := t.Run("sh", "-c", "bin/tools/gen -tables | go run ./cmd/compose"); err != nil {
		return err
	}
	gen := []string{"bin/tools/gen", "-force", "-sqlc", "bin/tools/sqlc", "-templ", "bin/tools/templ"}
	if err := t.Run(gen...); err != nil {
		return err
	}
	return t.squash()
}

// Run runs a program in the tree; what it says is part of the error.
func (t Tree) Run(command ...string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = t.Dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, bytes.TrimSpace(out))
	}
	return nil
}

var (
	makes     = regexp.MustCompile(`(?m)^CREATE TABLE (\w+)`)
	needs     = regexp.MustCompile(`(?:\bREFERENCES|(?m)^ALTER TABLE) (\w+)`)
	table     = regexp.MustCompile(`(?ms)^CREATE TABLE (\w+) \((.*?)^\);`)
	reference = regexp.MustCompile(`REFERENCES (\w+)`)
	key       = regexp.MustCompile(`(?m)^ALTER TABLE (\w+)[^;]*? REFERENCES (\w+)[^;]*;\n`)
)

// squash replaces the migrations by one: the files of the schema, each behind those whose tables it refers to, and the policies.
func (t Tree) squash() error {
	old, err := filepath.Glob(filepath.Join(t.Dir, "schema/migrations/*.sql"))
	if err != nil {
		return err
	}
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	texts, err := t.schema()
	if err != nil {
		return err
	}
	policies, err := os.ReadFile(filepath.Join(t.Dir, "generated/policies.sql"))
	if err != nil {
		return err
	}
	text := "-- +goose Up\n-- +goose StatementBegin\n" + strings.Join(append(texts, string(policies)), "\n") + "\n-- +goose StatementEnd\n"
	return os.WriteFile(filepath.Join(t.Dir, "schema/migrations/00001_schema.sql"), []byte(text), 0o644)
}

// texts has the files of the schema with what stands in each.
func (t Tree) texts() (files, texts []string, err error) {
	files, err = filepath.Glob(filepath.Join(t.Dir, "schema/*.sql"))
	for _, file := range files {
		text, readErr := os.ReadFile(file)
		texts, err = append(texts, string(text)), errors.Join(err, readErr)
	}
	return files, texts, err
}

// schema has the texts of the schema's files in an order that PostgreSQL takes.
func (t Tree) schema() (sorted []string, err error) {
	files, texts, err := t.texts()
	if err != nil {
		return nil, err
	}
	made := map[string]bool{}
	for len(texts) > 0 {
		i := slices.IndexFunc(texts, func(text string) bool {
			own := map[string]bool{}
			for _, m := range makes.FindAllStringSubmatch(text, -1) {
				own[m[1]] = true
			}
			for _, m := range needs.FindAllStringSubmatch(text, -1) {
				if !made[m[1]] && !own[m[1]] {
					return false
				}
			}
			maps.Copy(made, own)
			return true
		})
		if i < 0 {
			return nil, fmt.Errorf("these files refer to tables that no file makes, or to each other: %v", files)
		}
		sorted = append(sorted, texts[i])
		files, texts = slices.Delete(files, i, i+1), slices.Delete(texts, i, i+1)
	}
	return sorted, nil
}
