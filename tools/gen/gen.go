// Package gen makes the committed generated code and says when it is not current.
//
// Every generator runs in a throw-away copy of its inputs. Nothing is written to the tree until all of them
// succeeded, so a failing run leaves the tree as it was.
package gen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Manifest is the path, below the root, of the list of all generated files, each with a hash of its content.
const Manifest = "generated/MANIFEST"

// crud is the folder of the generated queries; nothing in it is written by hand.
const crud = "queries/crud"

// Tools names the programs that generate, as paths that can be executed.
type Tools struct {
	Sqlc   string
	Templ  string
	Draft  string // drafts the migration beside them; "" drafts none
	Memory string // the folder where a run sees what the last one made of what; "" makes everything anew
}

// Files maps a slash-separated path below the root to its content.
type Files map[string][]byte

// Diff says how the tree differs from what the generators make; each list is sorted.
type Diff struct {
	Edited []string // changed since they were generated: by hand
	Stale  []string // present with other content, for the other reasons
	Lacks  []string // not there
	Extra  []string // there, but no input makes it
}

// Empty reports whether the tree is current.
func (d Diff) Empty() bool { return len(d.Edited)+len(d.Stale)+len(d.Lacks)+len(d.Extra) == 0 }

// String lists the differences, one a line.
func (d Diff) String() string {
	var b strings.Builder
	for _, part := range []struct {
		word  string
		paths []string
	}{{"edited by hand", d.Edited}, {"stale", d.Stale}, {"missing", d.Lacks}, {"extra", d.Extra}} {
		for _, p := range part.paths {
			fmt.Fprintf(&b, "%s: %s\n", part.word, p)
		}
	}
	return b.String()
}

// Compare holds the tree below root against want without changing it.
func Compare(root string, want Files) (Diff, error) {
	var d Diff
	made := readManifest(root)
	for p, content := range want {
		have, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			d.Lacks = append(d.Lacks, p)
		case err != nil:
			return d, err
		case bytes.Equal(have, content):
		case made[p] != "" && made[p] != hash(have):
			d.Edited = append(d.Edited, p)
		default:
			d.Stale = append(d.Stale, p)
		}
	}
	present, err := generatedPaths(root)
	if err != nil {
		return d, err
	}
	for _, p := range present {
		if _, ok := want[p]; !ok {
			d.Extra = append(d.Extra, p)
		}
	}
	slices.Sort(d.Edited)
	slices.Sort(d.Stale)
	slices.Sort(d.Lacks)
	return d, nil
}

// Apply makes the tree below root agree with want: writes what changed, removes what is stale, touches nothing else.
// Work is not lost: with files that were edited by hand it refuses and changes nothing, unless it is forced.
func Apply(root string, want Files, force bool) (Diff, error) {
	d, err := Compare(root, want)
	if err != nil {
		return d, err
	}
	if len(d.Edited) > 0 && !force {
		return Diff{}, fmt.Errorf("these generated files were edited by hand; change what they are made from, or write over them with -force (make gen FORCE=1):\n  %s",
			strings.Join(d.Edited, "\n  "))
	}
	for _, p := range slices.Concat(d.Edited, d.Stale, d.Lacks) {
		if err := writeFile(filepath.Join(root, filepath.FromSlash(p)), want[p]); err != nil {
			return d, err
		}
	}
	for _, p := range d.Extra {
		if err := os.Remove(filepath.Join(root, filepath.FromSlash(p))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return d, err
		}
	}
	return d, nil
}

// generatedPaths lists what counts as generated: all below generated/ and queries/crud/, templ's output beside its source,
// the client's files that end in _gen.go, and what the last run wrote down.
func generatedPaths(root string) ([]string, error) {
	paths := map[string]bool{}
	all, err := listFiles(root, "generated", func(string) bool { return true })
	if err != nil {
		return nil, err
	}
	views, err := listFiles(root, "views", func(p string) bool { return strings.HasSuffix(p, "_templ.go") })
	if err != nil {
		return nil, err
	}
	queries, err := listFiles(root, crud, func(string) bool { return true })
	if err != nil {
		return nil, err
	}
	client, err := listFiles(root, "sdk", func(p string) bool { return strings.HasSuffix(p, "_gen.go") })
	if err != nil {
		return nil, err
	}
	for _, p := range slices.Concat(all, views, queries, client) {
		paths[p] = true
	}
	for p := range readManifest(root) {
		paths[p] = true
	}
	sorted := make([]string, 0, len(paths))
	for p := range paths {
		sorted = append(sorted, p)
	}
	slices.Sort(sorted)
	return sorted, nil
}

// writeFile replaces path in one step, so that a reader never sees half a file.
func writeFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	tmp := path + ".new"
	if err := os.WriteFile(tmp, content, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}
