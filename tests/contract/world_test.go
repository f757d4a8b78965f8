// Package contract holds the API against its document: every operation, by the client and by hand, and what must be refused.
package contract

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	document "stoa/generated/api"
	"stoa/generated/resources"
	apiweb "stoa/handlers/api"
	authweb "stoa/handlers/auth"
	chatweb "stoa/handlers/chat"
	"stoa/handlers/crud"
	knowledgeweb "stoa/handlers/knowledge"
	usageweb "stoa/handlers/usage"
	"stoa/handlers/web"
	"stoa/internal/blob"
	"stoa/internal/dbtest"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/internal/webtest/modelserver"
	"stoa/sdk"
	"stoa/services/auth"
	"stoa/services/chat"
	"stoa/services/knowledge"
	"stoa/services/models"
	"stoa/services/usage"
)

// world is a Stoa with every resource, and two companies with a token for each sort of program.
type world struct {
	t         testing.TB
	db        *dbtest.DB
	bus       *realtime.Memory
	models    *modelserver.Server
	people    *auth.Service
	documents *knowledge.Service
	url       string
	owner     string // tokens
	reader    string // may read one thing that no operation is about
	other     string // of another company
}

func newWorld(t testing.TB) *world {
	t.Helper()
	server, base := modelserver.New(t)
	w := &world{t: t, db: dbtest.New(t), models: server}
	doors, log := w.db.Doors(), slog.New(slog.DiscardHandler)
	w.people = auth.New(doors, auth.Open, log)
	site := web.New(web.Options{Sessions: session.NewStore(auth.NewSessionRecords(doors), false), Log: log, Bearer: w.people.Bearer})
	bus := realtime.NewMemory()
	w.bus = bus
	engine := crud.New(crud.Options{Site: site, Doors: doors, Bus: bus, Log: log})
	llms := models.New(models.Options{Doors: doors, Log: log, OpenAI: models.OpenAIOptions{BaseURL: base, Model: "test-model"}})
	chats := chat.New(chat.Options{Doors: doors, Bus: bus, Models: llms, Log: log})
	files, err := blob.Folder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w.documents = knowledge.New(knowledge.Options{Doors: doors, Files: files, Log: log})
	stoa := httptest.NewServer(site.Handler([]plugin.Plugin{
		apiweb.New(site), engine.Plugin(), chatweb.New(site, engine, chats, llms, bus), usageweb.New(site, usage.New(doors), engine),
		knowledgeweb.New(site, w.documents, engine),
		authweb.New(site, engine, w.people, bus, "http://stoa.test"), engine.Rest(resources.All(), func(string) bool { return true }),
	}))
	t.Cleanup(func() {
		site.Close()
		stoa.Close()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := chats.Close(ctx); err != nil {
			t.Errorf("close chats: %v", err)
		}
	})
	w.url = stoa.URL
	ours, theirs := w.company(), w.company()
	w.owner, w.reader, w.other = w.token(ours, "*:*"), w.token(ours, "nothing:read"), w.token(theirs, "*:*")
	return w
}

func (w *world) company() auth.Actor {
	a := auth.Actor{Tenant: uuid.New(), User: uuid.New(), Role: "owner"}
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{"insert into tenants (id, name) values ($1, 'Porch')", []any{a.Tenant}},
		{"insert into users (id, email, name, password_hash) values ($1, $2, 'Zeno', '-')", []any{a.User, a.User.String() + "@example.com"}},
		{"insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", []any{a.Tenant, a.User}},
	} {
		if _, err := w.db.Admin.Exec(context.Background(), step.sql, step.args...); err != nil {
			w.t.Fatal(err)
		}
	}
	return a
}

func (w *world) token(a auth.Actor, scopes ...string) string {
	token, err := w.people.MakeAPIToken(context.Background(), a, auth.NewAPIToken{Name: "Test", Scopes: scopes, Days: 7})
	if err != nil {
		w.t.Fatal(err)
	}
	return token
}

func (w *world) client(token string) *sdk.Client { return sdk.New(w.url, token) }

// talk is a new chat.
func (w *world) talk(c *sdk.Client) *sdk.Conversation {
	w.t.Helper()
	talk, err := c.Conversations.Create(w.t.Context(), sdk.ConversationCreate{})
	if err != nil {
		w.t.Fatal(err)
	}
	return talk
}

// call sends a request without the client.
func (w *world) call(t testing.TB, method, path, token, body string) (status int, answer string) {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), method, w.url+"/api/v1"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	req.Header.Set("If-Match", "*")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

// operation is one of the document.
type operation struct {
	method, path string
	ID           string `json:"operationId"`
	Scope        string `json:"x-scope"`
	Parameters   []struct{ Name, In string }
	RequestBody  *struct {
		Content map[string]struct{ Schema schema }
	}
}

type schema struct {
	Ref        string `json:"$ref"`
	Type       any
	Enum       []any
	Properties map[string]schema
	Required   []string
	Items      *schema
}

type openAPI struct {
	Paths      map[string]map[string]operation
	Components struct{ Schemas map[string]schema }
}

func load(t testing.TB) (all []operation, doc openAPI) {
	t.Helper()
	if err := json.Unmarshal(document.Document, &doc); err != nil {
		t.Fatal(err)
	}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			op.method, op.path = strings.ToUpper(method), path
			all = append(all, op)
		}
	}
	if len(all) < 10 {
		t.Fatalf("the document has %d operations", len(all))
	}
	return all, doc
}

// body is the schema of what an operation takes; ok is false for none.
func (o operation) body(doc openAPI) (schema, bool) {
	if o.RequestBody == nil {
		return schema{}, false
	}
	return doc.resolve(o.RequestBody.Content["application/json"].Schema), true
}

// sample is a body with all that is required and nothing else.
func (o operation) sample(doc openAPI) string {
	s, ok := o.body(doc)
	if !ok {
		return ""
	}
	body := map[string]any{}
	for _, name := range s.Required {
		switch p := s.Properties[name]; {
		case len(p.Enum) > 0:
			body[name] = p.Enum[0]
		case slices.Contains(p.types(), "string"):
			body[name] = "1" // is a text, and a number
		default:
			body[name] = map[string]any{"integer": 1, "boolean": true, "array": []string{}, "object": map[string]any{}}[p.types()[0]]
		}
	}
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func (d openAPI) resolve(s schema) schema {
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return d.Components.Schemas[name]
	}
	return s
}

// address is the operation's path with an id in it.
func (o operation) address(id string) string { return strings.ReplaceAll(o.path, "{id}", id) }
