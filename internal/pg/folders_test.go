package pg

import (
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// ordinary is a user without rights to run the helper as; nil when the tests themselves run as one.
func ordinary(t *testing.T) *syscall.Credential {
	t.Helper()
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func TestOrdinaryUserRunsTheCluster(t *testing.T) {
	t.Parallel()
	dir, as := dataDir(t), ordinary(t)
	if as != nil {
		if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	startHelper(t, dir, as).mustBeUp(t)
	if got := query(t, pathsOf(dir).URL(), "select session_user::text"); got != loginUser {
		t.Errorf("session_user = %s", got)
	}
}

func TestFolderNotWritable(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(dataDir(t), "closed")
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	got := startHelper(t, dir, ordinary(t)).first
	if want := "the folder " + dir + " is not writable (permission denied): choose another one with STOA_DATA"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Stoa's own folder may be closed to others; the server's user only needs to pass through it.
func TestClosedDataFolderIsPassable(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(dataDir(t), "data")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	c := start(t, dir)
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o066 != 0 {
		t.Errorf("the folder became %s: others can list it", info.Mode())
	}
	if info, err = os.Stat(c.socket); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the socket's folder is %v, %v", info.Mode(), err)
	}
}

func TestFileInPlaceOfFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(dataDir(t), "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), dir, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), "not writable (not a directory)") {
		t.Errorf("got %v", err)
	}
}

func TestLongPathUsesAnotherSocketFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(dataDir(t), strings.Repeat("long", 30))
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	c := start(t, dir)
	t.Cleanup(func() { _ = os.RemoveAll(c.socket) })
	if len(c.socket) > maxSocketDir {
		t.Errorf("socket folder of %d bytes: %s", len(c.socket), c.socket)
	}
	if got := query(t, c.URL(), "select 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
}

func TestFolderThatTheServerCannotEnter(t *testing.T) {
	t.Parallel()
	closed := filepath.Join(dataDir(t), "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	a := &account{name: "postgres", uid: 1 << 30, gid: 1 << 30}
	err := a.canReach(filepath.Join(closed))
	if err == nil || !strings.Contains(err.Error(), "cannot enter "+closed) {
		t.Errorf("got %v", err)
	}
}

func TestOwnRefusesAForeignFolder(t *testing.T) {
	t.Parallel()
	var a *account
	if err := a.own("/proc/1/root"); err == nil {
		t.Error("a link was taken for a folder of ours")
	}
}
