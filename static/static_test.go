package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, method, path, encoding string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequest(method, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	Handler().ServeHTTP(w, r)
	return w
}

func TestPath(t *testing.T) {
	t.Parallel()
	shape := regexp.MustCompile(`^/static/[a-z0-9./-]+\.[0-9a-f]{8}\.(css|js|svg)$`)
	for _, p := range append(append(Styles(), Scripts()...), Icon()) {
		if !shape.MatchString(p) {
			t.Errorf("odd address %s", p)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("an unknown name did not panic")
		}
	}()
	Path("nothing.css")
}

func TestHandler(t *testing.T) {
	t.Parallel()
	css := Path("app.css")
	tests := map[string]struct {
		method, path, encoding string
		status                 int
		header                 map[string]string
	}{
		"plain":    {"GET", css, "", 200, map[string]string{"Content-Encoding": "", "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}},
		"gzip":     {"GET", css, "br, gzip", 200, map[string]string{"Content-Encoding": "gzip"}},
		"weighted": {"GET", css, "gzip;q=0.5", 200, map[string]string{"Content-Encoding": "gzip"}},
		"refused":  {"GET", css, "gzip;q=0", 200, map[string]string{"Content-Encoding": ""}},
		"script":   {"GET", Path("stoa.js"), "gzip", 200, map[string]string{"Content-Type": "text/javascript; charset=utf-8"}},
		"icon":     {"GET", Icon(), "gzip", 200, map[string]string{"Content-Type": "image/svg+xml"}},
		"head":     {"HEAD", css, "gzip", 200, map[string]string{"Content-Encoding": "gzip"}},
		"post":     {"POST", css, "", 405, map[string]string{"Allow": "GET, HEAD"}},
		"unhashed": {"GET", "/static/app.css", "", 404, map[string]string{"Cache-Control": "no-store"}},
		"old hash": {"GET", "/static/app.00000000.css", "", 404, nil},
		"outside":  {"GET", "/static/../static.go", "", 404, nil},
		"notice":   {"GET", "/static/vendor/NOTICE.md", "", 404, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := get(t, tt.method, tt.path, tt.encoding)
			if w.Code != tt.status {
				t.Fatalf("status %d, want %d", w.Code, tt.status)
			}
			for key, want := range tt.header {
				if got := w.Header().Get(key); got != want {
					t.Errorf("%s is %q, want %q", key, got, want)
				}
			}
			if tt.method == "HEAD" && w.Body.Len() > 0 {
				t.Error("HEAD has a body")
			}
		})
	}
}

func TestCompressedIsTheSame(t *testing.T) {
	t.Parallel()
	for _, p := range append(Styles(), Scripts()...) {
		z, err := gzip.NewReader(get(t, "GET", p, "gzip").Body)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(body, get(t, "GET", p, "").Body.Bytes()) {
			t.Errorf("%s differs when compressed", p)
		}
	}
}

// TestFirstPage keeps what a first visit loads beside the page itself small: the product promises less than 100 KB in all.
func TestFirstPage(t *testing.T) {
	t.Parallel()
	total := 0
	for _, p := range append(append(Styles(), Scripts()...), Icon()) {
		total += get(t, "GET", p, "gzip").Body.Len()
	}
	t.Logf("%d bytes", total)
	if total > 70_000 {
		t.Errorf("the files of the first page are %d bytes", total)
	}
}

// TestOrder holds what the pages rely on: the own sheet comes last, and htmx before its extension and our script.
func TestOrder(t *testing.T) {
	t.Parallel()
	sheets, code := strings.Join(Styles(), " "), strings.Join(Scripts(), " ")
	if !regexp.MustCompile(`basecoat.* /static/app\.`).MatchString(sheets) || !regexp.MustCompile(`htmx-.* .*hx-sse-.* /static/stoa\.`).MatchString(code) {
		t.Errorf("order: %s; %s", sheets, code)
	}
	// The policy allows no script to be evaluated and no sheet from elsewhere.
	for name, a := range assets {
		if strings.HasSuffix(name, ".css") && (bytes.Contains(a.body, []byte("@import")) || bytes.Contains(a.body, []byte("url(http"))) {
			t.Errorf("%s loads something from elsewhere", name)
		}
	}
	if bytes.Contains(assets["stoa.js"].body, []byte("innerHTML")) {
		t.Error("stoa.js writes HTML")
	}
}
