package dbtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"stoa/internal/pg"
)

const (
	keeperEnv = "STOA_TEST_KEEPER" // set: this process is the keeper of that folder
	idleAfter = 3 * time.Minute    // longer than the build between two packages' tests

	addressFile = "addresses.json" // where the server is, once it answers
	failureFile = "failure"        // why it does not start
)

// The keeper is a test program started once more: `go test` offers no process that lives longer
// than one package's tests. So this init must come before everything that a test program does.
func init() {
	dir := os.Getenv(keeperEnv)
	if dir == "" {
		return
	}
	letGo()
	if err := keep(dir); err != nil {
		_ = os.WriteFile(filepath.Join(dir, failureFile), []byte(err.Error()+"\n"), 0o600)
		os.Exit(1)
	}
	os.Exit(0)
}

// letGo closes what we have inherited and know nothing of: a lock that a script holds while it runs the tests would be held
// as long as the server lives. What this process has opened itself is closed on exec, which tells it apart.
func letGo() {
	const most = 256
	for fd := 3; fd < most; fd++ {
		flags, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_GETFD, 0)
		if errno == 0 && flags&syscall.FD_CLOEXEC == 0 {
			_ = syscall.Close(fd) // it is not ours
		}
	}
}

// keep runs the server until nobody has used it for a while, or until SIGTERM. Each keeper starts
// from nothing in a folder of its own: the data do not matter, and so need no fsync, and a server
// that an earlier, killed keeper left behind does not stand in the way.
func keep(dir string) (err error) {
	lock, err := os.OpenFile(filepath.Join(dir, "keeper.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return ignore(err, syscall.EWOULDBLOCK) // another keeper was faster
	}
	defer lock.Close()
	removeOld(dir)
	data := filepath.Join(dir, fmt.Sprintf("data-%d", os.Getpid()))
	defer os.RemoveAll(data)
	ctx := context.Background()
	c, err := pg.Start(ctx, data, slog.New(slog.DiscardHandler), "fsync=off", "synchronous_commit=off", "full_page_writes=off",
		"wal_level=minimal", "max_wal_senders=0", "max_connections=300", "autovacuum=off")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Stop(ctx)) }()
	file := filepath.Join(dir, addressFile)
	if err := writeWhole(file, addresses{URL: c.URL(), AdminURL: c.AdminURL()}, lock); err != nil {
		return err
	}
	users, err := waitIdle(dir)
	if err != nil {
		return err
	}
	// Whoever comes now waits for the users' lock until this process ends, and then starts a keeper.
	defer users.Close()
	return os.Remove(file)
}

// removeOld clears what a killed keeper left. What cannot be removed yet, because its server is just ending, goes the next time.
func removeOld(dir string) {
	old, _ := filepath.Glob(filepath.Join(dir, "data-*")) // fails only for a bad pattern
	for _, path := range append(old, filepath.Join(dir, addressFile), filepath.Join(dir, failureFile)) {
		_ = os.RemoveAll(path)
	}
}

// waitIdle returns the users' lock, held alone, after nobody else has held it for idleAfter.
func waitIdle(dir string) (*os.File, error) {
	users, err := os.OpenFile(filepath.Join(dir, "users.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM)
	lastUse := time.Now()
	for {
		err := syscall.Flock(int(users.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EWOULDBLOCK):
			lastUse = time.Now()
		case err != nil:
			return nil, err
		case time.Since(lastUse) > idleAfter:
			return users, nil
		default:
			if err := syscall.Flock(int(users.Fd()), syscall.LOCK_UN); err != nil {
				return nil, err
			}
		}
		select {
		case <-end:
			return users, nil
		case <-time.After(time.Second):
		}
	}
}

// writeWhole writes the addresses so that a reader sees all or nothing, and our number into the lock's file for whoever wants to end us.
func writeWhole(file string, a addresses, lock *os.File) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file+".new", b, 0o600); err != nil {
		return err
	}
	if err := lock.Truncate(0); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(lock, os.Getpid()); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}
