package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// patience covers a first start, which makes a cluster, on a machine that builds at the same time.
const patience = 90 * time.Second

// walk starts the program, founds a company, and opens every page that the rail leads to.
func walk(ctx context.Context, program string) (err error) {
	home, err := os.MkdirTemp("", "stoa-without-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	if err := l.Close(); err != nil {
		return err
	}
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, program, "serve")
	cmd.Dir, cmd.Stdout, cmd.Stderr = home, &said, &said
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + os.TempDir(), "STOA_ADDR=" + l.Addr().String(), "STOA_OPS_ADDR=off", "STOA_DATA=" + home}
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // its cluster stops with it
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	v := visitor{"http://" + l.Addr().String(), &http.Client{Jar: jar, Timeout: 30 * time.Second}}
	err = v.await(ctx, ended)
	if err == nil {
		err = v.pages(ctx)
	}
	_ = cmd.Process.Signal(os.Interrupt) // it may have ended
	if stopped := <-ended; err == nil && stopped != nil {
		err = fmt.Errorf("it stopped badly: %w", stopped)
	}
	if err == nil && strings.Contains(said.String(), "level=ERROR") {
		err = errors.New("the log has errors")
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, said.String())
	}
	return nil
}

type visitor struct {
	base   string
	client *http.Client
}

// await returns when the site is ready.
func (v visitor) await(ctx context.Context, ended chan error) error {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if _, _, err := v.ask(ctx, http.MethodGet, "/readyz", nil); err == nil {
			return nil
		}
		select {
		case err := <-ended:
			ended <- err
			return fmt.Errorf("it does not start: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
	return errors.New("it is not ready")
}

var links = regexp.MustCompile(`<a href="(/[^"]*)"`)

// pages follows every link of the page on which somebody lands who founds a company.
func (v visitor) pages(ctx context.Context) error {
	landed, text, err := v.ask(ctx, http.MethodPost, "/register", url.Values{"company": {"Porch"}, "name": {"Zeno"}, "email": {"zeno@example.com"}, "password": {"a walk in the painted porch"}})
	if err != nil {
		return err
	}
	_, rail, _ := strings.Cut(text, `<nav class="ways"`)
	rail, _, _ = strings.Cut(rail, "</nav>")
	found := links.FindAllStringSubmatch(rail, -1)
	if len(found) < 3 {
		return fmt.Errorf("%s leads to %d pages", landed, len(found))
	}
	for _, m := range append(found, []string{"", "/"}, []string{"", "/settings/profile"}, []string{"", "/api/v1/openapi.json"}) {
		if _, _, err := v.ask(ctx, http.MethodGet, m[1], nil); err != nil {
			return err
		}
	}
	return nil
}

// ask follows redirects and returns where it came to; what is not 200 is an error.
func (v visitor) ask(ctx context.Context, method, path string, form url.Values) (to, text string, err error) {
	r, err := http.NewRequestWithContext(ctx, method, v.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return "", "", err
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	res, err := v.client.Do(r)
	if err != nil {
		return "", "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s came to %s: %d", method, path, res.Request.URL.Path, res.StatusCode)
	}
	return res.Request.URL.Path, string(body), err
}
