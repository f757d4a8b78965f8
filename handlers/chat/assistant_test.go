package chat

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// assistant makes one of a company.
func (w *world) assistant(t *testing.T, tenant uuid.UUID, name, access string) string {
	t.Helper()
	id := uuid.New()
	w.exec(t, "insert into assistants (tenant_id, id, name, description, access, starters) values ($1, $2, $3, $4, $5, array['Ask ' || $3])",
		tenant, id, name, "Knows <"+name+">", access)
	return id.String()
}

func (a response) isNot(t *testing.T, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if strings.Contains(a.text, p) {
			t.Errorf("%s says %q", a.Request.URL, p)
		}
	}
}

// Where a chat starts the assistants are offered that the person may use, by plain forms; one that was chosen can be changed until
// a message was sent.
func TestAnAssistantIsChosenWhenAChatStarts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.get(t, "/chats").isNot(t, "Start with an assistant")
	w.get(t, w.chat).isNot(t, "Ask an assistant")
	elsewhere := uuid.New()
	w.exec(t, "insert into tenants (id, name) values ($1, 'Garden')", elsewhere)
	foreign := w.assistant(t, elsewhere, "Epicurus", "everyone")
	stoic, admins := w.assistant(t, w.login.p.Tenant, "Stoic", "everyone"), w.assistant(t, w.login.p.Tenant, "Archon", "admins")
	w.exec(t, "update memberships set role = 'member' where user_id = $1", w.login.p.User)

	list := w.get(t, "/chats")
	list.is(t, 200, "Start with an assistant", "/assistants/"+stoic+"/start", "Knows &lt;Stoic&gt;")
	list.isNot(t, "Archon", "Epicurus")
	open := w.messages(t, w.chat+"/stream")
	page := w.get(t, w.chat)
	page.is(t, 200, "Ask an assistant", w.chat+"/assistant", stoic)
	page.isNot(t, "Archon", "Epicurus", "Ask Stoic")

	choose := func(id string, status int, parts ...string) {
		t.Helper()
		w.post(t, w.chat+"/assistant", url.Values{"assistant_id": {id}}).is(t, status, parts...)
	}
	for _, id := range []string{foreign, admins, uuid.NewString(), "garbage"} {
		choose(id, 404)
	}
	if got := w.post(t, w.chat+"/assistant", url.Values{"assistant_id": {stoic}}); got.StatusCode != 303 || got.Header.Get("Location") != w.chat {
		t.Errorf("choosing: %d to %s", got.StatusCode, got.Header.Get("Location"))
	}
	until(t, open, "Ask Stoic")                                                  // every open page of the chat shows it
	until(t, w.messages(t, w.chat+"/stream"), `<span class="chip">Stoic</span>`) // and one of before that comes back
	w.get(t, w.chat).is(t, 200, `<span class="chip">Stoic</span>`, "Knows &lt;Stoic&gt;", "Ask Stoic", "Ask another one", "No assistant")
	choose("", 303)
	w.get(t, w.chat).isNot(t, "Ask Stoic", "No assistant")
	w.whole(t, http.MethodPost, w.chat+"/assistant", url.Values{"assistant_id": {stoic}}, true).is(t, 204)

	close(w.model.next())
	w.send(t, "Hello")
	for _, id := range []string{"", stoic, foreign} {
		choose(id, 409, "Start a new one to ask another assistant", `<span class="chip">Stoic</span>`)
	}
	w.get(t, w.chat).isNot(t, "Ask another one", "No assistant")
	w.post(t, "/chats/"+uuid.NewString()+"/assistant", url.Values{"assistant_id": {stoic}}).is(t, 404)
}
