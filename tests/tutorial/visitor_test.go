package tutorial

import (
	"bufio"
	"context"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"time"
)

func (r *reader) visitor() *visitor {
	r.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		r.t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &visitor{reader: r, client: &http.Client{Jar: jar, CheckRedirect: stay}}
}

func (v *visitor) ask(method, path string, form url.Values) (*http.Response, string) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), method, v.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	res, err := v.client.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return res, string(text)
}

// stream is what keeps an open page live.
type stream struct {
	*visitor
	lines chan string
}

var connects = regexp.MustCompile(`hx-sse:connect="([^"]+)"`)

// listen opens a page and its stream, until the test ends.
func (v *visitor) listen(path string) *stream {
	v.t.Helper()
	m := connects.FindStringSubmatch(v.get(200, path))
	if m == nil {
		v.t.Fatalf("%s has no stream", path)
	}
	ctx, cancel := context.WithCancel(v.t.Context())
	v.t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.url+html.UnescapeString(m[1]), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	res, err := v.client.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	s := &stream{v, make(chan string, 100)}
	go func() {
		defer res.Body.Close()
		defer close(s.lines)
		for scan := bufio.NewScanner(res.Body); scan.Scan(); {
			s.lines <- scan.Text()
		}
	}()
	return s
}

// until waits for the words in a message.
func (s *stream) until(words string) {
	s.t.Helper()
	late := time.After(10 * time.Second)
	for {
		select {
		case line, open := <-s.lines:
			if strings.Contains(line, words) {
				return
			}
			if !open {
				s.t.Fatalf("the stream ended before it said %q", words)
			}
		case <-late:
			s.t.Fatalf("the stream never said %q", words)
		}
	}
}
