package chaos

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/pg"
	"stoa/internal/realtime/redistest"
	"stoa/internal/webtest/modelserver"
	running "stoa/internal/webtest/program"
	"stoa/internal/webtest/proxy"
)

// world is everything that can be broken.
type world struct {
	t         *testing.T
	redis     *redistest.Server
	data      string // of the cluster
	db        *pgxpool.Pool
	instances []*instance
	nginx     string // its address
	client    *http.Client
	words     int // of an answer

	mu    sync.Mutex
	lines []string // what was done to it
}

// instance is one Stoa.
type instance struct {
	url string
	env []string
	log *os.File

	mu      sync.Mutex
	running *running.Program
}

func newWorld(t *testing.T, instances, words int) *world {
	t.Helper()
	w := &world{t: t, redis: redistest.Start(t), words: words}
	var err error
	if w.data, err = os.MkdirTemp("", "chaos-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(w.data) })
	cluster, err := pg.Start(t.Context(), w.data, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cluster.Stop(context.Background()) })
	if w.db, err = pgxpool.New(t.Context(), cluster.AdminURL()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.db.Close)
	model, modelURL := modelserver.New(t)
	model.Behave = w.answer
	jar, _ := cookiejar.New(nil) //nolint:errcheck // it has no way to fail
	w.client = &http.Client{Jar: jar, Timeout: 20 * time.Second, Transport: &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for i := range instances {
		addr, err := running.FreeAddress(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		log, err := os.Create(filepath.Join(t.ArtifactDir(), fmt.Sprintf("stoa%d.log", i)))
		if err != nil {
			t.Fatal(err)
		}
		s := &instance{url: "http://" + addr, log: log, env: []string{
			"PATH=" + os.Getenv("PATH"), "HOME=" + w.data, "STOA_ADDR=" + addr, "STOA_OPS_ADDR=off", "STOA_DATA=" + w.data, "STOA_DRAIN=2s",
			"DATABASE_URL=" + cluster.URL(), "DATABASE_ADMIN_URL=" + cluster.AdminURL(), "REDIS_URL=" + w.redis.URL,
			"OPENAI_API_KEY=sk-test", "OPENAI_BASE_URL=" + modelURL, "OPENAI_MODEL=test-model",
		}}
		w.instances = append(w.instances, s)
		s.start(t)
		t.Cleanup(s.kill)
		if i == 0 {
			w.ready(s) // it migrates
		}
	}
	for _, s := range w.instances {
		w.ready(s)
	}
	var servers strings.Builder
	for _, s := range w.instances {
		fmt.Fprintf(&servers, "server %s max_fails=1 fail_timeout=1s; ", strings.TrimPrefix(s.url, "http://"))
	}
	w.nginx = proxy.Nginx(t, proxy.Documented(t, "nginx", servers.String()))
	return w
}

// answer counts, and goes on counting where a kept answer stopped.
func (w *world) answer(r modelserver.Request) (modelserver.Behavior, bool) {
	from := 0
	if last := r.Messages[len(r.Messages)-1]; last.Role == "assistant" {
		from = len(strings.Fields(last.Content))
	}
	b := modelserver.Behavior{Tokens: []string{}, Interval: 30 * time.Millisecond}
	for i := from; i < w.words; i++ {
		b.Tokens = append(b.Tokens, word(i))
	}
	return b, true
}

func (s *instance) start(t *testing.T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	cmd := exec.Command(program, "serve")
	cmd.Env, cmd.Stderr, cmd.Stdout = s.env, s.log, s.log
	p, err := running.Start(cmd)
	if err != nil {
		t.Error(err)
		return
	}
	s.running = p
}

// end sends a signal and waits for the end.
func (s *instance) end(sig syscall.Signal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.running.Signal(sig) // that it could not be sent shows in what follows
	<-s.running.Ended()
}

func (s *instance) kill() { s.end(syscall.SIGKILL) }

// alive starts an instance again that could not start while the database was away.
func (s *instance) alive(t *testing.T) {
	s.mu.Lock()
	ended := s.running.Ended()
	s.mu.Unlock()
	select {
	case <-ended:
		s.start(t)
	default:
	}
}

func (w *world) ready(s *instance) {
	w.t.Helper()
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		res, err := w.client.Get(s.url + "/readyz")
		if err != nil {
			s.alive(w.t)
			continue
		}
		_ = res.Body.Close()
		if res.StatusCode == http.StatusOK {
			return
		}
	}
	w.t.Fatalf("%s does not get ready; its log is in %s", s.url, w.t.ArtifactDir())
}

func (w *world) any(r *rand.Rand) *instance { return w.instances[r.IntN(len(w.instances))] }

// door is where a person comes in: through nginx, or at an instance itself.
func (w *world) door(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return w.nginx
	}
	return w.any(r).url
}

// note keeps what happened, for who reads a failure.
func (w *world) note(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lines = append(w.lines, time.Now().Format("15:04:05.000 ")+fmt.Sprintf(format, args...))
}

func (w *world) post(ctx context.Context, at, path string, form url.Values) (status int, location string, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, at+path, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := w.client.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, res.Header.Get("Location"), err
}
