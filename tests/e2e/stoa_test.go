package e2e

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"stoa/internal/dbtest"
	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// startPatience covers a first start that makes a cluster, on a machine that builds at the same time.
const startPatience = 90 * time.Second

// stoa is one running Stoa with a database and a model of its own.
type stoa struct {
	t     *testing.T
	url   string
	data  string
	env   []string
	model *modelserver.Server
	db    *dbtest.DB // nil with the private cluster

	log      serverLog
	cmd      *exec.Cmd
	exited   chan error
	provoked []string // words of log lines about errors that the story causes
}

// startStoa runs Stoa on a copy of the migrated database.
func startStoa(t *testing.T, env ...string) *stoa {
	t.Helper()
	s := newStoa(t)
	s.db = dbtest.New(t)
	s.env = append(s.env, "DATABASE_URL="+s.db.URL, "DATABASE_ADMIN_URL="+s.db.AdminURL)
	return s.run(env)
}

// startPrivate runs Stoa with its private cluster.
func startPrivate(t *testing.T, env ...string) *stoa {
	t.Helper()
	return newStoa(t).run(env)
}

func newStoa(t *testing.T) *stoa {
	t.Helper()
	data, err := os.MkdirTemp("", "stoa-e2e-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(data) })
	addr := freeAddress(t)
	model, modelURL := modelserver.New(t)
	return &stoa{t: t, url: "http://" + addr, data: data, model: model, env: []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + data, "TMPDIR=" + os.TempDir(), "GORACE=exitcode=66",
		"STOA_ADDR=" + addr, "STOA_OPS_ADDR=off", "STOA_DATA=" + data,
		"OPENAI_API_KEY=sk-test", "OPENAI_BASE_URL=" + modelURL, "OPENAI_MODEL=test-model",
	}}
}

func (s *stoa) run(env []string) *stoa {
	s.t.Helper()
	s.env = append(s.env, env...)
	s.start()
	s.t.Cleanup(s.end)
	return s
}

// freeAddress is an address of this machine on which nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start runs the program and returns when it serves; after kill it comes back at the same address with the same data.
func (s *stoa) start() {
	s.t.Helper()
	s.cmd = exec.Command(program, "serve")
	s.cmd.Dir, s.cmd.Env, s.cmd.Stderr, s.cmd.Stdout = s.data, s.env, &s.log, &s.log
	s.cmd.SysProcAttr = dieWithTest()
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	exited := make(chan error, 1)
	go func(cmd *exec.Cmd) { exited <- cmd.Wait() }(s.cmd)
	s.exited = exited
	ctx, cancel := context.WithTimeout(context.Background(), startPatience)
	defer cancel()
	eventually(ctx, s.t, "Stoa serves", func() bool {
		select {
		case err := <-exited:
			exited <- err
			s.t.Fatalf("Stoa ended at its start: %v\n%s", err, s.log.String())
		default:
		}
		return s.ready()
	})
}

func (s *stoa) ready() bool {
	res, err := http.Get(s.url + "/readyz")
	if err != nil {
		return false
	}
	defer res.Body.Close()
	return res.StatusCode == http.StatusOK
}

// kill ends the program as a crash does.
func (s *stoa) kill() {
	s.t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		s.t.Fatal(err)
	}
	<-s.exited
}

// stop asks the program to end and waits until it has.
func (s *stoa) stop() error {
	if err := s.cmd.Process.Signal(syscall.SIGINT); err != nil {
		return errors.Join(err, <-s.exited)
	}
	select {
	case err := <-s.exited:
		return err
	case <-time.After(30 * time.Second):
		return errors.Join(errors.New("Stoa did not stop"), s.cmd.Process.Kill())
	}
}

// provokes says which words the log's errors may contain; any other error in the log fails the story.
func (s *stoa) provokes(words ...string) { s.provoked = append(s.provoked, words...) }

// end stops the program and looks for what should not have happened behind the pages.
func (s *stoa) end() {
	if err := s.stop(); err != nil {
		s.t.Errorf("Stoa ended badly: %v", err)
	}
	for line := range strings.Lines(s.log.String()) {
		bad := strings.Contains(line, "level=ERROR") || strings.Contains(line, "DATA RACE") || strings.HasPrefix(line, "panic:")
		for _, words := range s.provoked {
			bad = bad && !strings.Contains(line, words)
		}
		if bad {
			s.t.Errorf("the log says: %s", strings.TrimSpace(line))
		}
	}
	if !s.t.Failed() {
		return
	}
	path, err := browser.Artifact(s.t.Name(), "stoa.log")
	if err == nil {
		err = os.WriteFile(path, []byte(s.log.String()), 0o644)
	}
	if err != nil {
		s.t.Logf("no log kept: %v", err)
	}
}

// postmaster is the process of the private cluster, as PostgreSQL wrote it down.
func (s *stoa) postmaster() int {
	s.t.Helper()
	files, err := filepath.Glob(filepath.Join(s.data, "postgres", "*", "postmaster.pid"))
	if err != nil || len(files) != 1 {
		s.t.Fatalf("postmaster.pid: %v, %v", files, err)
	}
	return firstNumber(s.t, files[0])
}

// newcomer is somebody with a browser who has not been here.
func (s *stoa) newcomer(name string) (*browser.Person, *browser.Page) {
	s.t.Helper()
	return browser.NewPerson(s.t, s.url, name)
}
