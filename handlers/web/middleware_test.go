package web

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
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

func TestForms(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	const part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nmulti\r\n--b"
	for _, c := range []struct {
		name, kind, body string
		status           int
		text             string
	}{
		{"a form", "application/x-www-form-urlencoded", "a=1", 200, "a=1 body="},
		{"none", "application/x-www-form-urlencoded", "", 200, "a= body="},
		{"malformed", "application/x-www-form-urlencoded", "a=%zz", 400, ""},
		{"in parts", "multipart/form-data; boundary=b", part + "--\r\n", 200, "a=multi body="},
		{"in parts, cut off", "multipart/form-data; boundary=b", part[:len(part)-3], 400, ""},
		{"in parts without a boundary", "multipart/form-data", part, 400, ""},
		{"no form at all", "application/json", `{"a":1}`, 200, `a= body={"a":1}`},
		{"as much as fits", "application/x-www-form-urlencoded", "a=" + strings.Repeat("x", 1000_000-2), 200, ""},
		{"too much", "application/x-www-form-urlencoded", "a=" + strings.Repeat("x", 2<<20), 413, ""},
		{"too much in parts", "multipart/form-data; boundary=b", strings.Replace(part, "multi", strings.Repeat("x", 2<<20), 1) + "--\r\n", 413, ""},
	} {
		got := w.do(t, http.MethodPost, "/form", c.body, "Content-Type", c.kind)
		if got.StatusCode != c.status || c.text != "" && got.text != c.text {
			t.Errorf("%s: got %d %.100q", c.name, got.StatusCode, got.text)
		}
	}
}

func TestOtherSites(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	own := w.url
	for _, c := range []struct {
		name   string
		header []string
		status int
	}{
		{"our own page", []string{"Sec-Fetch-Site", "same-origin", "Origin", own}, 200},
		{"typed by the person", []string{"Sec-Fetch-Site", "none"}, 200},
		{"no browser", nil, 200},
		{"an old browser, our own", []string{"Origin", own}, 200},
		{"another site", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 403},
		{"a sibling", []string{"Sec-Fetch-Site", "same-site", "Origin", "https://sibling.example"}, 403},
		{"an old browser, another site", []string{"Origin", "https://evil.example"}, 403},
		{"a sandbox", []string{"Origin", "null", "Sec-Fetch-Site", "cross-site"}, 403},
	} {
		if got := w.do(t, http.MethodPost, "/form", "a=1", c.header...); got.StatusCode != c.status {
			t.Errorf("%s: got %d, want %d", c.name, got.StatusCode, c.status)
		}
	}
	if got := w.do(t, http.MethodGet, "/fine/x", "", "Sec-Fetch-Site", "cross-site"); got.StatusCode != 200 {
		t.Errorf("a link from another site: got %d", got.StatusCode)
	}
}

func TestTenantOfForms(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for tenant, status := range map[string]int{"": 204, "tenant=": 204, "tenant=" + w.tenant.String(): 204, "tenant=other": 409, "tenant=" + strings.ToUpper(w.tenant.String()): 409} {
		if got := w.do(t, http.MethodPost, "/mine", tenant, "Cookie", "sid=zeno"); got.StatusCode != status {
			t.Errorf("%q: got %d, want %d", tenant, got.StatusCode, status)
		}
	}
}

// Without the database nobody is taken for a stranger, and files and probes still come.
func TestSessionsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	if got := w.do(t, http.MethodGet, "/mine", "", "Cookie", "sid=zeno"); got.text != "Zeno of Porch" {
		t.Errorf("got %d %q", got.StatusCode, got.text)
	}
	for path, status := range map[string]int{"/mine": 500, "/fine/x": 500, static.Styles()[0]: 200, "/healthz": 200, "/readyz": 200, "/nowhere": 404} {
		if got := w.do(t, http.MethodGet, path, "", "Cookie", "sid=broken"); got.StatusCode != status {
			t.Errorf("%s: got %d, want %d", path, got.StatusCode, status)
		}
	}
}

func TestClientAddress(t *testing.T) {
	t.Parallel()
	trusted := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("2001:db8::1/128")}
	for _, c := range []struct {
		trusted       []netip.Prefix
		peer, through string
		want          string
	}{
		{nil, "198.51.100.1:1", "203.0.113.9", "198.51.100.1"},
		{nil, "127.0.0.1:1", "203.0.113.9", "127.0.0.1"},
		{trusted, "192.0.2.7:1", "203.0.113.9", "203.0.113.9"},
		{trusted, "192.0.2.7:1", "1.1.1.1, 203.0.113.9", "203.0.113.9"}, // the first one is the client's own word
		{trusted, "192.0.2.7:1", "203.0.113.9, 192.0.2.8", "203.0.113.9"},
		{trusted, "198.51.100.1:1", "203.0.113.9", "198.51.100.1"},
		{trusted, "127.0.0.1:1", "203.0.113.9", "127.0.0.1"},
		{trusted, "[2001:db8::1]:1", "203.0.113.9", "203.0.113.9"},
		{trusted, "192.0.2.7:1", "", "192.0.2.7"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		if c.through != "" {
			r.Header.Set("X-Forwarded-For", c.through)
		}
		if got := clientAddress(c.trusted)(r); got != c.want {
			t.Errorf("%s through %q: got %s, want %s", c.peer, c.through, got, c.want)
		}
	}
}
