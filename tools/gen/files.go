package gen

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const manifestHead = "# Every generated file. Made by `make gen`; stale files are found by it.\n"

// withManifest adds the list of all of files, itself included.
func withManifest(files Files) Files {
	paths := []string{Manifest}
	for p := range files {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	files[Manifest] = []byte(manifestHead + strings.Join(paths, "\n") + "\n")
	return files
}

// readManifest lists the files of the last run that still exist; a path that leaves the root is ignored.
func readManifest(root string) []string {
	content, err := os.ReadFile(filepath.Join(root, Manifest))
	if err != nil {
		return nil
	}
	var paths []string
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") || !filepath.IsLocal(line) {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, line)); err == nil {
			paths = append(paths, line)
		}
	}
	return paths
}

// listFiles lists the files below root/dir whose slash path is wanted, relative to root; a missing dir is empty.
func listFiles(root, dir string, want func(path string) bool) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(filepath.Join(root, dir), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if rel = filepath.ToSlash(rel); want(rel) {
			paths = append(paths, rel)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return paths, err
}

// copyFiles copies paths from one root to another.
func copyFiles(from, to string, paths []string) error {
	for _, p := range paths {
		content, err := os.ReadFile(filepath.Join(from, p))
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(to, p), content); err != nil {
			return err
		}
	}
	return nil
}

// readFiles reads paths below root into memory.
func readFiles(root string, paths []string) (Files, error) {
	files := Files{}
	for _, p := range paths {
		content, err := os.ReadFile(filepath.Join(root, p))
		if err != nil {
			return nil, err
		}
		files[p] = content
	}
	return files, nil
}
