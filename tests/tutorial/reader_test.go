package tutorial

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stoa/internal/dbtest"
	"stoa/internal/webtest/program"
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

	running *program.Program
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
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, dir: dir, db: dbtest.New(t), url: "http://" + address}
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
	cmd := exec.Command("bin/stoa", "serve")
	cmd.Dir = r.dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.dir, "TMPDIR=" + os.TempDir(), "STOA_DATA=" + filepath.Join(r.dir, "data"), "STOA_OPS_ADDR=off",
		"STOA_ADDR=" + strings.TrimPrefix(r.url, "http://"), "DATABASE_URL=" + r.db.URL, "DATABASE_ADMIN_URL=" + r.db.AdminURL,
	}
	running, err := program.Start(cmd)
	if err != nil {
		r.t.Fatal(err)
	}
	r.running = running
	if err := running.Await(r.t.Context(), program.Answers(r.url+"/readyz")); err != nil {
		r.t.Fatal(err)
	}
}

func (r *reader) stop() {
	if r.running != nil {
		_ = r.running.Stop() // how it ends is not what the page is about
		r.running = nil
	}
}
