package gen

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// step is a program of other people that makes files of files.
type step struct {
	name         string
	tool         string
	args         []string
	reads, makes func(path string) bool
}

func steps(tools Tools) []step {
	in := func(dir string) func(string) bool {
		return func(p string) bool { return strings.HasPrefix(p, dir+"/") }
	}
	return []step{
		{"sqlc", tools.Sqlc, []string{"generate"}, func(p string) bool {
			return p == "sqlc.yaml" || isSQL(p) && (in("schema")(p) || in("queries")(p))
		}, in("generated/db")},
		// templ writes the path it was given into the code, so folder and flags must never vary. Its version stays out:
		// that line would stand as the comment of the package.
		{"templ", tools.Templ, []string{"generate", "-path", "views", "-include-version=false"}, isTempl, func(p string) bool { return strings.HasSuffix(p, "_templ.go") }},
	}
}

// run makes the files in dir. Those that the tree has already are taken from there, when the last run that wrote made just
// them of just this with this program; mark is what the next run needs to see that.
func (s step) run(ctx context.Context, tree Tree, dir string, tools Tools) (mark string, err error) {
	inputs, err := listFiles(dir, ".", s.reads)
	if err != nil || len(inputs) == 0 {
		return "", err
	}
	made, err := s.sum(dir, inputs)
	if err != nil {
		return "", err
	}
	if mark, have := s.known(tree, tools, made); mark != "" {
		return mark, copyFiles(tree.Root, dir, have)
	}
	if err := runIn(ctx, dir, s.tool, s.args...); err != nil {
		return "", fmt.Errorf("%s: %w", s.name, err)
	}
	have, err := s.outputs(dir)
	if err != nil {
		return "", err
	}
	sum, err := sumOf(dir, have)
	return made + " " + sum, err
}

// known are the mark of the last run that wrote and the files that it made, when it made them of just this and they are as it
// left them.
func (s step) known(tree Tree, tools Tools, made string) (mark string, have []string) {
	if tools.Memory == "" {
		return "", nil
	}
	last, err := os.ReadFile(s.memory(tree, tools))
	if err != nil {
		return "", nil
	}
	have, err = s.outputs(tree.Root)
	if err != nil {
		return "", nil
	}
	if sum, err := sumOf(tree.Root, have); err != nil || string(last) != made+" "+sum {
		return "", nil
	}
	return string(last), have
}

// sum stands for the program, what it is asked, and the files that it reads.
func (s step) sum(dir string, inputs []string) (string, error) {
	files, err := sumOf(dir, inputs)
	if err != nil {
		return "", err
	}
	path, err := exec.LookPath(s.tool)
	if err != nil {
		return "", fmt.Errorf("%s: %w", s.name, err)
	}
	tool, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s-%d-%d-%x", files, tool.Size(), tool.ModTime().UnixNano(), sha256.Sum256([]byte(strings.Join(s.args, " ")))), nil
}

func (s step) outputs(root string) ([]string, error) {
	all, err := generatedPaths(root)
	return slices.DeleteFunc(all, func(p string) bool { return !s.makes(p) }), err
}

func (s step) memory(tree Tree, tools Tools) string {
	name := s.name
	if tree.Base != "" {
		name += "-" + filepath.Base(tree.Root)
	}
	return filepath.Join(tools.Memory, name+".sum")
}

// sumOf stands for files: their names and what is in them.
func sumOf(root string, paths []string) (string, error) {
	h := sha256.New()
	for _, p := range paths {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p)))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n%s", p, len(text), text)
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}
