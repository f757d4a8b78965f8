package tree

import (
	"os"
	"path/filepath"
	"slices"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// Become makes of the copy the application whose schema, stoa.yaml and ui.yaml lie in a folder, and builds it as bin/stoa. Of the
// plugins only those stay that it switches on.
func (t Tree) Become(folder string) error {
	off, err := t.switchedOff(folder)
	if err != nil {
		return err
	}
	if _, _, err := t.Without(off...); err != nil {
		return err
	}
	if err := t.Lay(folder); err != nil {
		return err
	}
	if err := t.Generate(); err != nil {
		return err
	}
	return t.Run("go", "build", "-buildvcs=false", "-o", "bin/stoa", "./cmd/stoa")
}

// switchedOff lists the plugins of the tree that the folder's stoa.yaml does not switch on.
func (t Tree) switchedOff(folder string) (off []string, err error) {
	all, err := t.Plugins()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(folder, "schema", "stoa.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	problems := &strict.Problems{}
	settings := manifest.ReadSettings(path, text, all, problems)
	for _, s := range all {
		if !slices.Contains(settings.On, s.ID) {
			off = append(off, s.ID)
		}
	}
	return off, problems.Err(false)
}
