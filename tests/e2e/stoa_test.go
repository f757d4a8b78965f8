package e2e

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
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
	t *testing.T
	// program is what runs: Stoa, or what was made of its tree.
	program string
	url     string
	data    string
	env     []string
	model   *modelserver.Server
	db      *dbtest.DB // nil with the private cluster

	log      serverLog
	cmd      *exec.Cmd
	exited   chan struct{} // closed when the program has ended
	result   error         // how, once it has
	provoked []string      // words of log lines about errors that the story causes
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
	return &stoa{t: t, program: program, url: "http://" + addr, data: data, model: model, env: []string{
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
	s.cmd = exec.Command(s.program, "serve")
	s.cmd.Dir, s.cmd.Env, s.cmd.Stderr, s.cmd.Stdout = s.data, s.env, &s.log, &s.log
	s.cmd.SysProcAttr = dieWithTest()
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	exited := make(chan struct{})
	go func(cmd *exec.Cmd) { s.result = cmd.Wait(); close(exited) }(s.cmd)
	s.exited = exited
	ctx, cancel := context.WithTimeout(context.Background(), startPatience)
	defer cancel()
	eventually(ctx, s.t, "Stoa serves", func() bool {
		select {
		case <-exited:
			s.t.Fatalf("Stoa ended at its start: %v\n%s", s.result, s.log.String())
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

// newcomer is somebody with a browser who has not been here.
func (s *stoa) newcomer(name string) (*browser.Person, *browser.Page) {
	s.t.Helper()
	return browser.NewPerson(s.t, s.url, name)
}
