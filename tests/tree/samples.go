package tree

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// WithoutSamples removes the tests of packages that take tables as a sample which are gone, and names those packages.
func (t Tree) WithoutSamples(tables []string) (packages []string, err error) {
	if len(tables) == 0 {
		return nil, nil
	}
	names := make([]string, len(tables))
	for i, table := range tables {
		for word := range strings.SplitSeq(table, "_") {
			names[i] += strings.ToUpper(word[:1]) + word[1:]
		}
	}
	uses := regexp.MustCompile(`\.(List)?(` + strings.Join(names, "|") + `)(Row)?\b`)
	tests := map[string][]string{}
	err = filepath.WalkDir(t.Dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		dir := filepath.Dir(path)
		tests[dir] = append(tests[dir], path)
		text, err := os.ReadFile(path)
		if name, _ := filepath.Rel(t.Dir, dir); err == nil && uses.Match(text) && !slices.Contains(packages, name) {
			packages = append(packages, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, name := range packages {
		for _, path := range tests[filepath.Join(t.Dir, name)] {
			if err := os.Remove(path); err != nil {
				return nil, err
			}
		}
	}
	return packages, nil
}
