package isolation

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime/tail"
)

// soon is how long an open page may take to show what was done elsewhere, on a busy machine.
const soon = 5 * time.Second

// follow lets the site hear what happens to records, as cmd/stoa does.
func (x *app) follow(t *testing.T) {
	t.Helper()
	reader, err := tail.Start(t.Context(), tail.Options{Door: x.db.Doors().System(), Bus: x.bus, Log: x.site.Log, Metrics: prometheus.NewRegistry()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(reader.Close)
}

func (x *app) post(t *testing.T, cookie, path string, form url.Values, want int) response {
	t.Helper()
	res := x.do(t, request{method: http.MethodPost, path: path, cookie: cookie, form: form})
	if res.status != want {
		t.Fatalf("POST %s: %d, want %d", path, res.status, want)
	}
	return res
}

func (x *app) status(t *testing.T, cookie, path string) int {
	t.Helper()
	return x.do(t, request{method: http.MethodGet, path: path, cookie: cookie}).status
}

func (x *app) run(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := x.db.Admin.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}

// share is what a share's form holds.
func share(chat, with uuid.UUID, access string) url.Values {
	return url.Values{"conversation_id": {chat.String()}, "user_id": {with.String()}, "access": {access}}
}

// shareOf is the path of the one share of a chat.
func (x *app) shareOf(t *testing.T, chat uuid.UUID) string {
	t.Helper()
	var id uuid.UUID
	if err := x.db.Admin.QueryRow(t.Context(), "select id from conversation_shares where conversation_id = $1", chat).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return "/shares/" + id.String()
}

// Somebody with whom a chat is shared for reading tries all the rest; others try to be shared with.
func TestASharedChatIsWhatItIsSharedFor(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := newSide(t, x.db.Admin, "alpha"), newSide(t, x.db.Admin, "beta")
	at := "/chats/" + a.chat.String()
	x.post(t, a.memberCookie, "/shares", share(a.chat, a.member, "write"), 422)   // with oneself, of somebody else
	x.post(t, a.adminCookie, "/shares", share(a.liveChat, a.member, "read"), 422) // of a chat that one may read only
	x.post(t, a.ownerCookie, "/shares", share(a.chat, b.owner, "write"), 422)     // with another company's
	x.post(t, a.ownerCookie, "/shares", share(b.chat, a.owner, "write"), 422)     // of another company's
	x.post(t, a.ownerCookie, "/shares", share(a.chat, a.owner, "write"), 422)     // with oneself
	x.post(t, a.ownerCookie, "/shares", share(a.chat, uuid.New(), "write"), 422)
	x.post(t, a.ownerCookie, "/shares", share(a.chat, a.member, "everything"), 422)
	if got := x.status(t, a.memberCookie, at); got != 404 {
		t.Fatalf("not shared: %d", got)
	}
	if to := x.post(t, a.ownerCookie, "/shares", share(a.chat, a.member, "read"), 303).location; to != at {
		t.Errorf("a new share leads to %s, not back to its chat", to)
	}
	made := x.shareOf(t, a.chat)
	x.post(t, a.ownerCookie, "/shares", share(a.chat, a.member, "write"), 422) // twice

	for path, want := range map[string]int{
		at: 200, at + "?live=1": 200, "/messages.csv?conversation_id=" + a.chat.String(): 200, made: 200, made + "/edit": 403, at + "/edit": 403,
		at + "/delete": 403,
	} {
		if got := x.status(t, a.memberCookie, path); got != want {
			t.Errorf("a reader gets %s: %d, want %d", path, got, want)
		}
	}
	page := x.do(t, request{method: http.MethodGet, path: at, cookie: a.memberCookie}).body
	if !strings.Contains(page, "You may read this chat") || strings.Contains(page, `id="content"`) || !strings.Contains(page, "Answer "+a.mark) {
		t.Error("a reader's page is not one for reading")
	}
	if list := x.do(t, request{method: http.MethodGet, path: "/chats?tab=shared", cookie: a.memberCookie}).body; !strings.Contains(list, at) || strings.Contains(list, a.brokenChat.String()) {
		t.Error("the list does not show what is shared alone")
	}
	x.post(t, a.memberCookie, at+"/messages", url.Values{"content": {"Mine"}}, 403)
	x.post(t, a.memberCookie, at+"/stop", url.Values{}, 403)
	x.post(t, a.memberCookie, at+"/assistant", url.Values{"assistant_id": {a.assistant.String()}}, 403)
	x.post(t, a.memberCookie, at+"/messages/"+a.answer.String()+"/continue", url.Values{}, 403)
	x.post(t, a.memberCookie, at, url.Values{"title": {"Mine"}, "revision": {"1"}}, 403)
	x.post(t, a.memberCookie, at+"/delete", url.Values{}, 403)
	x.post(t, a.memberCookie, made, url.Values{"access": {"write"}, "revision": {"1"}}, 403)
	for path, want := range map[string]int{"/messages": 403, "/stop": 403} {
		q := request{method: http.MethodPost, path: "/api/v1" + at + path, body: strings.NewReader(`{"content": "Mine"}`),
			header: map[string]string{"Authorization": "Bearer " + a.token("member"), "Content-Type": "application/json"}}
		if path == "/stop" {
			q.body = strings.NewReader(`{}`)
		}
		if got := x.do(t, q).status; got != want {
			t.Errorf("a reader's program: POST %s: %d", path, got)
		}
	}
	for _, cookie := range []string{b.ownerCookie, a.adminCookie} {
		if got := x.status(t, cookie, at); got != 404 {
			t.Errorf("others: %d", got)
		}
	}
	x.post(t, a.memberCookie, made+"/delete", url.Values{}, 303) // one may leave
	if got := x.status(t, a.memberCookie, at); got != 404 {
		t.Errorf("after leaving: %d", got)
	}
}

// All who have a shared chat open see the same; a change of what it is shared for is told in the open page, and its end ends it.
func TestASharedChatIsLive(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	x.follow(t)
	s := newSide(t, x.db.Admin, "alpha")
	at := "/chats/" + s.chat.String()
	list := x.open(t, "/events?topic=/chats", s.memberCookie)
	x.post(t, s.ownerCookie, "/shares", share(s.chat, s.member, "read"), 303)
	made := x.shareOf(t, s.chat)
	list.expect(t, at, 2*time.Second)
	mine, theirs := x.open(t, at+"/stream", s.ownerCookie), x.open(t, at+"/stream", s.memberCookie)
	theirs.expect(t, "Answer "+s.mark, soon)
	mine.expect(t, "member "+s.mark+" is here", soon)
	theirs.expect(t, "owner "+s.mark+" is here", soon)
	x.post(t, s.ownerCookie, at+"/messages", url.Values{"content": {"!echo first"}}, 303)
	for _, open := range []*stream{mine, theirs} {
		open.expect(t, "first", soon)
		open.expect(t, `data-status="complete"`, soon)
	}
	x.run(t, "update conversation_shares set access = 'write' where conversation_id = $1", s.chat)
	theirs.expect(t, "You may write in this chat now", 2*time.Second)
	mine.expect(t, "Read by member "+s.mark, soon)
	x.post(t, s.memberCookie, at+"/writing", url.Values{}, 204)
	mine.expect(t, "member "+s.mark+" is writing", 2*time.Second)
	x.post(t, s.memberCookie, at+"/messages", url.Values{"content": {"!echo second"}}, 303)
	for _, open := range []*stream{mine, theirs} {
		open.expect(t, "second", soon)
		open.expect(t, `data-status="complete"`, soon)
	}
	x.run(t, "update conversation_shares set access = 'read' where conversation_id = $1", s.chat)
	theirs.expect(t, "You may read this chat", 2*time.Second)

	program := x.openAs(t, "/api/v1"+at+"/stream", s.token("member"))
	program.expect(t, `"kind":"messages"`, soon)
	x.post(t, s.ownerCookie, made+"/delete", url.Values{}, 303)
	theirs.expect(t, "not shared with you any more", 2*time.Second)
	theirs.ended(t, told)
	program.expect(t, `"kind":"gone"`, 2*time.Second)
	program.ended(t, told)
	list.expect(t, `hx-swap="delete"`, 2*time.Second)
	mine.expect(t, `<hx-partial hx-target="#here" hx-swap="innerHTML"></hx-partial>`, 2*time.Second)
	if got := x.status(t, s.memberCookie, at); got != 404 {
		t.Errorf("after the end: %d", got)
	}
}

// What changes at once is told at once, a title beside the end of sharing.
func TestATitleIsNotLostBesideAShare(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	x.follow(t)
	s := newSide(t, x.db.Admin, "alpha")
	x.post(t, s.ownerCookie, "/shares", share(s.chat, s.member, "read"), 303)
	mine := x.open(t, "/chats/"+s.chat.String()+"/stream", s.ownerCookie)
	mine.expect(t, `id="says-writing"`, soon)
	x.run(t, "with unshared as (delete from conversation_shares where conversation_id = $1) update conversations set title = 'Both at once' where id = $1", s.chat)
	mine.expect(t, "Both at once", soon)
}

// A page that grows without scripts is cut off with its share, while the answer goes on.
func TestAGrowingPageEndsWithItsShare(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	x.follow(t)
	s := newSide(t, x.db.Admin, "alpha")
	at := "/chats/" + s.chat.String()
	x.post(t, s.ownerCookie, "/shares", share(s.chat, s.member, "read"), 303)
	made := x.shareOf(t, s.chat)
	x.post(t, s.ownerCookie, at+"/messages", url.Values{"content": {"!hang=2"}}, 303)
	page := x.listen(t, at+"?live=1", "Cookie", "sid="+s.memberCookie)
	page.expect(t, "Answer "+s.mark, soon)
	x.post(t, s.ownerCookie, made+"/delete", url.Values{}, 303)
	if rest := page.ended(t, told); !strings.Contains(rest, `data-status="streaming"`) {
		t.Errorf("the page was not one that grows: %s", rest)
	}
	if got := x.status(t, s.memberCookie, at); got != 404 {
		t.Errorf("after the end: %d", got)
	}
	x.post(t, s.ownerCookie, at+"/stop", url.Values{}, 303)
}

// What somebody has not seen is counted in the rail of every page, until they open the chat; scripts are not needed for it.
func TestWhatIsUnreadIsCounted(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	x.follow(t)
	s := newSide(t, x.db.Admin, "alpha")
	at := "/chats/" + s.chat.String()
	figure := regexp.MustCompile(`(?s)href="` + at + `".*?</a>`)
	unread := func(cookie string) string {
		t.Helper()
		link := figure.FindString(x.do(t, request{method: http.MethodGet, path: "/usage", cookie: cookie}).body)
		_, number, _ := strings.Cut(link, `<span class="figure">`)
		number, _, _ = strings.Cut(number, "<")
		return number
	}
	mark := regexp.MustCompile(`(?s)href="` + at + `"[^<]*</a>\s*<span class="chip">([^<]*)</span>`)
	listed := func(html string) string { return strings.Join(mark.FindStringSubmatch(html), " ") }
	list := func(cookie string) string {
		t.Helper()
		return listed(x.do(t, request{method: http.MethodGet, path: "/chats", cookie: cookie}).body)
	}
	x.post(t, s.ownerCookie, "/shares", share(s.chat, s.member, "read"), 303)
	if got := list(s.memberCookie); !strings.HasSuffix(got, " 2 unread") || list(s.ownerCookie) != "" {
		t.Errorf("the list says %q to the member, %q to the owner", got, list(s.ownerCookie))
	}
	for _, c := range []struct{ reads, who, want string }{
		{"", s.memberCookie, "2"}, {"", s.ownerCookie, ""}, {s.memberCookie, s.memberCookie, ""},
	} {
		if c.reads != "" {
			x.status(t, c.reads, at)
		}
		if got := unread(c.who); got != c.want {
			t.Errorf("%q are unread, want %q", got, c.want)
		}
	}
	x.run(t, "insert into messages (tenant_id, id, conversation_id, role, content) values ($1, $2, $3, 'assistant', 'Later')", s.tenant, uuid.Must(uuid.NewV7()), s.chat)
	if got := unread(s.memberCookie); got != "1" {
		t.Errorf("%q are unread, want 1", got)
	}
	page := x.do(t, request{method: http.MethodGet, path: at, cookie: s.ownerCookie}).body
	if strings.Contains(page, "Read by") {
		t.Error("nobody has read the last message")
	}
	x.status(t, s.memberCookie, at)
	if page = x.do(t, request{method: http.MethodGet, path: at, cookie: s.ownerCookie}).body; !strings.Contains(page, "Read by member "+s.mark) {
		t.Error("the owner is not told that it was read")
	}
	if got := list(s.memberCookie); got != "" {
		t.Errorf("after reading the list says %q", got)
	}
	open := x.open(t, "/events?topic=/chats", s.memberCookie)
	for range 2 { // read once, it is counted from there on: the open list was told of that too
		x.post(t, s.ownerCookie, at+"/messages", url.Values{"content": {"!echo more"}}, 303)
		open.expect(t, `<span class="chip">2 unread</span>`, soon)
		x.status(t, s.memberCookie, at)
		for marked := true; marked; { // the row comes anew without its mark
			_, read := open.expect(t, `href="`+at+`"`, soon)
			marked = listed(read[strings.LastIndex(strings.TrimSuffix(read, "\n"), "\n")+1:]) != ""
		}
		if got := list(s.memberCookie); got != "" {
			t.Errorf("after reading the list says %q", got)
		}
	}
}
