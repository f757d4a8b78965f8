package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stoa/internal/errs"
)

// Every kind of failure has its status, its page, its partial, and no word too many.
func TestErrorTable(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for name, status := range map[string]int{
		"internal": 500, "invalid": 422, "bad": 400, "unauthenticated": 303, "forbidden": 403, "missing": 404, "conflict": 409, "large": 413, "many": 429, "away": 503,
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			page := w.do(t, method, "/fail/"+name, "")
			if page.StatusCode != status {
				t.Errorf("%s: got %d, want %d", name, page.StatusCode, status)
			}
			if strings.Contains(page.text, secret) {
				t.Errorf("%s: the cause is shown", name)
			}
			if status == 303 {
				continue
			}
			if !strings.Contains(page.text, "<!doctype html>") || !strings.Contains(page.text, page.Header.Get("X-Request-Id")) {
				t.Errorf("%s: no whole page with the request's id: %.80s", name, page.text)
			}
			// Internal says nothing of its own, and unknown must look like foreign.
			if says := strings.Contains(page.text, "Said to the person."); says != (status != 500 && status != 404) {
				t.Errorf("%s: says its message: %t", name, says)
			}
		}
		head := w.do(t, http.MethodHead, "/fail/"+name, "")
		if head.StatusCode != status || head.text != "" {
			t.Errorf("HEAD %s: got %d %q", name, head.StatusCode, head.text)
		}
		want := status
		if status == 303 {
			want = http.StatusUnauthorized
		}
		partial := w.do(t, http.MethodGet, "/fail/"+name, "", "HX-Request", "true")
		if partial.StatusCode != want || strings.Contains(partial.text, "<") || !strings.HasPrefix(partial.Header.Get("Content-Type"), "text/plain") || partial.text == "" {
			t.Errorf("%s, partial: got %d %s %q", name, partial.StatusCode, partial.Header.Get("Content-Type"), partial.text)
		}
	}
	for kind := errs.Internal; kind <= errs.Canceled; kind++ {
		if statuses[kind] == 0 {
			t.Errorf("kind %d has no status", kind)
		}
	}
	if Status(context.Canceled) != 499 {
		t.Error("a client that went away is our fault")
	}
}

func TestUnknownPages(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for _, path := range []string{"/nowhere", "/fail", "/static/nothing.css", "/mine/further", "/%00", "//evil.example"} {
		if got := w.do(t, http.MethodGet, path, ""); got.StatusCode != http.StatusNotFound {
			t.Errorf("%s: got %d", path, got.StatusCode)
		}
	}
	if got := w.do(t, http.MethodDelete, "/any", ""); got.StatusCode != http.StatusNotFound {
		t.Errorf("a method that no page has: got %d", got.StatusCode)
	}
}

// A panic is a page with a number, which the log has too, and the process lives.
func TestPanics(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for range 3 {
		got := w.do(t, http.MethodGet, "/panic", "")
		id := got.Header.Get("X-Request-Id")
		if got.StatusCode != 500 || !strings.Contains(got.text, id) || strings.Contains(got.text, secret) || strings.Contains(got.text, "goroutine") {
			t.Errorf("got %d %.200s", got.StatusCode, got.text)
		}
		if log := w.log.String(); !strings.Contains(log, id) || !strings.Contains(log, secret) || !strings.Contains(log, "site_test.go") {
			t.Errorf("the log lacks the id, the cause or the place: %s", log)
		}
	}
	if got := w.do(t, http.MethodGet, "/fine/x", ""); got.StatusCode != 200 {
		t.Errorf("afterwards: %d", got.StatusCode)
	}
}

// What fails after the first byte cannot become a page; it is in the log.
func TestLateFailures(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	if got := w.do(t, http.MethodGet, "/late", ""); got.text != "half a page" {
		t.Errorf("got %q", got.text)
	}
	if !strings.Contains(w.log.String(), secret) {
		t.Error("the log has nothing")
	}
}

// After the login a person comes back to where they wanted to go, and never to another site.
func TestTheWayToTheLogin(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for _, c := range []struct{ method, path, referer, next string }{
		{http.MethodGet, "/mine", "", "/mine"},
		{http.MethodGet, "/mine?a=1&b=%2F", "", "/mine?a=1&b=%2F"},
		{http.MethodPost, "/mine", "", "/chats"},
		{http.MethodPost, "/mine", "https://stoa.example/chats/1?x=2", "/chats/1?x=2"},
		{http.MethodPost, "/mine", "https://evil.example//evil.example/", "/chats"},
		{http.MethodPost, "/mine", "%%", "/chats"},
	} {
		got := w.do(t, c.method, c.path, "", "Referer", c.referer)
		if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/login?next="+url.QueryEscape(c.next) {
			t.Errorf("%s %s from %s: got %d %s", c.method, c.path, c.referer, got.StatusCode, got.Header.Get("Location"))
		}
	}
}

func TestLocalPath(t *testing.T) {
	t.Parallel()
	for path, local := range map[string]bool{
		"/": true, "/chats": true, "/chats?x=1#y": true, "/a//b": true, "/%2fevil.example": true, "/login?next=//evil.example": true,
		"": false, "chats": false, "//evil.example": false, "///evil.example": false, `/\evil.example`: false, `\\evil.example`: false,
		"https://evil.example": false, "http:/evil.example": false, "http:evil.example": false, "javascript:alert(1)": false, "/\t/evil.example": false,
		"\t//evil.example": false, " //evil.example": false, "/\n": false, "?x": false, "#x": false, "//user@evil.example/": false, "/%zz": false, "/\x00": false,
	} {
		if got := LocalPath(path, "-") == path; got != local {
			t.Errorf("%q: got %t, want %t", path, got, local)
		}
	}
}
