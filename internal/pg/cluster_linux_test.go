package pg

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Linux ends the server with its parent, cleanly: no recovery at the next start, no server left alone.
func TestServerEndsWithKilledStoa(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	p := startHelper(t, dir, nil).mustBeUp(t)
	c := pathsOf(dir)
	pid, err := c.postmasterPID()
	if err != nil {
		t.Fatal(err)
	}
	kill(t, p)
	eventually(t, "the server is gone and has removed its pid file", func() bool {
		_, err := os.Stat(filepath.Join(c.data(), "postmaster.pid"))
		command, _ := processOf(pid)
		return errors.Is(err, os.ErrNotExist) && command == ""
	})
	mustBeShutDown(t, c)
}
