package pg

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// endOrphan ends a server that an earlier Stoa left behind. We hold the lock, so any server on our
// data is one: still shutting down, running on (a system that cannot end it with its parent), or
// dead but not yet reaped. PostgreSQL would refuse to start beside each of them.
//
// postmaster.pid is never deleted here: it also guards against living backends of a dead postmaster.
func (c *Cluster) endOrphan(ctx context.Context) error {
	pid, err := c.postmasterPID()
	if err != nil || pid == 0 {
		return err
	}
	asked := false
	for {
		command, exists := processOf(pid)
		ours := strings.Contains(command, c.data())
		if !exists || (!ours && processName(pid) != "postgres") {
			return nil // gone, or the number belongs to another process by now
		}
		if command != "" && !ours {
			return nil // another cluster's server
		}
		if ours && !asked {
			asked = true
			c.log.Info("ending a PostgreSQL that an earlier run left behind", "pid", pid)
			if err := syscall.Kill(pid, syscall.SIGINT); err != nil && !errors.Is(err, syscall.ESRCH) {
				return fmt.Errorf("end the PostgreSQL of an earlier run (pid %d): %w", pid, err)
			}
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the PostgreSQL of an earlier run (pid %d) does not end", pid)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// postmasterPID reads the number of the last server from its pid file; 0 when it ended cleanly.
func (c *Cluster) postmasterPID() (int, error) {
	b, err := os.ReadFile(filepath.Join(c.data(), "postmaster.pid"))
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	first, _, _ := strings.Cut(string(b), "\n")
	pid, _ := strconv.Atoi(strings.TrimSpace(first)) // 0 when a crash has cut it off
	return max(pid, -pid), nil
}
