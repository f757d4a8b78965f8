package pg

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrRunning is what Start returns while another process runs the same cluster.
var ErrRunning = errors.New("Stoa is already running")

// maxSocketDir leaves room for "/.s.PGSQL.5432" in the 103 bytes that every system allows for a socket's path.
const maxSocketDir = 103 - len("/.s.PGSQL."+port)

// makeHome makes the cluster's folder. The data folder holds other things of Stoa's own, so the
// server's user may only pass through it.
func makeHome(dataDir, home string, user *account) error {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return notWritable(dataDir, err)
	}
	if user == nil {
		return checkWritable(home)
	}
	if err := letThrough(dataDir); err != nil {
		return err
	}
	if err := user.canReach(dataDir); err != nil {
		return err
	}
	if err := os.Chown(home, int(user.uid), int(user.gid)); err != nil {
		return notWritable(dataDir, err)
	}
	return nil
}

// letThrough lets other users pass through our own folder, without letting them list it.
func letThrough(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o011 == 0o011 {
		return nil
	}
	return os.Chmod(dir, info.Mode().Perm()|0o011)
}

func checkWritable(dir string) error {
	f, err := os.CreateTemp(dir, ".probe")
	if err != nil {
		return notWritable(dir, err)
	}
	_ = f.Close()
	return os.Remove(f.Name())
}

func notWritable(dir string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("the folder %s is not writable (%w): choose another one with STOA_DATA", dir, err)
}

// makeSocketDir makes the socket's folder: beside the data, or in the temporary folder when that path is too long for a socket.
func makeSocketDir(home string, user *account) (string, error) {
	dir := filepath.Join(home, "run")
	if len(dir) > maxSocketDir {
		dir = filepath.Join(os.TempDir(), fmt.Sprintf("stoa-%x", sha256.Sum256([]byte(home)))[:17])
	}
	if len(dir) > maxSocketDir {
		return "", fmt.Errorf("the path %s is too long for a socket: choose a shorter STOA_DATA", dir)
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", notWritable(filepath.Dir(dir), err)
	}
	if err := user.own(dir); err != nil {
		return "", err
	}
	return dir, nil
}

// takeLock holds the file's lock until it is closed; the kernel frees it when this process dies in whatever way.
func takeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, notWritable(filepath.Dir(path), err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		defer f.Close()
		holder := make([]byte, 20)
		n, _ := f.Read(holder)
		return nil, fmt.Errorf("%w with the data in %s (process %s)", ErrRunning, filepath.Dir(filepath.Dir(path)), strings.TrimSpace(string(holder[:n])))
	}
	if err := f.Truncate(0); err != nil {
		return nil, errors.Join(notWritable(filepath.Dir(path), err), f.Close())
	}
	_, err = fmt.Fprintln(f, os.Getpid())
	return f, err
}
