package crudtest

import (
	"bufio"
	"context"
	"encoding/base64"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/google/uuid"
)

const patience = 20 * time.Second

// Person is somebody with a browser.
type Person struct {
	ID, Tenant uuid.UUID
	w          *World
	cookie     string
}

// Answer is what the site said.
type Answer struct {
	Status   int
	Body     string
	Location string
	Said     string // the message for the next page
	Undo     string // where a form can be sent to undo what was done
}

// ID is the row that a redirect leads to.
func (a Answer) ID() string { return a.Location[strings.LastIndex(a.Location, "/")+1:] }

// Cookie is the person's login, as a script of a page would set it.
func (p *Person) Cookie() string { return "sid=" + p.cookie + "; path=/" }

func (p *Person) do(ctx context.Context, method, path string, form url.Values, partial bool) *http.Response {
	p.w.t.Helper()
	kind := ""
	if method == http.MethodPost {
		kind = "application/x-www-form-urlencoded"
	}
	return p.request(ctx, method, path, kind, strings.NewReader(form.Encode()), partial)
}

func (p *Person) request(ctx context.Context, method, path, kind string, body io.Reader, partial bool) *http.Response {
	p.w.t.Helper()
	req, err := http.NewRequestWithContext(ctx, method, p.w.server.URL+path, body)
	if err != nil {
		p.w.t.Fatal(err)
	}
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	if partial {
		req.Header.Set("HX-Request", "true")
	}
	if p.cookie != "" {
		req.AddCookie(&http.Cookie{Name: "sid", Value: p.cookie})
	}
	res, err := http.DefaultTransport.RoundTrip(req) // no redirect is followed
	if err != nil {
		p.w.t.Fatal(err)
	}
	return res
}

func (p *Person) ask(method, path string, form url.Values, partial bool) Answer {
	p.w.t.Helper()
	return p.answer(p.do(p.w.t.Context(), method, path, form, partial)) //nolint:bodyclose // answer closes it
}

// send is a request with a body of any kind.
func (p *Person) send(method, path, kind string, content io.Reader) Answer {
	p.w.t.Helper()
	return p.answer(p.request(p.w.t.Context(), method, path, kind, content, false)) //nolint:bodyclose // answer closes it
}

func (p *Person) answer(res *http.Response) Answer {
	p.w.t.Helper()
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		p.w.t.Fatal(err)
	}
	said, undo := flash(res)
	return Answer{Status: res.StatusCode, Body: string(body), Location: res.Header.Get("Location"), Said: said, Undo: undo}
}

// flash reads the message for the next page.
func flash(res *http.Response) (said, undo string) {
	for _, c := range res.Cookies() {
		if text, rest, ok := strings.Cut(c.Value, "."); c.Name == "flash" && ok {
			path, _, _ := strings.Cut(rest, ".")
			said, _ := base64.RawURLEncoding.DecodeString(text)
			undo, _ := base64.RawURLEncoding.DecodeString(path)
			return string(said), string(undo)
		}
	}
	return "", ""
}

// Get loads a page and expects a status.
func (p *Person) Get(status int, path string) Answer {
	p.w.t.Helper()
	return p.expect(status, http.MethodGet, path, nil, false)
}

// Post sends a form and expects a status.
func (p *Person) Post(status int, path string, form url.Values) Answer {
	p.w.t.Helper()
	return p.expect(status, http.MethodPost, path, form, false)
}

// Swap posts a form as htmx does, to answer with parts of the page.
func (p *Person) Swap(status int, path string, form url.Values) Answer {
	p.w.t.Helper()
	return p.expect(status, http.MethodPost, path, form, true)
}

func (p *Person) expect(status int, method, path string, form url.Values, partial bool) Answer {
	p.w.t.Helper()
	a := p.ask(method, path, form, partial)
	if a.Status != status {
		p.w.t.Fatalf("%s %s is %d %s, want %d: %s", method, path, a.Status, a.Location, status, text(a.Body))
	}
	return a
}

// Make creates row n and returns its id.
func (p *Person) Make(n int) string {
	p.w.t.Helper()
	return p.Post(http.StatusSeeOther, p.w.path(), p.w.Valid(p.w, n)).ID()
}

// Save edits a row from a revision.
func (p *Person) Save(status int, id, revision string, changes ...url.Values) Answer {
	p.w.t.Helper()
	form := fields(p.Get(http.StatusOK, p.w.path(id, "edit")).Body)
	for _, c := range changes {
		maps.Copy(form, c)
	}
	form.Set("revision", revision)
	return p.Post(status, p.w.path(id), form)
}

func (w *World) path(parts ...string) string {
	return "/" + strings.Join(append([]string{w.Resource.Path}, parts...), "/")
}

// Stream is an open event stream.
type Stream struct {
	w     *World
	lines chan string
	end   context.CancelFunc
}

// Listen opens the stream of a page.
func (p *Person) Listen(page Answer) *Stream {
	p.w.t.Helper()
	found := regexp.MustCompile(`hx-sse:connect="([^"]+)"`).FindStringSubmatch(page.Body)
	if found == nil {
		p.w.t.Fatal("the page has no stream")
	}
	ctx, cancel := context.WithCancel(p.w.t.Context())
	res := p.do(ctx, http.MethodGet, html.UnescapeString(found[1]), nil, true) //nolint:bodyclose // the reader below closes it
	if res.StatusCode != http.StatusOK {
		p.w.t.Fatalf("the stream is %d", res.StatusCode)
	}
	s := &Stream{w: p.w, lines: make(chan string, 1000), end: cancel}
	go func() {
		defer res.Body.Close()
		defer close(s.lines)
		for scan := bufio.NewScanner(res.Body); scan.Scan(); {
			s.lines <- scan.Text()
		}
	}()
	p.w.t.Cleanup(cancel)
	s.Until(": open")
	return s
}

// Leave closes the page.
func (s *Stream) Leave() { s.end() }

// Until reads lines up to one that contains all the words, and returns it.
func (s *Stream) Until(words ...string) string {
	s.w.t.Helper()
	lines := s.Through(words...)
	return lines[len(lines)-1]
}

// Through reads lines up to one that contains all the words, and returns them all.
func (s *Stream) Through(words ...string) []string {
	s.w.t.Helper()
	timeout := time.After(patience)
	var heard []string
	for {
		select {
		case line, ok := <-s.lines:
			heard = append(heard, line)
			if containsAll(line, words) {
				return heard
			}
			if !ok {
				s.w.t.Fatalf("the stream ended before %q; it said %q", words, heard)
			}
		case <-timeout:
			s.w.t.Fatalf("the stream never said %q; it said %q", words, heard)
		}
	}
}

func containsAll(line string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(line, word) {
			return false
		}
	}
	return true
}
