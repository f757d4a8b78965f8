package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"stoa/internal/webtest/program"
)

// stoa is the product: its real program on a data folder of its own, and a person who is logged in.
type stoa struct {
	program, home, upstream string
	base, ops               string // addresses
	process                 *process
	client                  *http.Client
	email                   string   // of who is logged in
	env                     []string // beside what every start has
}

// build makes the program from the source around us.
func build(ctx context.Context, into string) (string, error) {
	dir, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "stoa").Output()
	if err != nil {
		return "", fmt.Errorf("run this inside the module stoa: %w", err)
	}
	program := filepath.Join(into, "stoa")
	cmd := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", program, "./cmd/stoa")
	cmd.Dir = strings.TrimSpace(string(dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build stoa: %w\n%s", err, out)
	}
	return program, nil
}

// up starts the program and returns how long it took until the first page was answered.
func (s *stoa) up(ctx context.Context) (time.Duration, error) {
	address, err := program.FreeAddress(ctx)
	if err != nil {
		return 0, err
	}
	ops, err := program.FreeAddress(ctx)
	if err != nil {
		return 0, err
	}
	s.base, s.ops = "http://"+address, "http://"+ops
	cmd := exec.Command(s.program, "serve")
	cmd.Dir = s.home // where no .env of a developer lies
	cmd.Env = append(cleanEnv(), "STOA_DATA="+filepath.Join(s.home, "data"), "STOA_ADDR="+address, "STOA_OPS_ADDR="+ops,
		"OPENAI_BASE_URL="+s.upstream+"/v1", "OPENAI_API_KEY=none",
		"STOA_LIMIT_STREAMS_PERSON=0", "STOA_LIMIT_STREAMS_TENANT=0", "STOA_LIMIT_API=0") // one person opens all the pages
	cmd.Env = append(cmd.Env, s.env...)
	begin := time.Now()
	if s.process, err = launch("stoa", cmd); err != nil {
		return 0, err
	}
	for {
		status, err := s.status(ctx, "/login")
		if err == nil && status == http.StatusOK {
			return time.Since(begin), nil
		}
		select {
		case <-s.process.ended:
			return 0, s.process.stop()
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
		if time.Since(begin) > time.Minute {
			return 0, errors.New("stoa does not answer")
		}
	}
}

func (s *stoa) down() error {
	if s.process == nil {
		return nil
	}
	p := s.process
	s.process = nil
	return p.stop()
}

// cleanEnv is the environment without settings of Stoa's.
func cleanEnv() []string {
	var env []string
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "STOA_") && !strings.HasPrefix(e, "OPENAI_") && !strings.HasPrefix(e, "DATABASE_") {
			env = append(env, e)
		}
	}
	return env
}

func (s *stoa) status(ctx context.Context, path string) (int, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return 0, err
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	return res.StatusCode, res.Body.Close()
}

// register makes a company and logs its owner in.
func (s *stoa) register(ctx context.Context, email string) error {
	s.email = email
	if err := s.browse(); err != nil {
		return err
	}
	to, err := s.post(ctx, "/register", url.Values{
		"company": {"Measured"}, "name": {"Owner"}, "email": {email}, "password": {"long enough for a benchmark"},
	}, false)
	if err == nil && to != "/chats" {
		err = fmt.Errorf("registration led to %q", to)
	}
	return err
}

// browse begins with these cookies and no others.
func (s *stoa) browse(cookies ...*http.Cookie) error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	base, err := url.Parse(s.base)
	if err != nil {
		return err
	}
	jar.SetCookies(base, cookies)
	s.client = &http.Client{
		Jar: jar, Transport: &http.Transport{MaxIdleConnsPerHost: perHost, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return nil
}

// as is the same Stoa for somebody else, by a cookie.
func (s *stoa) as(session string) (*stoa, error) {
	other := *s
	return &other, other.browse(&http.Cookie{Name: "sid", Value: session})
}

// newChat makes a chat whose model answers at the pace, and returns its path.
func (s *stoa) newChat(ctx context.Context, p pace) (string, error) {
	return s.post(ctx, "/chats", url.Values{"title": {"Measured"}, "model": {p.model()}}, false)
}

// get reads a page of who is logged in.
func (s *stoa) get(ctx context.Context, path string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	res, err := s.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("GET %s: %s", path, res.Status)
	}
	return io.ReadAll(res.Body)
}

// post sends a form and returns where the answer leads to; a partial is a request as htmx makes it.
func (s *stoa) post(ctx context.Context, path string, form url.Values, partial bool) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	want := http.StatusSeeOther
	if partial {
		r.Header.Set("HX-Request", "true")
		want = http.StatusOK
	}
	res, err := s.client.Do(r)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	if res.StatusCode != want {
		return "", fmt.Errorf("POST %s: %s, want %d", path, res.Status, want)
	}
	return res.Header.Get("Location"), nil
}
