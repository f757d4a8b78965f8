package web

import (
	"net/http"
	"strings"
	"testing"

	"stoa/static"
)

// Every response carries the same guard, whatever became of the request.
func TestHeaders(t *testing.T) {
	t.Parallel()
	for _, secure := range []bool{false, true} {
		w := newWorld(t, secure)
		for _, r := range []struct {
			method, path, body string
			header             []string
		}{
			{http.MethodGet, "/fine/x", "", nil},
			{http.MethodGet, "/nowhere", "", nil},
			{http.MethodGet, "/any", "", nil},
			{http.MethodGet, "/panic", "", nil},
			{http.MethodGet, "/mine", "", nil},
			{http.MethodGet, "/mine", "", []string{"Cookie", "sid=zeno"}},
			{http.MethodGet, "/fail/forbidden", "", []string{"HX-Request", "true"}},
			{http.MethodPost, "/form", "a=1", []string{"Sec-Fetch-Site", "cross-site"}},
			{http.MethodPost, "/form", "a=" + strings.Repeat("x", 2<<20), nil},
			{http.MethodGet, static.Styles()[0], "", nil},
			{http.MethodGet, "/static/nothing.js", "", nil},
			{http.MethodGet, "/healthz", "", nil},
			{http.MethodGet, "/readyz", "", nil},
			{http.MethodGet, "/stream?n=1", "", nil},
		} {
			got := w.do(t, r.method, r.path, r.body, r.header...)
			h := got.Header
			csp := h.Get("Content-Security-Policy")
			for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'self'", "base-uri 'none'"} {
				if !strings.Contains(csp+";", part+";") {
					t.Errorf("%s: CSP lacks %s: %s", r.path, part, csp)
				}
			}
			for _, not := range []string{"unsafe", "*", "http:", "https:", "strict-dynamic"} {
				if strings.Contains(csp, not) {
					t.Errorf("%s: CSP has %s", r.path, not)
				}
			}
			if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" || h.Get("Cross-Origin-Opener-Policy") != "same-origin" ||
				h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Permissions-Policy") == "" || h.Get("X-Request-Id") == "" {
				t.Errorf("%s: %v", r.path, h)
			}
			if immutable := strings.Contains(h.Get("Cache-Control"), "immutable"); immutable != (r.path == static.Styles()[0]) || !immutable && !strings.Contains(h.Get("Cache-Control"), "no-store") {
				t.Errorf("%s: Cache-Control %q", r.path, h.Get("Cache-Control"))
			}
			if (h.Get("Strict-Transport-Security") != "") != secure {
				t.Errorf("%s: HSTS %q", r.path, h.Get("Strict-Transport-Security"))
			}
			if h.Get("Server") != "" || h.Get("X-Powered-By") != "" {
				t.Errorf("%s: says what it is made of", r.path)
			}
		}
	}
}

func TestRequestIDsAreOurOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	seen := map[string]bool{}
	for range 10 {
		id := w.do(t, http.MethodGet, "/fine/x", "", "X-Request-Id", "forged").Header.Get("X-Request-Id")
		if id == "forged" || len(id) < 8 || seen[id] {
			t.Errorf("got %q", id)
		}
		seen[id] = true
	}
}

// The log has the route's pattern, and nothing that a person typed or holds.
func TestTheLogHoldsNoSecrets(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	w.do(t, http.MethodGet, "/fine/tok3n?q=qu3ry", "", "Cookie", "sid=c00kie", "Authorization", "Bearer b3arer")
	w.do(t, http.MethodPost, "/form", "a=w0rds&password=passw0rd")
	w.do(t, http.MethodGet, "/nowhere/p4th", "")
	log := w.log.String()
	for _, s := range []string{"tok3n", "qu3ry", "c00kie", "b3arer", "w0rds", "passw0rd", "p4th"} {
		if strings.Contains(log, s) {
			t.Errorf("%s: %s", s, log)
		}
	}
	if !strings.Contains(log, "route=/fine/:token") || !strings.Contains(log, "status=200") {
		t.Errorf("the log lacks the request: %s", log)
	}
}
