package chat

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func (a response) is(t *testing.T, status int, parts ...string) {
	t.Helper()
	if a.StatusCode != status {
		t.Errorf("%s: got %d, want %d: %s", a.Request.URL, a.StatusCode, status, a.text)
	}
	for _, p := range parts {
		if !strings.Contains(a.text, p) {
			t.Errorf("%s does not say %q: %s", a.Request.URL, p, a.text)
		}
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.get(t, "/chats").is(t, 200, w.chat, "New chat")
	w.get(t, "/chats/new").is(t, 200, "Default: first", `value="second"`)
	got := w.post(t, "/chats", url.Values{"title": {strings.Repeat("x", 201)}, "system_prompt": {"Be <b>brief</b>."}})
	got.is(t, 422, "Write at most 200 characters", "Be &lt;b&gt;brief&lt;/b&gt;.")
	for i := range 30 {
		w.exec(t, "insert into conversations (tenant_id, id, user_id, title, updated_at) values ($1, $2, $3, $4, now() - make_interval(mins => $5))",
			w.login.p.Tenant, uuid.New(), w.login.p.User, "Chat <"+uuid.NewString()+">", i+1)
	}
	// Every chat is on exactly one page, the newest activity first.
	entry := regexp.MustCompile(`<th scope="row" class="wide"><a href="(/chats/[\w-]{36})"`)
	older := regexp.MustCompile(`rel="next" href="([^"]+)"`)
	seen, path := map[string]bool{}, "/chats"
	for path != "" {
		page := w.get(t, path)
		page.is(t, 200)
		for _, m := range entry.FindAllStringSubmatch(page.text, -1) {
			if len(seen) == 0 && m[1] != w.chat {
				t.Errorf("%s comes first", m[1])
			}
			if seen[m[1]] {
				t.Errorf("%s is on two pages", m[1])
			}
			seen[m[1]] = true
		}
		path = ""
		if m := older.FindStringSubmatch(page.text); m != nil {
			path = html.UnescapeString(m[1])
		}
	}
	if len(seen) != 31 {
		t.Errorf("%d chats on the pages", len(seen))
	}
	w.get(t, w.chat+"?before=garbage").is(t, 400)
}

// A chat is renamed, deleted and restored by forms; an open page of it follows.
func TestRenameAndDelete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	messages := w.messages(t, w.chat+"/stream")
	w.get(t, w.chat+"/edit").is(t, 200, `value="New chat"`, "Instructions for the assistant")
	w.post(t, w.chat, url.Values{"title": {"The <porch>"}, "model": {"second"}, "system_prompt": {"Be brief."}}).is(t, 303)
	until(t, messages, "The &lt;porch&gt;")
	w.get(t, w.chat).is(t, 200, "The &lt;porch&gt;", "second")
	w.get(t, "/messages.csv?conversation_id="+strings.TrimPrefix(w.chat, "/chats/")).is(t, 200, "conversation_id")
	w.post(t, w.chat+"/delete", nil).is(t, 303)
	until(t, messages, "This chat is gone")
	w.get(t, w.chat).is(t, 200, "In the trash since", w.chat+"/restore")
	for _, path := range []string{"/messages", "/stop"} {
		w.post(t, w.chat+path, url.Values{"content": {"Hello"}}).is(t, 404)
	}
	w.get(t, w.chat+"/stream").is(t, 404)
	w.post(t, w.chat+"/restore", nil).is(t, 303)
	w.get(t, w.chat).is(t, 200, `id="composer"`)
}

func TestSend(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.get(t, w.chat)
	page.is(t, 200, `name="client_id"`, `name="tenant" value="`+w.login.p.Tenant.String()+`"`)
	pieces := w.model.next()
	id := uuid.NewString()
	got := w.post(t, w.chat+"/messages", url.Values{"content": {"<script>alert(1)</script>"}, "client_id": {id}})
	if got.is(t, 303); got.Header.Get("Location") != w.chat+"?live=1" {
		t.Errorf("leads to %s", got.Header.Get("Location"))
	}
	// While the answer is written another one is refused, and nothing that was typed is lost.
	busy := url.Values{"content": {"typed & kept"}, "client_id": {uuid.NewString()}}
	w.post(t, w.chat+"/messages", busy).is(t, 409, "An answer is still being written here.", "typed &amp; kept", busy.Get("client_id"))
	w.whole(t, http.MethodPost, w.chat+"/messages", busy, true).is(t, 409, "An answer is still being written here.", "#composer-note")
	close(pieces)
	all := w.messages(t, w.chat+"/stream")
	until(t, all, `data-status="failed"`) // it was empty
	w.get(t, w.chat).is(t, 200, "&lt;script&gt;alert(1)&lt;/script&gt;", "The model sent an empty answer.", "Continue")

	for content, why := range map[string]string{"": "Write something to send.", " \n": "Write something to send.", strings.Repeat("ü", 32_001): "at most 32000 characters"} {
		bad := url.Values{"content": {content}, "client_id": {id}}
		w.post(t, w.chat+"/messages", bad).is(t, 422, why)
		w.whole(t, http.MethodPost, w.chat+"/messages", bad, true).is(t, 422, why)
	}
	w.post(t, w.chat+"/messages", url.Values{"content": {"x"}, "client_id": {"garbage"}}).is(t, 400)
	pieces = w.model.next()
	taken := w.whole(t, http.MethodPost, w.chat+"/messages", url.Values{"content": {"Hello"}, "client_id": {uuid.NewString()}}, true)
	taken.is(t, 200, `name="client_id"`)
	if strings.Contains(taken.text, "<html") {
		t.Error("a partial is a whole page")
	}
	close(pieces)
}

func TestStopAndContinue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.post(t, w.chat+"/stop", nil).is(t, 303) // nothing to stop
	pieces := w.model.next()
	w.send(t, "Where?")
	pieces <- "It begins"
	w.whole(t, http.MethodPost, w.chat+"/stop", nil, true).is(t, 204)
	page := w.get(t, w.chat)
	page.is(t, 200, `data-status="stopped"`, "It begins")
	again := regexp.MustCompile(`/chats/[\w-]{36}/messages/[\w-]{36}/continue`).FindString(page.text)
	pieces = w.model.next()
	if got := w.post(t, again, nil); got.StatusCode != 303 || got.Header.Get("Location") != w.chat+"?live=1" {
		t.Errorf("continue: %d %s", got.StatusCode, got.Header.Get("Location"))
	}
	w.post(t, again, nil).is(t, 409, "This answer cannot go on")
	w.whole(t, http.MethodPost, again, nil, true).is(t, 409, "This answer cannot go on")
	pieces <- " at the porch."
	close(pieces)
	until(t, w.messages(t, w.chat+"/stream"), ended)
	w.get(t, w.chat).is(t, 200, "It begins at the porch.")
}

// Without scripts the page of a running answer grows until the answer ends.
func TestLive(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	pieces := w.model.next()
	w.send(t, "Where?")
	done := make(chan response)
	go func() { done <- w.get(t, w.chat+"?live=1") }()
	for _, p := range []string{"It *begins* ", "at the <b>porch</b>.\n\n", "And ends ", "there."} {
		pieces <- p
	}
	close(pieces)
	got := <-done
	got.is(t, 200, "Where?", "<em>begins</em>", "And ends there.", `data-status="complete"`, "</html>")
	if strings.Contains(got.text, "<b>porch") {
		t.Error("the model's HTML is passed on")
	}
	w.get(t, w.chat+"?live=1").is(t, 200, `data-status="complete"`, "</html>") // afterwards: the usual page
}

// What is found in a long chat leads to the page that has it, wherever it stands; the newest page needs no place.
func TestAnOldMessageThatIsFoundIsOnItsPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const all = messagePage + 20
	for i := range all {
		w.exec(t, "insert into messages (tenant_id, id, conversation_id, role, content) values ($1, $2, $3, 'user', $4)",
			w.login.p.Tenant, uuid.Must(uuid.NewV7()), strings.TrimPrefix(w.chat, "/chats/"), fmt.Sprintf("needle-%d.", i))
	}
	h := &Handlers{chat: w.service}
	for i, old := range map[int]bool{0: true, all - messagePage - 1: true, all - messagePage: false, all - 1: false} {
		found, err := h.find(t.Context(), &w.login.p, fmt.Sprintf("needle-%d.", i), 5)
		if err != nil || len(found) != 1 {
			t.Fatalf("message %d: %v, %v", i, found, err)
		}
		address, id, _ := strings.Cut(found[0].Href, "#")
		if strings.HasPrefix(address, w.chat+"?before=") != old {
			t.Errorf("message %d is at %s", i, address)
		}
		w.get(t, address).is(t, 200, `id="`+id+`"`, fmt.Sprintf("needle-%d.", i))
	}
}
