package isolation

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// The passages that an answer cites are for whoever reads the chat and their documents too, at the moment they look.
func TestSourcesOfASharedChat(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := newSide(t, x.db.Admin, "alpha"), newSide(t, x.db.Admin, "beta")
	sources := func(message uuid.UUID) string {
		return "/chats/" + a.chat.String() + "/messages/" + message.String() + "/sources"
	}
	at := sources(a.answer)
	for who, cookie := range map[string]string{"an admin": a.adminCookie, "a member": a.memberCookie, "another company": b.ownerCookie} {
		if got := x.status(t, cookie, at); got != 404 {
			t.Errorf("%s gets a chat that is not shared: %d", who, got)
		}
	}
	for what, message := range map[string]uuid.UUID{"a question": a.question, "another chat's": a.brokenAnswer, "another company's": b.answer, "none": uuid.New()} {
		if got := x.status(t, a.ownerCookie, sources(message)); got != 404 {
			t.Errorf("sources of %s: %d", what, got)
		}
	}
	x.run(t, "update knowledge_collections set access = 'named' where id = $1", a.shelf) // the member is
	for _, who := range []uuid.UUID{a.member, a.admin} {
		x.post(t, a.ownerCookie, "/shares", share(a.chat, who, "read"), 303)
	}
	see := func(cookie string, reads bool) {
		t.Helper()
		for _, partial := range []string{"", "true"} {
			page := x.do(t, request{method: http.MethodGet, path: at, cookie: cookie, header: map[string]string{"HX-Request": partial}})
			if page.status != 200 || strings.Contains(page.body, "<html") != (partial == "") {
				t.Errorf("%d: %s", page.status, page.body)
			}
			for part, want := range map[string]bool{
				"<mark>Text </mark>": reads, "/knowledge/" + a.document.String() + "?version=" + a.live.String() + "&amp;from=0&amp;to=5#mark": reads,
				"Title " + a.mark: reads, "A document that you may not read.": !reads,
			} {
				if strings.Contains(page.body, part) != want {
					t.Errorf("whether it shows %q: not %t: %s", part, want, page.body)
				}
			}
		}
	}
	see(a.memberCookie, true)
	see(a.adminCookie, false)
	x.run(t, "delete from knowledge_readers where collection_id = $1", a.shelf)
	see(a.memberCookie, false)
	x.run(t, "delete from knowledge_documents where id = $1", a.document)
	if page := x.do(t, request{method: http.MethodGet, path: at, cookie: a.memberCookie}).body; !strings.Contains(page, "This document was deleted.") || strings.Contains(page, "Text "+a.mark) {
		t.Errorf("of a document that is gone: %s", page)
	}
}
