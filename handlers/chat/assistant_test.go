package chat

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/resources"
	"stoa/handlers/crud/crudtest"
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

// Owners and admins open assistants to everyone and take them back, one or several at once, on pages and by programs; what was not
// done is said, with the reason.
func TestAssistantsAreOpenedAndKept(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, crudtest.Subject{
		Resource: resources.Assistants(), Mount: mounted(t),
		Valid: func(_ *crudtest.World, n int) url.Values {
			return url.Values{"name": {fmt.Sprint("Sage ", n)}, "access": {"admins"}}
		},
	})
	one, two := w.Admin.Make(1), w.Admin.Make(2)
	access := func(id string) string { return w.Text("select access::text from assistants where id = $1", id) }
	w.Member.Post(http.StatusNotFound, "/assistants/"+one+"/do/publish", nil)
	w.Stranger.Post(http.StatusNotFound, "/assistants/"+one+"/do/publish", nil)
	if page := w.Admin.Get(http.StatusOK, "/assistants/"+one).Body; !strings.Contains(page, "/do/publish") || strings.Contains(page, "/do/withdraw") {
		t.Error("the page of one for admins offers the wrong actions")
	}
	if said := w.Admin.Post(http.StatusSeeOther, "/assistants/"+one+"/do/publish", nil).Said; said != "Publish: “Sage 1”." {
		t.Errorf("opened: %q", said)
	}
	if again := w.Admin.Post(http.StatusForbidden, "/assistants/"+one+"/do/publish", nil); !strings.Contains(again.Body, "This assistant does not allow it as it is now") {
		t.Error("done twice it says that the role is not enough")
	}
	w.Member.Post(http.StatusForbidden, "/assistants/"+one+"/do/withdraw", nil)
	if list := w.Member.Get(http.StatusOK, "/assistants").Body; !strings.Contains(list, one) || strings.Contains(list, "/do/") || strings.Contains(list, `value="publish"`) {
		t.Error("a member's list shows actions, or lacks what was opened")
	}
	both := url.Values{"action": {"publish"}, "ids": {one, two, uuid.NewString(), two}}
	said := w.Admin.Post(http.StatusSeeOther, "/assistants/bulk", both).Said
	if access(two) != "everyone" || !strings.HasPrefix(said, "Publish: 1 assistant. 2 refused. “Sage 1”: ") || !strings.HasSuffix(said, "There is no such row.") {
		t.Errorf("opened several: %s, %q", access(two), said)
	}
	r := w.Owner.Call(http.StatusOK, http.MethodPost, "/assistants/do/withdraw", map[string]any{"ids": []string{one, two, one}, "values": map[string]any{}})
	if r.Body["changed"] != 2.0 || r.Body["refused"] != 0.0 || access(one)+access(two) != "adminsadmins" {
		t.Errorf("taken back: %s", r.Text)
	}
	if r = w.Owner.Call(http.StatusOK, http.MethodPost, "/assistants/"+one+"/do/publish", map[string]any{}); r.Body["access"] != "everyone" || r.Body["name"] != "Sage 1" {
		t.Errorf("opened by a program: %s", r.Text)
	}
}
