package isolation

import (
	"html"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// found is an address in a page: to be fetched, or to be posted to.
type found struct {
	path  string
	posts bool
}

var (
	linked = regexp.MustCompile(`(?:href|src|hx-get|hx-sse:connect)="(/[^"]*)"`)
	posted = regexp.MustCompile(`(?:action|hx-post)="(/[^"]*)"`)
)

// crawl fetches every page that a session reaches by links, and returns every address in them.
func (x *app) crawl(t *testing.T, cookie string, from ...string) map[found]bool {
	t.Helper()
	seen := map[found]bool{}
	for len(from) > 0 {
		path := from[0]
		from = from[1:]
		res := x.do(t, request{method: http.MethodGet, path: path, cookie: cookie})
		if res.status >= 400 {
			t.Errorf("a page links %s, which answers %d", path, res.status)
		}
		for _, m := range linked.FindAllStringSubmatch(res.body, -1) {
			to, _, _ := strings.Cut(html.UnescapeString(m[1]), "#")
			if f := (found{path: to}); !seen[f] {
				seen[f] = true
				from = append(from, to)
			}
		}
		for _, m := range posted.FindAllStringSubmatch(res.body, -1) {
			seen[found{html.UnescapeString(m[1]), true}] = true
		}
		if len(seen) > 800 {
			t.Fatal("the crawl does not end")
		}
	}
	return seen
}

// Every address in A's pages, opened and posted to with B's session.
func TestNothingOfAIsReachedByB(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := x.newSide(t, "alpha"), x.newSide(t, "beta")
	seen := x.crawl(t, a.ownerCookie, "/", "/chats", "/settings/profile", "/chats/"+a.chat.String()+"?before="+a.answer.String())
	for _, must := range []found{
		{path: "/chats/" + a.chat.String()}, {path: "/chats/" + a.liveChat.String() + "/stream"}, {path: "/usage"}, {path: "/settings/members"},
		{"/chats/" + a.chat.String() + "/messages", true}, {"/chats/" + a.brokenChat.String() + "/messages/" + a.brokenAnswer.String() + "/continue", true},
		{"/settings/members/" + a.of["memberships"].row.String() + "/delete", true}, {"/settings/invitations/" + a.invitation.String() + "/revoke", true},
	} {
		if !seen[must] {
			t.Errorf("the crawl did not see %v: it proves too little", must)
		}
	}
	before := x.fingerprint(t, a)
	order := func(f, g found) int { return strings.Compare(f.path, g.path) }
	for _, f := range slices.SortedFunc(maps.Keys(seen), order) {
		if f.path == "/logout" {
			continue // ends B's session, and is nobody's
		}
		// A list takes an id as a filter only, and so does its stream; a new form as what is chosen in it: that of a stranger's
		// row finds nothing, like one that never was.
		path, _ := url.QueryUnescape(strings.TrimPrefix(f.path, "/events?topic="))
		private := a.mentionedIn(f.path, "") != "" && !isList(path) && !isList(strings.Replace(path, "/new?", "?", 1))
		q := request{method: http.MethodGet, path: f.path, cookie: b.ownerCookie}
		if f.posts {
			q.method, q.form = http.MethodPost, url.Values{"role": {"member"}, "content": {"Hello"}, "tenant": {b.tenant.String()}}
		}
		res := x.do(t, q)
		if private && res.status != http.StatusNotFound {
			t.Errorf("B at %s %s of A: got %d, want 404", q.method, f.path, res.status)
		}
		if secret := a.mentionedIn(res.body+res.location, f.path); secret != "" {
			t.Errorf("B at %s %s: the answer holds %s of A", q.method, f.path, secret)
		}
	}
	if x.fingerprint(t, a) != before {
		t.Error("rows of A changed")
	}
	t.Logf("%d addresses", len(seen))
}

// The page for what is foreign is the one for what never was, byte for byte but for the request's id.
func TestForeignLooksLikeUnknown(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := x.newSide(t, "alpha"), x.newSide(t, "beta")
	page := func(path, cookie string) string {
		res := x.do(t, request{method: http.MethodGet, path: path, cookie: cookie})
		if res.status != http.StatusNotFound {
			t.Errorf("%s: got %d", path, res.status)
		}
		return strings.ReplaceAll(res.body, res.header.Get("X-Request-Id"), "")
	}
	foreign := page("/chats/"+a.chat.String(), b.ownerCookie)
	for _, path := range []string{"/chats/" + newID(), "/chats/garbage", "/nowhere", "/settings/nowhere"} {
		if page(path, b.ownerCookie) != foreign {
			t.Errorf("%s differs from the page of a foreign chat", path)
		}
	}
	if page("/nowhere", "") != foreign {
		t.Error("a page that never was is another one for strangers")
	}
}
