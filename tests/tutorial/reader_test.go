package tutorial

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stoa/internal/dbtest"
	"stoa/tests/tree"
)

// patience covers a build on a machine that does other things as well.
const patience = 4 * time.Minute

// reader does what the page says, in a copy of the tree.
type reader struct {
	t   *testing.T
	dir string
	db  *dbtest.DB
	url string

	running *exec.Cmd
}

func newReader(t *testing.T) *reader {
	t.Helper()
	dir, err := filepath.Abs("../../bin/tutorial") // one place, so that the compiler knows what it compiled there before
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if _, err := tree.Copy("../..", dir); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r := &reader{t: t, dir: dir, db: dbtest.New(t), url: "http://" + l.Addr().String()}
	t.Cleanup(r.stop)
	return r
}

// do follows one block. It reports whether Stoa runs anew.
func (r *reader) do(b block) (started bool) {
	r.t.Helper()
	switch {
	case b.kind == "sql" && b.file == "psql":
		r.command("psql", "-v", "ON_ERROR_STOP=1", r.db.AdminURL, "-c", b.text)
	case b.file != "":
		path := filepath.Join(r.dir, filepath.FromSlash(b.file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.text), 0o644); err != nil {
			r.t.Fatal(err)
		}
	case b.kind == "sh":
		for line := range strings.Lines(b.text) {
			line = strings.TrimSpace(line)
			if line == "make run" {
				r.start()
				started = true
				continue
			}
			// The generators are those of the tree, and what is installed is not asked again.
			r.command("bash", "-c", strings.Replace(line, "make ", "make -o tools -o deps ", 1))
		}
	default:
		r.t.Fatalf("the page has a block of %s that nobody can follow", b.kind)
	}
	return started
}

func (r *reader) command(name string, args ...string) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = r.dir, append(os.Environ(), "STOA_TEST_DATABASE_URL="+r.db.AdminURL)
	began := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	r.t.Logf("%5.1f s  %s", time.Since(began).Seconds(), args[len(args)-1])
}

// start builds Stoa and runs it on the test's database until it is started again.
func (r *reader) start() {
	r.t.Helper()
	r.command("bash", "-c", "make bin/stoa")
	r.stop()
	r.running = exec.Command("bin/stoa", "serve")
	r.running.Dir = r.dir
	r.running.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.dir, "TMPDIR=" + os.TempDir(), "STOA_DATA=" + filepath.Join(r.dir, "data"), "STOA_OPS_ADDR=off",
		"STOA_ADDR=" + strings.TrimPrefix(r.url, "http://"), "DATABASE_URL=" + r.db.URL, "DATABASE_ADMIN_URL=" + r.db.AdminURL,
	}
	log := &strings.Builder{}
	r.running.Stderr, r.running.Stdout = log, log
	if err := r.running.Start(); err != nil {
		r.t.Fatal(err)
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		res, err := http.Get(r.url + "/readyz")
		if err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
		if time.Now().After(deadline) || r.running.ProcessState != nil {
			r.stop()
			r.t.Fatalf("Stoa does not serve:\n%s", log)
		}
	}
}

func (r *reader) stop() {
	if r.running != nil {
		_ = r.running.Process.Signal(os.Interrupt)
		_ = r.running.Wait()
		r.running = nil
	}
}
