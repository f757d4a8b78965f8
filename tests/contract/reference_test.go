package contract

import (
	"html"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"stoa/handlers/web"
	"stoa/sdk"
)

// page opens a page of the reference, or sends its form.
func (w *world) page(t *testing.T, path string, form url.Values) (int, string) {
	t.Helper()
	method, body := http.MethodGet, ""
	if form != nil {
		method, body = http.MethodPost, form.Encode()
	}
	req, err := http.NewRequestWithContext(t.Context(), method, w.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, html.UnescapeString(string(text))
}

// The reference leads to a page of every operation, and explains every problem where its type says.
func TestReference(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, _ := load(t)
	status, overview := w.page(t, "/api", nil)
	if status != http.StatusOK {
		t.Fatalf("the reference is %d", status)
	}
	for _, p := range web.Problems {
		if !strings.Contains(overview, `id="`+p.Name+`"`) {
			t.Errorf("nothing explains the problem %s", p.Name)
		}
	}
	for _, o := range all {
		if !strings.Contains(overview, `href="/api/`+o.ID+`"`) {
			t.Errorf("nothing leads to %s", o.ID)
		}
		if status, text := w.page(t, "/api/"+o.ID, nil); status != http.StatusOK || !strings.Contains(text, "<b>"+o.method+"</b> /api/v1"+o.path) || !strings.Contains(text, o.Scope) {
			t.Errorf("the page of %s is %d", o.ID, status)
		}
	}
	if status, _ := w.page(t, "/api/Widgets.Explode", nil); status != http.StatusNotFound {
		t.Errorf("an unknown operation is %d", status)
	}
}

// A request is tried by a plain form, with the token alone, and the page shows what came back but never the token.
func TestTry(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	try := func(id, token string, pairs ...string) (int, string) {
		form := url.Values{"token": {token}}
		for i := 0; i < len(pairs); i += 2 {
			form.Set(pairs[i], pairs[i+1])
		}
		status, text := w.page(t, "/api/"+id, form)
		if token != "" && strings.Contains(text, token) {
			t.Errorf("%s shows the token", id)
		}
		return status, text
	}
	says := func(what string, status int, text string, want int, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if status != want || !strings.Contains(text, part) {
				t.Errorf("%s: %d, wanted %d with %q: %.3000s", what, status, want, part, text[strings.Index(text, "<main"):])
			}
		}
	}
	status, text := try("Widgets.Create", w.owner, "body", `{"name": "Tried's"}`)
	says("create", status, text, 200, "201 Created", `"name": "Tried's"`, "ETag", `--data '{"name": "Tried'\''s"}'`)
	page, err := w.client(w.owner).Widgets.List(t.Context(), sdk.WidgetsQuery{})
	if err != nil || len(page.Rows) != 1 {
		t.Fatalf("%+v, %v", page, err)
	}
	id := page.Rows[0].ID
	status, text = try("Widgets.Update", w.owner, "path.id", id, "header.If-Match", "*", "body", `{"name": 1}`)
	says("a wrong value", status, text, 200, "422 Unprocessable Entity", `"field": "name"`)
	status, text = try("Widgets.Get", w.other, "path.id", id)
	says("another company's", status, text, 200, "404 Not Found")
	status, text = try("Widgets.Get", w.owner, "path.id", "../../healthz?x=")
	says("another path", status, text, 200, "404 Not Found")
	status, text = try("Widgets.List", w.reader)
	says("no scope", status, text, 200, "403 Forbidden", "widgets:read")
	status, text = try("Widgets.List", "stoa_unknown2")
	says("unknown token", status, text, 200, "401 Unauthorized")
	status, text = try("Widgets.List", w.owner, "query.limit", "1", "query.q", "tried")
	says("parameters", status, text, 200, "200 OK", `"Tried's"`, "limit=1&q=tried")
	status, text = try("Widgets.Update", "", "path.id", "", "header.If-Match", "*", "body", `{"name`)
	says("nothing", status, text, 422, "Paste a token", "Fill this in.", "This is no JSON.", `{"name`, `value="*"`)
	talk, err := w.client(w.owner).Conversations.Create(t.Context(), sdk.ConversationCreate{})
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	status, text = try("Chats.Stream", w.owner, "path.id", talk.ID)
	says("a stream", status, text, 200, "200 OK", `data: {"kind":"messages"`)
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("the stream was looked at for %v", took)
	}
}
