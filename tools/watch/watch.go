// Package watch runs a program again whenever a source file changed.
package watch

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// Options says what to look at and what to run.
type Options struct {
	Root    string        // folder to look at
	Every   time.Duration // time between two looks
	Prepare []string      // command to run before each start; when it fails the old program goes on
	Run     []string      // the program
	Stop    time.Duration // time to end after SIGTERM before it is killed
}

var (
	extensions = []string{".go", ".templ", ".sql", ".yaml", ".css", ".js", ".json", ".md"}
	skipped    = []string{".git", "bin", "data", "generated", "node_modules", "tools"}
)

// Loop prepares and starts the program, and does so again after every change, until ctx ends.
func Loop(ctx context.Context, o Options) error {
	var running *process
	defer func() { running.stop(o.Stop) }()
	var seen stamp
	tick := time.NewTicker(o.Every)
	defer tick.Stop()
	for {
		now, err := look(o.Root)
		if err != nil {
			return err
		}
		if now != seen {
			seen = now
			if prepare(ctx, o.Prepare) {
				running.stop(o.Stop)
				if running, err = start(o.Run); err != nil {
					return err
				}
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

// stamp changes when a watched file is written, made or removed.
type stamp struct {
	files  int
	newest int64
	bytes  int64
}

func look(root string) (stamp, error) {
	var s stamp
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil // removed while we look: the next look sees it
		}
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains(skipped, entry.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains(extensions, filepath.Ext(path)) || strings.HasSuffix(path, "_templ.go") {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			s.files++
			s.newest = max(s.newest, info.ModTime().UnixNano())
			s.bytes += info.Size()
		}
		return nil
	})
	return s, err
}

func prepare(ctx context.Context, command []string) bool {
	if len(command) == 0 {
		return true
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "watch: waiting for the next change:", err)
		return false
	}
	return true
}

// process is a started program; done closes when it ended.
type process struct {
	cmd  *exec.Cmd
	done chan struct{}
}

func start(command []string) (*process, error) {
	p := &process{cmd: exec.Command(command[0], command[1:]...), done: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = os.Stdout, os.Stderr
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C reaches us first, we stop it in order
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(p.done)
		if err := p.cmd.Wait(); err != nil {
			fmt.Fprintln(os.Stderr, "watch: the program ended:", err)
		}
	}()
	return p, nil
}

func (p *process) stop(patience time.Duration) {
	if p == nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // fails only when it has ended
	select {
	case <-p.done:
	case <-time.After(patience):
		_ = p.cmd.Process.Kill()
		<-p.done
	}
}
