package pg

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user that the server runs as when Stoa runs as root, which PostgreSQL refuses to
// do; nil means that it runs as ourselves. All methods work on nil.
type account struct {
	name     string
	uid, gid uint32
}

// serverAccount is nil for an ordinary user; for root it is the system's user postgres, else nobody.
func serverAccount() (*account, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // nil is an account with a meaning: ourselves
	}
	for _, name := range []string{"postgres", "_postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uerr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gerr := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(uerr, gerr); err != nil {
			return nil, fmt.Errorf("user %s: %w", name, err)
		}
		return &account{name: name, uid: uint32(uid), gid: uint32(gid)}, nil
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody: start Stoa as an ordinary user")
}

func (a *account) credential() *syscall.Credential {
	if a == nil {
		return nil
	}
	return &syscall.Credential{Uid: a.uid, Gid: a.gid, NoSetGroups: false}
}

// own makes the folder the account's alone. One that somebody else has put there is refused.
func (a *account) own(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is not a folder", dir)
	}
	want, gid := os.Geteuid(), os.Getegid()
	if a != nil {
		want, gid = int(a.uid), int(a.gid)
	}
	if owner := ownerOf(info); owner != os.Geteuid() && owner != want {
		return fmt.Errorf("the folder %s belongs to another user", dir)
	}
	if a != nil {
		if err := os.Chown(dir, want, gid); err != nil {
			return err
		}
	}
	return os.Chmod(dir, 0o700)
}

// canReach checks that the account may pass through dir and every folder above it.
func (a *account) canReach(dir string) error {
	for d := dir; ; d = filepath.Dir(d) {
		info, err := os.Stat(d)
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o001 == 0 && ownerOf(info) != int(a.uid) {
			return fmt.Errorf("PostgreSQL runs as %s, which cannot enter %s: choose a folder outside it with STOA_DATA, such as /var/lib/stoa", a.name, d)
		}
		if d == filepath.Dir(d) {
			return nil
		}
	}
}

func ownerOf(info os.FileInfo) int {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(s.Uid)
	}
	return -1
}
