package crudtest

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/dbtest"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/secret"
	"stoa/internal/session"
	"stoa/views/layout"
)

// World is a site with the resource, two companies and their people.
type World struct {
	Subject
	DB      *dbtest.DB
	Bus     realtime.Bus
	Secrets *secret.Box

	A, B                 uuid.UUID // the companies
	Owner, Admin, Member *Person   // of A
	Stranger             *Person   // owner of B
	Reader, Editor       *Person   // somebody else of A who may read and change what the owner makes; the owner, when nobody else may
	Nobody               *Person   // not logged in

	t      testing.TB
	server *httptest.Server
	logins *logins
	tokens map[string]*session.Principal

	find      func(context.Context, *session.Principal, string, int) ([]plugin.Found, error)
	imports   jobs.Work
	retention jobs.Periodic
}

// New makes a world that ends with the test.
func New(t testing.TB, s Subject) *World {
	t.Helper()
	w := &World{Subject: s, t: t, DB: dbtest.New(t), Bus: realtime.NewMemory(), logins: &logins{of: map[string]*session.Record{}}, tokens: map[string]*session.Principal{}}
	var err error
	if w.Secrets, err = secret.New(strings.Repeat("key ", 8)); err != nil {
		t.Fatal(err)
	}
	if s.Prepare != nil {
		s.Prepare(w)
	}
	site := web.New(web.Options{
		Sessions: session.NewStore(w.logins, false), Log: slog.New(slog.DiscardHandler),
		Tenants: func(context.Context, *session.Principal) ([]layout.TenantChoice, error) { return nil, nil },
		Bearer:  func(_ context.Context, token string) (*session.Principal, error) { return w.tokens[token], nil },
		UI:      s.UI,
	})
	engine := crud.New(crud.Options{Site: site, Doors: w.DB.Doors(), Bus: w.Bus, Log: site.Log, Secrets: w.Secrets, Off: s.Off})
	own := engine.Plugin()
	w.find, w.imports, w.retention = own.Find, own.Work[0], own.Jobs[0]
	subject := plugin.Named("subject")
	subject.Routes = func(r plugin.Routes) {
		s.Mount(engine, r)
		crud.Mount(engine, r, resources.AuditLog(), crud.Overrides[any]{})
	}
	w.server = httptest.NewServer(site.Handler([]plugin.Plugin{own, subject}))
	t.Cleanup(func() { site.Close(); w.server.Close() })
	w.A, w.B = w.company("Acme"), w.company("Bolt")
	w.Owner, w.Admin, w.Member = w.person(w.A, "owner"), w.person(w.A, "admin"), w.person(w.A, "member")
	w.Reader, w.Editor = w.Member, w.Admin
	if !s.Resource.Allow.Read.Everybody("member") {
		w.Reader = w.Owner
	}
	if !s.Resource.Allow.Update.Everybody("admin") {
		w.Editor = w.Owner
	}
	w.Stranger, w.Nobody = w.person(w.B, "owner"), &Person{w: w}
	return w
}

// Retire runs the job that deletes what is kept no longer.
func (w *World) Retire() {
	w.t.Helper()
	if err := w.retention.Run(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
}

// URL is the site's address, for a browser.
func (w *World) URL() string { return w.server.URL }

// Exec runs SQL as the superuser.
func (w *World) Exec(sql string, args ...any) {
	w.t.Helper()
	if _, err := w.DB.Admin.Exec(w.t.Context(), sql, args...); err != nil {
		w.t.Fatalf("%s: %v", sql, err)
	}
}

// Text reads one value as the superuser, as text.
func (w *World) Text(sql string, args ...any) (text string) {
	w.t.Helper()
	if err := w.DB.Admin.QueryRow(w.t.Context(), sql, args...).Scan(&text); err != nil {
		w.t.Fatalf("%s: %v", sql, err)
	}
	return text
}

func (w *World) company(name string) uuid.UUID {
	id := uuid.Must(uuid.NewV7())
	w.Exec("insert into tenants (id, name) values ($1, $2)", id, name)
	return id
}

// Join is one more person of company A.
func (w *World) Join(role string) *Person { w.t.Helper(); return w.person(w.A, role) }

// LogOut ends a person's login, as the person would in another page.
func (w *World) LogOut(p *Person) {
	w.t.Helper()
	w.logins.remove(p.cookie)
	if err := w.Bus.Publish(w.t.Context(), sessionEvent(p)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *World) person(company uuid.UUID, role string) *Person {
	p := &Person{w: w, ID: uuid.Must(uuid.NewV7()), Tenant: company, cookie: uuid.NewString()}
	w.Exec("insert into users (id, email, name, password_hash) values ($1, $2, $3, '-')", p.ID, p.cookie+"@example.com", strings.ToUpper(role))
	w.Exec("insert into memberships (tenant_id, user_id, role) values ($1, $2, $3::text::member_role)", company, p.ID, role)
	who := session.Principal{User: p.ID, UserName: role, Tenant: company, TenantName: "Company", Role: role}
	w.logins.add(p.cookie, who)
	who.Grant = &session.Grant{Scopes: []string{"*:*"}}
	w.tokens[p.cookie] = &who
	return p
}

// Become gives the person another role, as an owner of the company would.
func (p *Person) Become(role string) {
	p.w.t.Helper()
	p.w.Exec("update memberships set role = $2::text::member_role where user_id = $1", p.ID, role)
	p.w.logins.become(p.cookie, role)
	if err := p.w.Bus.Publish(p.w.t.Context(), realtime.Event{Topic: web.PersonTopic(p.ID), Kind: "session"}); err != nil {
		p.w.t.Fatal(err)
	}
}

// Find is what the search over everything has found for the person in the site's lists.
func (p *Person) Find(q string) []plugin.Found {
	p.w.t.Helper()
	found, err := p.w.find(p.w.t.Context(), p.w.tokens[p.cookie], q, 5)
	if err != nil {
		p.w.t.Fatal(err)
	}
	return found
}

// Follow tells from now on what the triggers write down, as cmd/stoa does.
func (w *World) Follow() {
	w.t.Helper()
	reader, err := tail.Start(w.t.Context(), tail.Options{
		Door: w.DB.Doors().System(), Bus: w.Bus, Log: slog.New(slog.DiscardHandler), Metrics: prometheus.NewRegistry(),
	})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(reader.Close)
}

// Announce says on the bus what the database's triggers and their tail would.
func (w *World) Announce(kind, id string) {
	w.t.Helper()
	row := uuid.MustParse(id)
	for _, topic := range []string{crud.Topic(w.A, w.Resource.Table), tail.RowTopic(w.A, w.Resource.Table, row)} {
		if err := w.Bus.Publish(w.t.Context(), realtime.Event{Topic: topic, Kind: kind, ID: row}); err != nil {
			w.t.Fatal(err)
		}
	}
}

// logins keep sessions in memory; the suite is not about them.
type logins struct {
	mu sync.Mutex
	of map[string]*session.Record
}

func (l *logins) add(cookie string, p session.Principal) {
	key := sha256.Sum256([]byte(cookie))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.of[string(key[:])] = &session.Record{Principal: p, LastSeen: time.Now(), ExpiresAt: time.Now().Add(time.Hour)}
}

func (l *logins) become(cookie, role string) {
	key := sha256.Sum256([]byte(cookie))
	l.mu.Lock()
	defer l.mu.Unlock()
	record := *l.of[string(key[:])]
	record.Role = role
	l.of[string(key[:])] = &record
}

func (l *logins) remove(cookie string) {
	key := sha256.Sum256([]byte(cookie))
	_ = l.Delete(context.Background(), key[:])
}

// Find implements session.Records.
func (l *logins) Find(_ context.Context, key []byte, _ time.Time) (*session.Record, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	found, ok := l.of[string(key)]
	if !ok {
		return nil, nil
	}
	record := *found
	return &record, nil
}

// Standings implements session.Records.
func (l *logins) Standings(_ context.Context, keys [][]byte, _ time.Time) ([]session.Standing, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []session.Standing
	for _, key := range keys {
		if r, ok := l.of[string(key)]; ok {
			found = append(found, session.Standing{Key: key, Tenant: r.Tenant, Role: r.Role})
		}
	}
	return found, nil
}

// Delete implements session.Records.
func (l *logins) Delete(_ context.Context, key []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.of, string(key))
	return nil
}

// Insert implements session.Records; nobody logs in here.
func (l *logins) Insert(context.Context, []byte, uuid.UUID, uuid.UUID, map[string]string, time.Time) error {
	return http.ErrNotSupported
}

// SaveData implements session.Records; nothing is kept.
func (l *logins) SaveData(context.Context, []byte, map[string]string) error { return nil }

// Touch implements session.Records.
func (l *logins) Touch(context.Context, []byte) error { return nil }
