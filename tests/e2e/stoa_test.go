package e2e

import (
	"context"
	"os"
	"os/exec"
	"testing"

	"stoa/internal/dbtest"
	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
	running "stoa/internal/webtest/program"
)

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

	running  *running.Program
	before   string   // what the program wrote that was ended and started again
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
	addr, err := running.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
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

// start runs the program and returns when it serves; after kill it comes back at the same address with the same data.
func (s *stoa) start() {
	s.t.Helper()
	cmd := exec.Command(s.program, "serve")
	cmd.Dir, cmd.Env = s.data, s.env
	p, err := running.Start(cmd)
	if err != nil {
		s.t.Fatal(err)
	}
	if s.running != nil {
		s.before += s.running.Log()
	}
	s.running = p
	if err := p.Await(context.Background(), s.ready); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stoa) ready(ctx context.Context) bool { return running.Answers(s.url + "/readyz")(ctx) }

// newcomer is somebody with a browser who has not been here.
func (s *stoa) newcomer(name string) (*browser.Person, *browser.Page) {
	s.t.Helper()
	return browser.NewPerson(s.t, s.url, name)
}
