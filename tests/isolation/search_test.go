package isolation

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// The search over everything shows what the person may see and nothing else: the owner's chats to the owner alone, documents and
// widgets to everyone of the company, and nothing of it to another one.
func TestSearchOverEverything(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := x.newSide(t, "alpha"), x.newSide(t, "beta")
	for _, table := range []string{"knowledge_postings", "knowledge_terms"} { // the index has words, and the mark is two
		x.run(t, "update "+table+" set term = split_part(term, '-', 2) where tenant_id = $1 and term = $2", a.tenant, a.mark)
	}
	links := func(cookie, q string) string {
		res := x.do(t, request{method: http.MethodGet, path: "/search?q=" + q, cookie: cookie})
		if res.status != http.StatusOK {
			t.Fatalf("the search answers %d", res.status)
		}
		_, found, _ := strings.Cut(res.body, `aria-label="Search everything"`)
		return found
	}
	all := map[string]string{"a chat": "/chats/" + a.chat.String(), "a message": "#m-" + a.question.String(), "a document": "/knowledge/" + a.document.String(),
		"a widget": "/widgets/" + a.of["widgets"].row.String(), "an assistant": "/assistants/" + a.assistant.String()}
	mine, theirs := links(a.ownerCookie, a.mark), links(a.memberCookie, a.mark)
	for what, href := range all {
		if !strings.Contains(mine, href) {
			t.Errorf("the owner does not find %s", what)
		}
		if chat := strings.HasPrefix(href, "/chats") || strings.HasPrefix(href, "#m-"); strings.Contains(theirs, href) == chat {
			t.Errorf("the member finds %s: %t", what, chat)
		}
	}
	if secret := a.mentionedIn(links(b.ownerCookie, a.mark), a.mark); secret != "" {
		t.Errorf("another company finds %s", secret)
	}
	if got := links(a.ownerCookie, "%25"); strings.Contains(got, "Messages") {
		t.Error("a percent sign matches every message")
	}
	if res := x.do(t, request{method: http.MethodGet, path: "/search?q=" + strings.Repeat("%C3%A4", 200), cookie: a.ownerCookie}); res.status != http.StatusOK {
		t.Errorf("200 letters of two bytes answer %d", res.status)
	}
	for path, status := range map[string]int{"?q=" + a.mark: 200, "?q=%20": 422, "?q=x&limit=51": 422, "": 422} {
		res := x.do(t, request{method: http.MethodGet, path: "/knowledge/search" + path, cookie: a.ownerCookie, header: map[string]string{"Accept": "application/json"}})
		if res.status != status || !json.Valid([]byte(res.body)) || strings.Contains(res.body, `"errors"`) != (status == 422) {
			t.Errorf("a program that asks for %q gets %d, %.200s", path, res.status, res.body)
		}
	}
	for _, q := range []string{strings.Repeat("x", 300), "%00", "%ff"} {
		if res := x.do(t, request{method: http.MethodGet, path: "/search?q=" + q, cookie: a.ownerCookie}); res.status != http.StatusUnprocessableEntity {
			t.Errorf("%.10q answers %d", q, res.status)
		}
	}
}
