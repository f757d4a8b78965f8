package isolation

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/labstack/echo/v4"

	"stoa/generated/resources"
	apiweb "stoa/handlers/api"
	auditweb "stoa/handlers/audit"
	authweb "stoa/handlers/auth"
	chatweb "stoa/handlers/chat"
	"stoa/handlers/crud"
	doctorweb "stoa/handlers/doctor"
	emailweb "stoa/handlers/email"
	isolationweb "stoa/handlers/isolation"
	knowledgeweb "stoa/handlers/knowledge"
	modelsweb "stoa/handlers/models"
	pluginsweb "stoa/handlers/plugins"
	searchweb "stoa/handlers/search"
	storageweb "stoa/handlers/storage"
	usageweb "stoa/handlers/usage"
	"stoa/handlers/web"
	widgetsweb "stoa/handlers/widgets"
	"stoa/internal/blob"
	"stoa/internal/dbtest"
	"stoa/internal/plugin"
	"stoa/internal/plugin/mail"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
	"stoa/internal/realtime"
	"stoa/internal/realtime/presence"
	"stoa/internal/secret"
	"stoa/internal/session"
	"stoa/internal/webtest/modelserver"
	"stoa/queries"
	"stoa/schema"
	"stoa/services/auth"
	"stoa/services/chat"
	"stoa/services/isolation"
	"stoa/services/knowledge"
	"stoa/services/models"
	"stoa/services/usage"
)

// app is the whole product over a database of its own, with a stand-in for the model.
type app struct {
	db     *dbtest.DB
	site   *web.Site
	bus    realtime.Bus
	models *modelserver.Server
	routes []*echo.Route
	tables []table
	files  blob.Store
	url    string
}

// newSide fills a side and keeps a file for its document.
func (x *app) newSide(t *testing.T, name string) *side {
	t.Helper()
	s := newSide(t, x.db.Admin, name)
	kept, err := x.files.Put(t.Context(), s.tenant, strings.NewReader("File "+s.mark), 100)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.db.Admin.Exec(t.Context(), "update knowledge_versions set blob_key = $1, size = $2 where tenant_id = $3", kept.Key, kept.Size, s.tenant); err != nil {
		t.Fatal(err)
	}
	return s
}

func newApp(t *testing.T) *app {
	t.Helper()
	database := dbtest.New(t)
	doors, log := database.Doors(), slog.New(slog.DiscardHandler)
	server, base := modelserver.New(t)
	x := &app{db: database, tables: tables(t, database.Admin), bus: realtime.NewMemory(), models: server}
	files, err := blob.Folder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	x.files = files
	people := auth.New(doors, auth.Open, log)
	spool := letters(t)
	people.WithMail(spool, testSecrets(t), "http://stoa.test")
	llms := models.New(models.Options{Doors: doors, Log: log, OpenAI: models.OpenAIOptions{BaseURL: base, Model: "test-model"}})
	documents := knowledge.New(knowledge.Options{Doors: doors, Files: files, Log: log})
	chats := chat.New(chat.Options{Doors: doors, Bus: x.bus, Models: llms, Retriever: documents, Log: log})
	board := presence.New(x.bus)
	t.Cleanup(board.Close)
	x.site = web.New(web.Options{Sessions: session.NewStore(auth.NewSessionRecords(doors), false), Log: log, Tenants: authweb.TenantChoices(people), Bearer: people.Bearer, UI: pages(t, database.Admin), Presence: board})
	walls, err := isolation.New(doors, queries.Files, resources.Open())
	if err != nil {
		t.Fatal(err)
	}
	engine := crud.New(crud.Options{Site: x.site, Doors: doors, Bus: x.bus, Log: log})
	list := []plugin.Plugin{
		chatweb.New(x.site, engine, chats, llms, x.bus),
		apiweb.New(x.site), engine.Plugin(),
		knowledgeweb.New(x.site, documents, engine),
		widgetsweb.New(engine),
		emailweb.New(spool),
		storageweb.New(files),
		usageweb.New(x.site, usage.New(doors), engine),
		authweb.New(x.site, engine, people, x.bus, "http://stoa.test"),
		modelsweb.New(x.site, llms, engine),
		auditweb.New(engine),
		isolationweb.New(x.site, walls), doctorweb.New(x.site),
		pluginsweb.New(x.site, []pluginsweb.Part{{Manifest: chatweb.Manifest, On: true}}),
		engine.Rest(resources.All(), func(string) bool { return true }),
	}
	handler := x.site.Handler(append(list, searchweb.New(x.site, list)))
	x.routes = handler.Routes()
	s := httptest.NewServer(handler)
	x.url = s.URL
	t.Cleanup(func() {
		x.site.Close()
		s.Close()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := chats.Close(ctx); err != nil {
			t.Errorf("close chats: %v", err)
		}
	})
	return x
}

// pages are those of ui.yaml.
func pages(t *testing.T, admin *pgxpool.Pool) ui.UI {
	t.Helper()
	world := ui.World{Tables: map[string]manifest.SchemaTable{}, Components: slices.Concat(crud.Manifest.Provides.Components, chatweb.Manifest.Provides.Components,
		usageweb.Manifest.Provides.Components, widgetsweb.Manifest.Provides.Components, modelsweb.Manifest.Provides.Components)}
	rows, err := admin.Query(t.Context(), "select table_name::text, array_agg(column_name::text) from information_schema.columns where table_schema = 'public' group by 1")
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name string
		var columns []string
		if err := rows.Scan(&name, &columns); err != nil {
			t.Fatal(err)
		}
		world.Tables[name] = manifest.SchemaTable{Columns: columns}
	}
	for _, r := range resources.All() {
		world.Resources = append(world.Resources, r.Table)
	}
	problems := &strict.Problems{}
	u := ui.Read("ui.yaml", schema.UI, world, problems)
	if err := errors.Join(rows.Err(), problems.Err(true)); err != nil {
		t.Fatal(err)
	}
	return u
}

// This site is composed by hand, so it must not fall behind the one that ships.
func TestEveryPluginIsHere(t *testing.T) {
	t.Parallel()
	here, there := handlerImports(t, "app_test.go"), handlerImports(t, "../../cmd/stoa/plugins.go")
	for path := range there {
		if !here[path] {
			t.Errorf("cmd/stoa compiles %s in, the attacks do not: add it to newApp", path)
		}
	}
}

func handlerImports(t *testing.T, file string) map[string]bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	for _, i := range parsed.Imports {
		if path := strings.Trim(i.Path.Value, `"`); strings.HasPrefix(path, "stoa/handlers/") {
			paths[path] = true
		}
	}
	return paths
}

// request is what a client sends; the zero value of a field leaves it out.
type request struct {
	method, path string
	cookie       string // of a session
	form         url.Values
	body         io.Reader // instead of form; without a known length it is sent in chunks
	header       map[string]string
}

// response is what came back. An event stream is read for a moment only.
type response struct {
	status   int
	location string
	header   http.Header
	body     string
}

// glance is how long an event stream is read.
const glance = 250 * time.Millisecond

var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

func (x *app) do(t testing.TB, r request) response {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	body := r.body
	if r.form != nil {
		body = strings.NewReader(r.form.Encode())
	}
	req, err := http.NewRequestWithContext(ctx, r.method, x.url+r.path, body)
	if err != nil {
		t.Fatal(err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if r.cookie != "" {
		req.AddCookie(&http.Cookie{Name: "sid", Value: r.cookie})
	}
	for k, v := range r.header {
		req.Header.Set(k, v)
	}
	res, err := client.Do(req)
	if err != nil {
		t.Fatalf("%s %s: %v", r.method, r.path, err)
	}
	defer res.Body.Close()
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/event-stream") {
		time.AfterFunc(glance, cancel)
	}
	var text bytes.Buffer
	if _, err := io.Copy(&text, res.Body); err != nil && ctx.Err() == nil {
		t.Fatalf("%s %s: %v", r.method, r.path, err)
	}
	return response{res.StatusCode, res.Header.Get("Location"), res.Header, text.String()}
}

// fingerprint is one hash over all rows of a side.
func (x *app) fingerprint(t testing.TB, s *side) (hash string) {
	t.Helper()
	var parts []string
	for _, table := range x.tables {
		parts = append(parts, fmt.Sprintf("coalesce((select string_agg(r::text, '|' order by r::text) from %s r where not (%s)), '')", table.name, s.others(table)))
	}
	if err := x.db.Admin.QueryRow(context.Background(), "select md5("+strings.Join(parts, " || '#' || ")+")").Scan(&hash); err != nil {
		t.Fatal(err)
	}
	return hash
}

// letters is a spool without a server.
func letters(t *testing.T) *mail.Spool {
	t.Helper()
	spool, err := mail.Open(mail.Options{Dir: filepath.Join(t.TempDir(), "mail"), From: "stoa@stoa.test", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = spool.Close(context.Background()) }) // it is writing into a folder that goes
	return spool
}

func testSecrets(t *testing.T) *secret.Box {
	t.Helper()
	box, err := secret.New(strings.Repeat("a key of the tests ", 3))
	if err != nil {
		t.Fatal(err)
	}
	return box
}
