package gen

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const manifestHead = "# Every generated file and the start of its SHA-256. Made by `make gen`, which finds by it what is stale or edited by hand.\n"

// WithManifest adds the list of all of files, itself included.
func WithManifest(files Files) Files {
	var b strings.Builder
	b.WriteString(manifestHead)
	for _, p := range slices.Sorted(maps.Keys(files)) {
		b.WriteString(p + " " + hash(files[p]) + "\n")
	}
	files[Manifest] = []byte(b.String())
	return files
}

func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:6])
}

// readManifest has the files of the last run that still exist and the hash of each, "" for none; a path that leaves the
// root is ignored.
func readManifest(root string) map[string]string {
	made := map[string]string{}
	content, err := os.ReadFile(filepath.Join(root, Manifest))
	if err != nil {
		return made
	}
	for line := range strings.Lines(string(content)) {
		path, hash, _ := strings.Cut(strings.TrimSpace(line), " ")
		if path == "" || strings.HasPrefix(path, "#") || !filepath.IsLocal(path) {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, path)); err == nil {
			made[path] = hash
		}
	}
	return made
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
