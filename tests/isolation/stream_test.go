package isolation

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/realtime"
	"stoa/services/chat"
)

// stream is an open event stream.
type stream struct {
	lines chan string // closed when the server ends it
	end   context.CancelFunc
}

func (x *app) open(t *testing.T, path, cookie string) *stream {
	t.Helper()
	return x.listen(t, path, "Cookie", "sid="+cookie)
}

// openAs is a program's.
func (x *app) openAs(t *testing.T, path, token string) *stream {
	t.Helper()
	return x.listen(t, path, "Authorization", "Bearer "+token)
}

func (x *app) listen(t *testing.T, path, header, value string) *stream {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, x.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("HX-Request", "true")
	req.Header.Set(header, value)
	res, err := client.Do(req)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("open %s: %v, %v", path, res, err)
	}
	s := &stream{lines: make(chan string, 1000), end: cancel}
	go func() {
		defer close(s.lines)
		defer res.Body.Close()
		lines := bufio.NewScanner(res.Body)
		lines.Buffer(nil, 4<<20)
		for lines.Scan() {
			s.lines <- lines.Text()
		}
	}()
	return s
}

// expect reads until a line holds the text, and returns how long that took and what was read.
func (s *stream) expect(t *testing.T, text string, within time.Duration) (took time.Duration, read string) {
	t.Helper()
	start, limit := time.Now(), time.After(within)
	var all strings.Builder
	for {
		select {
		case line, ok := <-s.lines:
			all.WriteString(line + "\n")
			if strings.Contains(line, text) {
				return time.Since(start), all.String()
			}
			if !ok {
				t.Fatalf("the stream ended without %q: %s", text, all.String())
			}
		case <-limit:
			t.Fatalf("no %q within %s: %s", text, within, all.String())
		}
	}
}

// ended reads to the end of the stream.
func (s *stream) ended(t *testing.T, within time.Duration) (read string) {
	t.Helper()
	limit := time.After(within)
	var all strings.Builder
	for {
		select {
		case line, ok := <-s.lines:
			if !ok {
				return all.String()
			}
			all.WriteString(line + "\n")
		case <-limit:
			t.Fatalf("the stream is open after %s: %s", within, all.String())
		}
	}
}

const told = time.Second // how soon an open page learns that its access has ended

// An open page is told when the login behind it ends, by whatever way, and gets nothing more.
func TestOpenStreamsEndWithTheAccess(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	for name, end := range map[string]func(t *testing.T, s *side){
		"logout": func(t *testing.T, s *side) {
			x.do(t, request{method: http.MethodPost, path: "/logout", cookie: s.ownerCookie, form: url.Values{}})
		},
		"switch to another company": func(t *testing.T, s *side) {
			other := newSide(t, x.db.Admin, "other")
			if _, err := x.db.Admin.Exec(t.Context(), "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'member')", other.tenant, s.owner); err != nil {
				t.Fatal(err)
			}
			res := x.do(t, request{method: http.MethodPost, path: "/tenants/switch", cookie: s.ownerCookie, form: url.Values{"tenant_id": {other.tenant.String()}}})
			if res.status != http.StatusSeeOther {
				t.Fatalf("switch: %d", res.status)
			}
		},
		"removed by another owner": func(t *testing.T, s *side) {
			x.promote(t, s, s.admin)
			res := x.do(t, request{method: http.MethodPost, path: x.membership(t, s.owner) + "/delete", cookie: s.adminCookie, form: url.Values{}})
			if res.status != http.StatusSeeOther {
				t.Fatalf("remove: %d %s", res.status, res.body)
			}
		},
		"a lower role": func(t *testing.T, s *side) {
			x.promote(t, s, s.admin)
			res := x.do(t, request{method: http.MethodPost, path: x.membership(t, s.owner), cookie: s.adminCookie, form: url.Values{"role": {"member"}}})
			if res.status != http.StatusSeeOther {
				t.Fatalf("role: %d %s", res.status, res.body)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSide(t, x.db.Admin, "alpha")
			open := x.open(t, "/chats/"+s.chat.String()+"/stream", s.ownerCookie)
			open.expect(t, "Answer "+s.mark, 5*time.Second)
			end(t, s)
			took, _ := open.expect(t, "event: done", told)
			if rest := open.ended(t, told); s.mentionedIn(rest, "") != "" {
				t.Errorf("after the end: %s", rest)
			}
			t.Logf("told after %s", took.Round(time.Millisecond))
		})
	}
}

// membership is the address of somebody's page among the members.
func (x *app) membership(t *testing.T, user uuid.UUID) string {
	t.Helper()
	var id string
	if err := x.db.Admin.QueryRow(t.Context(), "select id::text from memberships where user_id = $1", user).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return "/settings/members/" + id
}

func (x *app) promote(t *testing.T, s *side, user uuid.UUID) {
	t.Helper()
	if _, err := x.db.Admin.Exec(t.Context(), "update memberships set role = 'owner' where tenant_id = $1 and user_id = $2", s.tenant, user); err != nil {
		t.Fatal(err)
	}
}

// What is written in one tenant's chat comes to its own stream and to no other.
func TestStreamsCarryOneTenantOnly(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a, b := newSide(t, x.db.Admin, "alpha"), newSide(t, x.db.Admin, "beta")
	mine, other := x.open(t, "/chats/"+a.chat.String()+"/stream", a.ownerCookie), x.open(t, "/chats/"+b.chat.String()+"/stream", b.ownerCookie)
	mine.expect(t, "Answer "+a.mark, 5*time.Second)
	for s, open := range map[*side]*stream{b: other, a: mine} {
		res := x.do(t, request{method: http.MethodPost, path: "/chats/" + s.chat.String() + "/messages", cookie: s.ownerCookie,
			form: url.Values{"content": {"!echo Secret " + s.mark}, "client_id": {uuid.NewString()}}})
		if res.status != http.StatusSeeOther {
			t.Fatalf("send: %d", res.status)
		}
		_, read := open.expect(t, `data-status="complete"`, 10*time.Second)
		for not := range map[*side]bool{a: true, b: true} {
			if not != s && not.mentionedIn(read, "") != "" {
				t.Errorf("a stream holds the other tenant's: %s", read)
			}
		}
	}
}

// A chat that is deleted while its page is open: the page is told, once.
func TestDeletedChatEndsItsStream(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	s := newSide(t, x.db.Admin, "alpha")
	open := x.open(t, "/chats/"+s.brokenChat.String()+"/stream", s.ownerCookie)
	open.expect(t, "Broken "+s.mark, 5*time.Second)
	if _, err := x.db.Admin.Exec(t.Context(), "update conversations set deleted_at = now() where id = $1", s.brokenChat); err != nil {
		t.Fatal(err)
	}
	x.touch(t, s, s.brokenChat)
	open.expect(t, "This chat is gone", told)
	open.expect(t, "event: done", told)
	open.ended(t, told)
}

// touch announces that a chat has changed.
func (x *app) touch(t *testing.T, s *side, id uuid.UUID) {
	t.Helper()
	if err := x.bus.Publish(t.Context(), realtime.Event{Topic: chat.Topic(s.tenant, id), Kind: "message", ID: uuid.New()}); err != nil {
		t.Fatal(err)
	}
}
