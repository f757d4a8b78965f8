package web

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"stoa/static"
)

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
