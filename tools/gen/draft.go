package gen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// Draft is the program that drafts the migration, at work beside those that generate. It writes nothing until it is told.
type Draft struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	dir string
}

// drafted are the generated files that decide about a migration, beside the schema.
var drafted = []string{"policies.sql", "renames.txt"}

// startDraft starts it for the product's tree. It reads what was generated just now, which nobody has written yet.
func startDraft(ctx context.Context, tree Tree, tools Tools, made Files) (*Draft, error) {
	if tools.Draft == "" || tree.Base != "" {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "stoa-draft-of-")
	if err != nil {
		return nil, err
	}
	d := &Draft{cmd: exec.CommandContext(ctx, tools.Draft, "-generated", dir, "-wait"), dir: dir}
	for _, name := range drafted {
		err = errors.Join(err, writeFile(filepath.Join(dir, name), made["generated/"+name]))
	}
	d.cmd.Dir, d.cmd.Stdout, d.cmd.Stderr = tree.Root, os.Stdout, os.Stderr
	if err == nil {
		d.in, err = d.cmd.StdinPipe()
	}
	if err == nil {
		err = d.cmd.Start()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("draft: %w", err), os.RemoveAll(dir))
	}
	return d, nil
}

// Finish lets it write, or not, and waits until it has ended.
func (d *Draft) Finish(write bool) error {
	if d == nil {
		return nil
	}
	if write {
		_, _ = io.WriteString(d.in, "write\n") // it has ended already when nothing has changed
	}
	_ = d.in.Close()
	err := d.cmd.Wait()
	if err != nil {
		err = fmt.Errorf("the migration was not drafted: %w", err)
	}
	return errors.Join(err, os.RemoveAll(d.dir))
}
