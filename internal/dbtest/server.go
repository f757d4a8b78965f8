package dbtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// connect finds the server of the tests: the one that STOA_TEST_DATABASE_URL names, or the shared
// private one, which the first test process starts.
func connect(ctx context.Context) (*server, error) {
	if adminURL := os.Getenv("STOA_TEST_DATABASE_URL"); adminURL != "" {
		url, err := asTestLogin(adminURL)
		if err != nil {
			return nil, err
		}
		return newServer(ctx, url, adminURL, true)
	}
	dir := sharedDir()
	if err := os.MkdirAll(dir, 0o711); err != nil {
		return nil, err
	}
	if err := ours(dir); err != nil {
		return nil, err
	}
	users, err := use(ctx, dir)
	if err != nil {
		return nil, err
	}
	_ = os.Remove(filepath.Join(dir, failureFile)) // an earlier run's: what was missing may be there by now
	a, err := findServer(ctx, dir)
	if err != nil {
		return nil, err
	}
	s, err := newServer(ctx, a.URL, a.AdminURL, false)
	if err != nil {
		return nil, err
	}
	s.users = users
	return s, nil
}

// sharedDir is one folder for each user; it is short because a socket lies in it.
func sharedDir() string {
	return filepath.Join(os.TempDir(), fmt.Sprintf("stoa-test-%d", os.Getuid()))
}

// ours refuses a folder that another user has put there.
func ours(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); !ok || !info.IsDir() || int(s.Uid) != os.Getuid() {
		return fmt.Errorf("%s is not a folder of ours", dir)
	}
	return nil
}

// use marks this process as a user of the server until it ends: a shared lock that the kernel
// frees in any case. The keeper ends when nobody has held it for a while.
func use(ctx context.Context, dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "users.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	return f, poll(ctx, func() (bool, error) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
		return err == nil, ignore(err, syscall.EWOULDBLOCK)
	})
}

// addresses is what the keeper writes when its server answers.
type addresses struct{ URL, AdminURL string }

// findServer waits for the server's addresses and starts a keeper while there is none.
func findServer(ctx context.Context, dir string) (a addresses, err error) {
	var lastTry time.Time
	err = poll(ctx, func() (bool, error) {
		b, err := os.ReadFile(filepath.Join(dir, addressFile))
		if err == nil && json.Unmarshal(b, &a) == nil && answers(ctx, a.AdminURL) {
			return true, nil
		}
		// A keeper that was started needs a moment to take its lock.
		if kept, err := isKept(dir); err != nil || kept || time.Since(lastTry) < time.Second {
			return false, err
		}
		if err := lastFailure(dir); err != nil {
			return false, err
		}
		lastTry = time.Now()
		return false, startKeeper(dir)
	})
	return a, err
}

// lastFailure is why a keeper could not start its server.
func lastFailure(dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, failureFile))
	if err != nil {
		return ignore(err, os.ErrNotExist)
	}
	return errors.New(strings.TrimSpace(string(b)))
}

func answers(ctx context.Context, url string) bool {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return false
	}
	return conn.Close(ctx) == nil
}

// isKept says whether a keeper holds its lock.
func isKept(dir string) (bool, error) {
	f, err := os.OpenFile(filepath.Join(dir, "keeper.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return false, err
	}
	defer f.Close()
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
	return errors.Is(err, syscall.EWOULDBLOCK), ignore(err, syscall.EWOULDBLOCK)
}

// startKeeper runs this same program as the keeper, in a session of its own, so that it outlives us.
// Of several that are started at once all but one end at once.
func startKeeper(dir string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), keeperEnv+"="+dir)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() //nolint:errcheck // only so that no zombie stays while this process lives
	return nil
}

func poll(ctx context.Context, f func() (bool, error)) error {
	for {
		done, err := f()
		if done || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the tests' PostgreSQL: %w", ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func ignore(err, what error) error {
	if errors.Is(err, what) {
		return nil
	}
	return err
}
