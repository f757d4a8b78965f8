package pg

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/schema"
)

func TestClusterKeepsDataOverRestarts(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	c := start(t, dir)
	mustExec(t, c.AdminURL(), "create table kept as select 'kept'::text as v")
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustBeShutDown(t, c)
	if got := query(t, start(t, dir).AdminURL(), "select v from kept"); got != "kept" {
		t.Errorf("got %q", got)
	}
}

func TestClusterLoginHasNoPowers(t *testing.T) {
	t.Parallel()
	c := start(t, dataDir(t))
	if err := Migrate(t.Context(), MigrateOptions{AdminURL: c.AdminURL(), URL: c.URL(), Log: slog.New(slog.DiscardHandler), Files: schema.Migrations}); err != nil {
		t.Fatal(err)
	}
	if _, err := connect(t, c.URL()).Exec(t.Context(), "select from users"); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("without becoming one of its roles the login reads: %v", err)
	}
	got := query(t, c.URL(), `select format('%s %s %s %s', rolsuper, rolbypassrls, rolcreaterole,
		(select string_agg(r.rolname, ',' order by r.rolname) from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = pg_roles.oid))
		from pg_roles where rolname = session_user`)
	if got != "f f f stoa_app,stoa_system" {
		t.Errorf("login role: %s", got)
	}
	for setting, want := range map[string]string{"listen_addresses": "", "fsync": "on", "full_page_writes": "on", "data_checksums": "on", "timezone": "UTC"} {
		if got := query(t, c.AdminURL(), "select current_setting('"+setting+"')"); got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
	if got := query(t, c.AdminURL(), "select lower('ÄÉ')"); got != "äé" {
		t.Errorf("lower('ÄÉ') = %q: the locale knows no letters", got)
	}
}

func TestSecondStartSaysAlreadyRunning(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	start(t, dir)
	_, err := Start(t.Context(), dir, slog.New(slog.DiscardHandler))
	if !errors.Is(err, ErrRunning) || strings.Contains(err.Error(), "\n") {
		t.Errorf("in this process: %v", err)
	}
	if got := startHelper(t, dir, nil).first; !strings.HasPrefix(got, ErrRunning.Error()) {
		t.Errorf("in another process: %q", got)
	}
}

func TestKilledServerComesBack(t *testing.T) {
	t.Parallel()
	c := start(t, dataDir(t))
	pool, err := pgxpool.New(t.Context(), c.AdminURL())
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	mustExec(t, c.AdminURL(), "create table kept as select 'kept'::text as v")
	for range 3 {
		pid := killPostmaster(t, c)
		eventually(t, "the pool reads the row again", func() bool {
			var v string
			err := pool.QueryRow(t.Context(), "select v from kept").Scan(&v)
			now, _ := c.postmasterPID()
			return err == nil && v == "kept" && now != pid
		})
	}
}

func TestKilledStoaComesBack(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	p := startHelper(t, dir, nil).mustBeUp(t)
	c := pathsOf(dir)
	mustExec(t, c.AdminURL(), "create table kept as select 'kept'::text as v")
	kill(t, p)
	if got := query(t, start(t, dir).AdminURL(), "select v from kept"); got != "kept" {
		t.Errorf("got %q", got)
	}
}

func TestKilledStoaAndServerComeBack(t *testing.T) {
	t.Parallel()
	for _, order := range []string{"server first", "stoa first"} {
		t.Run(order, func(t *testing.T) {
			t.Parallel()
			dir := dataDir(t)
			p := startHelper(t, dir, nil).mustBeUp(t)
			c := pathsOf(dir)
			mustExec(t, c.AdminURL(), "create table kept as select 'kept'::text as v")
			connect(t, c.AdminURL()) // a backend that outlives its postmaster for a moment
			if order == "server first" {
				// Stopped, it cannot reap or restart the server: the dead one stays a zombie.
				signalProcess(t, p.Process.Pid, syscall.SIGSTOP)
				killPostmaster(t, c)
				kill(t, p)
			} else {
				pid, err := c.postmasterPID()
				if err != nil {
					t.Fatal(err)
				}
				kill(t, p)
				_ = syscall.Kill(pid, syscall.SIGKILL) // it may be gone already
			}
			if got := query(t, start(t, dir).AdminURL(), "select v from kept"); got != "kept" {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A server that did not notice its parent's death, as on systems other than Linux.
func TestOrphanIsEnded(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	c := start(t, dir)
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	cmd := c.command(t.Context(), "postgres", c.arguments()...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the orphan answers", func() bool { return c.answers(t.Context()) })
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	start(t, dir)
	if err := <-ended; err != nil {
		t.Errorf("the orphan did not end cleanly: %v", err)
	}
}

func TestDataOfAnotherVersion(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	data := pathsOf(dir).data()
	if err := os.MkdirAll(data, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), dir, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), "made by PostgreSQL 9, which is not installed") {
		t.Errorf("got %v", err)
	}
}

func TestStartGivesUpWithItsContext(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, dir, slog.New(slog.DiscardHandler)); err == nil {
		t.Fatal("started")
	}
	start(t, dir) // nothing of the first try stands in the way
}

func TestHalfMadeClusterIsMadeAgain(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	c := pathsOf(dir)
	if err := os.MkdirAll(c.data()+".new", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.data()+".new", "PG_VERSION"), []byte("15\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := query(t, start(t, dir).AdminURL(), "select 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
}

func TestSignalStopsCleanly(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			dir := dataDir(t)
			p := startHelper(t, dir, nil).mustBeUp(t)
			connect(t, pathsOf(dir).AdminURL()) // an open session does not hold it up
			signalProcess(t, p.Process.Pid, sig)
			if err := p.Wait(); err != nil {
				t.Fatalf("exit: %v", err)
			}
			mustBeShutDown(t, pathsOf(dir))
		})
	}
}

// mustBeShutDown looks into the data: after a clean stop the next start has nothing to recover.
func mustBeShutDown(t *testing.T, c *Cluster) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(c.data(), "postmaster.pid")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("postmaster.pid: %v", err)
	}
	b, err := FindBinaries()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(b.Dir, "pg_controldata"), "-D", c.data())
	cmd.Env = []string{"LC_ALL=C"}
	out, err := cmd.Output()
	if err != nil || !regexp.MustCompile(`(?m)^Database cluster state: +shut down$`).Match(out) {
		t.Errorf("not shut down cleanly (%v): %s", err, out)
	}
}

func mustExec(t *testing.T, url, sql string) {
	t.Helper()
	if _, err := connect(t, url).Exec(t.Context(), sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func connect(t *testing.T, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func kill(t *testing.T, p *process) {
	t.Helper()
	signalProcess(t, p.Process.Pid, syscall.SIGKILL)
	_ = p.Wait()
}

func killPostmaster(t *testing.T, c *Cluster) int {
	t.Helper()
	pid, err := c.postmasterPID()
	if err != nil || pid == 0 {
		t.Fatalf("postmaster's number: %d, %v", pid, err)
	}
	signalProcess(t, pid, syscall.SIGKILL)
	return pid
}

func signalProcess(t *testing.T, pid int, sig syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(pid, sig); err != nil {
		t.Fatalf("signal %v to %d: %v", sig, pid, err)
	}
}
