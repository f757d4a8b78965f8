package chat

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/dbtest"
	"stoa/internal/plugin"
	"stoa/internal/plugin/ui"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/chat"
	"stoa/views/layout"
)

// world is the plugin alone on a site, over a database of its own, with Zeno logged in.
type world struct {
	db      *dbtest.DB
	site    *web.Site
	service *chat.Service
	bus     realtime.Bus
	model   *model
	login   *logins
	url     string
	chat    string // the path of an empty chat
}

// chatPageOfTests is the page that ui.yaml makes of the component.
var chatPageOfTests = ui.Page{Path: "/chats/:id", Layout: "chat", Allow: "member", Sections: []ui.Section{{
	Component: "ChatInterface", Args: map[string]ui.Arg{"conversation": {Binding: ui.Binding{Table: "conversations", Verb: "get", Param: "id"}}},
}}}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{db: dbtest.New(t), bus: realtime.NewMemory(), model: &model{}}
	w.login = &logins{p: session.Principal{User: uuid.New(), Tenant: uuid.New(), UserName: "Zeno", TenantName: "Porch", Role: "owner"}}
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", w.login.p.Tenant)
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, 'z@example.com', 'Zeno', '-')", w.login.p.User)
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", w.login.p.Tenant, w.login.p.User)
	log := slog.New(slog.DiscardHandler)
	service := chat.New(chat.Options{Doors: w.db.Doors(), Bus: w.bus, Models: w.model, Log: log, Checkpoint: 20 * time.Millisecond})
	w.service = service
	w.site = web.New(web.Options{Sessions: session.NewStore(w.login, false), Log: log, UI: ui.UI{Pages: []ui.Page{chatPageOfTests}},
		Tenants: func(context.Context, *session.Principal) ([]layout.TenantChoice, error) { return nil, nil }})
	engine := crud.New(crud.Options{Site: w.site, Doors: w.db.Doors(), Bus: w.bus, Log: log})
	s := httptest.NewServer(w.site.Handler([]plugin.Plugin{engine.Plugin(), New(w.site, engine, service, w.model, w.bus)}))
	t.Cleanup(func() {
		w.site.Close()
		s.Close()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := service.Close(ctx); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	w.url = s.URL
	w.chat = w.post(t, "/chats", nil).Header.Get("Location")
	if !strings.HasPrefix(w.chat, "/chats/") {
		t.Fatalf("a new chat leads to %q", w.chat)
	}
	return w
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

type response struct {
	*http.Response
	text string
}

var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

func (w *world) request(t *testing.T, method, path string, form url.Values, partial bool) *http.Response {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, method, w.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if partial {
		req.Header.Set("HX-Request", "true")
	}
	req.AddCookie(&http.Cookie{Name: "sid", Value: "zeno"})
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func (w *world) whole(t *testing.T, method, path string, form url.Values, partial bool) response {
	t.Helper()
	res := w.request(t, method, path, form, partial)
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response{res, string(text)}
}

func (w *world) get(t *testing.T, path string) response {
	t.Helper()
	return w.whole(t, http.MethodGet, path, nil, false)
}

func (w *world) post(t *testing.T, path string, form url.Values) response {
	t.Helper()
	return w.whole(t, http.MethodPost, path, form, false)
}

func (w *world) send(t *testing.T, content string) {
	t.Helper()
	if got := w.post(t, w.chat+"/messages", url.Values{"content": {content}, "client_id": {uuid.NewString()}}); got.StatusCode != http.StatusSeeOther {
		t.Fatalf("send: %d %s", got.StatusCode, got.text)
	}
}

// messages reads an event stream: each value is the data of one message, or the name of an event.
func (w *world) messages(t *testing.T, path string) <-chan string {
	t.Helper()
	res := w.request(t, http.MethodGet, path, nil, true)
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/event-stream") {
		t.Fatalf("%s: %d %v", path, res.StatusCode, res.Header)
	}
	out := make(chan string, 1000)
	go func() {
		defer close(out)
		defer res.Body.Close()
		lines := bufio.NewScanner(res.Body)
		lines.Buffer(nil, 8<<20)
		var data []string
		for lines.Scan() {
			switch line := lines.Text(); {
			case line == "" && data != nil:
				out <- strings.Join(data, "\n")
				data = nil
			case strings.HasPrefix(line, "event: "):
				out <- line
			case strings.HasPrefix(line, "data: "):
				data = append(data, line[len("data: "):])
			}
		}
	}()
	return out
}

// ended is in the message that shows an answer whole.
const ended = `data-role="assistant" data-status="complete"`

// until reads messages until one holds the text; it returns all of them.
func until(t *testing.T, messages <-chan string, text string) (all []string) {
	t.Helper()
	limit := time.After(15 * time.Second)
	for {
		select {
		case m, ok := <-messages:
			if !ok {
				t.Fatalf("the stream ended without %q: %q", text, all)
			}
			if all = append(all, m); strings.Contains(m, text) {
				return all
			}
		case <-limit:
			t.Fatalf("waited in vain for %q: %q", text, all)
		}
	}
}
