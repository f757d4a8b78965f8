package isolation

import (
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func (r route) split() (method, pattern string) {
	method, pattern, _ = strings.Cut(r.at, " ")
	return method, pattern
}

func segments(pattern string) iter.Seq[string] {
	return strings.SplitSeq(strings.TrimPrefix(pattern, "/"), "/")
}

// request is what would succeed for the side's owner.
func (r route) request(s *side) request {
	method, pattern := r.split()
	q := request{method: method, path: pattern}
	if r.path != nil {
		q.path = r.path(s)
	}
	if r.form != nil {
		q.form = url.Values{}
		for k, v := range r.form(s) {
			q.form[k] = v
		}
	}
	return q
}

func (r route) posts() bool { return r.form != nil }

func TestEveryRouteHasALine(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, r := range apiRoutes {
		known[r.at] = true
	}
	for _, r := range routes {
		known[r.at] = true
		if method, _ := r.split(); (method == http.MethodPost) != r.posts() {
			t.Errorf("%s: a POST has a form, nothing else has", r.at)
		}
	}
	registered := map[string]bool{}
	for _, r := range newApp(t).routes {
		if r.Method == "echo_route_not_found" {
			continue
		}
		at := r.Method + " " + r.Path
		registered[at] = true
		if !known[at] {
			t.Errorf("%s has no line in routes_test.go: nobody knows who gets in there", at)
		}
	}
	for at := range known {
		if !registered[at] {
			t.Errorf("there is a line for %s and no such route", at)
		}
	}
	t.Logf("%d of %d routes covered", len(known), len(registered))
}

// world is one route with two sides of its own.
type world struct {
	*app
	route
	a, b   *side
	before string
}

func TestRoutes(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	for _, r := range routes {
		t.Run(strings.ReplaceAll(r.at, "/", "·"), func(t *testing.T) {
			w := &world{app: x, route: r, a: x.newSide(t, "alpha"), b: x.newSide(t, "beta")}
			w.before = x.fingerprint(t, w.a)
			w.strangers(t)
			w.names(t)
			w.forgeries(t)
			w.bodies(t)
			w.members(t)
		})
	}
}

// refused sends a request that must get this status, tell nothing of A and change nothing of hers.
func (w *world) refused(t *testing.T, why string, q request, want int) {
	t.Helper()
	w.answered(t, why, q, want)
	if w.fingerprint(t, w.a) != w.before {
		t.Errorf("%s: rows of A changed", why)
		w.before = w.fingerprint(t, w.a)
	}
}

func (w *world) answered(t *testing.T, why string, q request, want int) {
	t.Helper()
	res := w.do(t, q)
	got := res.status
	if got == http.StatusSeeOther && strings.HasPrefix(res.location, "/login") {
		got = login
	}
	if got != want {
		t.Errorf("%s: %s %s got %d %s, want %d", why, q.method, q.path, got, res.location, want)
	}
	inside := q.cookie == w.a.ownerCookie || q.cookie == w.a.memberCookie || strings.HasSuffix(q.header["Authorization"], w.a.mark) || w.unlocking
	if secret := w.a.mentionedIn(res.body, q.path+q.form.Encode()); secret != "" && !inside {
		t.Errorf("%s: the answer holds %s of A", why, secret)
	}
	if got >= 500 {
		t.Errorf("%s: %s", why, res.body)
	}
}

// strangers are not logged in, or come with a cookie that somebody made up.
func (w *world) strangers(t *testing.T) {
	t.Helper()
	q := w.request(w.a)
	w.refused(t, "stranger", q, w.stranger)
	for _, cookie := range []string{"made-up", "old-" + w.a.mark, strings.Repeat("x", 4000)} {
		q.cookie = cookie
		if q.path == "/logout" { // whoever has a cookie may end it
			w.answered(t, "cookie", q, w.stranger)
			w.before = w.fingerprint(t, w.a)
			continue
		}
		w.refused(t, "cookie "+cookie[:min(8, len(cookie))], q, w.stranger)
	}
	q.cookie = ""
	if w.stranger == login && q.path != "/" && q.path != "/logout" {
		q.header = map[string]string{"HX-Request": "true"}
		want := http.StatusUnauthorized
		if strings.HasSuffix(q.path, "/stream") || strings.HasPrefix(q.path, "/events") || q.path == "/usage/now" {
			want = http.StatusOK // a page that reconnects is told within the stream
		}
		w.refused(t, "stranger's partial", q, want)
	}
}

// names are ids that name nothing, or somebody else's.
func (w *world) names(t *testing.T) {
	t.Helper()
	for _, id := range []func() string{newID, func() string { return "garbage" }, func() string { return "%00" }, func() string { return "..%2f..%2fetc" },
		func() string { return strings.Repeat("9", 3000) }, func() string { return "00000000-0000-0000-0000-000000000000" }} {
		path, ok := w.unknown(id)
		if !ok {
			return
		}
		q := w.request(w.b)
		q.path, q.cookie = path, w.b.ownerCookie
		w.refused(t, "unknown id", q, http.StatusNotFound)
	}
	if strings.Contains(w.at, ":message") { // one's own chat with another's message
		q := w.request(w.a)
		q.path = strings.Replace(q.path, w.a.brokenChat.String(), w.b.brokenChat.String(), 1)
		q.cookie = w.b.ownerCookie
		w.refused(t, "another's message", q, http.StatusNotFound)
	}
}

// forgeries come from another site, or carry the id of another tenant.
func (w *world) forgeries(t *testing.T) {
	t.Helper()
	q := w.request(w.a)
	if !w.posts() {
		q.cookie = w.b.ownerCookie
		q.header = map[string]string{"X-Tenant-Id": w.a.tenant.String()}
		w.refused(t, "tenant in a header", q, w.foreign)
		if strings.Contains(q.path, "?") {
			return
		}
		q.path += "?tenant=" + w.a.tenant.String() + "&tenant_id=" + w.a.tenant.String()
		want := w.foreign
		if isList(q.path) {
			want = http.StatusBadRequest // lists take known parameters only
		}
		w.refused(t, "tenant in the query", q, want)
		return
	}
	for _, header := range []map[string]string{{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}} {
		q.header, q.cookie = header, w.a.ownerCookie
		w.refused(t, "another site's form", q, http.StatusForbidden)
	}
	q.header = nil
	for _, tenant := range []string{w.b.tenant.String(), "garbage", "00000000-0000-0000-0000-000000000000"} {
		q.form.Set("tenant", tenant)
		w.refused(t, "a form for another tenant", q, http.StatusConflict)
	}
	q = w.request(w.a)
	q.cookie = w.b.ownerCookie
	q.form.Set("tenant", w.a.tenant.String())
	w.refused(t, "B's session with A's tenant", q, http.StatusConflict)
}

// bodies are too large, with and without saying so, or no form at all.
func (w *world) bodies(t *testing.T) {
	t.Helper()
	if !w.posts() {
		return
	}
	huge := "content=" + strings.Repeat("a", 3<<20)
	for why, body := range map[string]io.Reader{"huge": strings.NewReader(huge), "huge in chunks": io.MultiReader(strings.NewReader(huge))} {
		q := w.request(w.a)
		q.form, q.body, q.cookie = nil, body, w.a.ownerCookie
		w.refused(t, why, q, http.StatusRequestEntityTooLarge)
	}
	q := w.request(w.a)
	q.form, q.body, q.cookie = nil, strings.NewReader("content=%zz&role=%"), w.a.ownerCookie
	w.refused(t, "malformed form", q, http.StatusBadRequest)
}

// members come last, since the owner's own request changes things.
func (w *world) members(t *testing.T) {
	t.Helper()
	q := w.request(w.a)
	if !w.unlocking {
		q.cookie = w.b.ownerCookie
		w.refused(t, "B with A's ids", q, w.foreign)
		// What creates rows or ends sessions may do that to the member's own.
		q.cookie = w.a.memberCookie
		if w.member >= 400 {
			w.refused(t, "member", q, w.member)
		} else {
			w.answered(t, "member", q, w.member)
		}
	}
	q.cookie = w.a.ownerCookie
	w.answered(t, "owner", q, w.owner)
}
