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
	"regexp"
	"strings"
	"time"

	running "stoa/internal/webtest/program"
)

// walk starts the program, founds a company, and opens every page that the rail leads to.
func walk(ctx context.Context, program string) (err error) {
	home, err := os.MkdirTemp("", "stoa-without-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	address, err := running.FreeAddress(ctx)
	if err != nil {
		return err
	}
	cmd := exec.Command(program, "serve")
	cmd.Dir = home
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + os.TempDir(), "STOA_ADDR=" + address, "STOA_OPS_ADDR=off", "STOA_DATA=" + home}
	p, err := running.Start(cmd)
	if err != nil {
		return err
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	v := visitor{"http://" + address, &http.Client{Jar: jar, Timeout: 30 * time.Second}}
	if err := p.Await(ctx, running.Answers(v.base+"/readyz")); err != nil {
		return errors.Join(err, p.Stop()) // its cluster stops with it
	}
	err = v.pages(ctx)
	if stopped := p.Stop(); err == nil && stopped != nil { // its cluster stops with it
		err = fmt.Errorf("it stopped badly: %w", stopped)
	}
	if err == nil && strings.Contains(p.Log(), "level=ERROR") {
		err = errors.New("the log has errors")
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, p.Log())
	}
	return nil
}

type visitor struct {
	base   string
	client *http.Client
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
