package auth

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/dbtest"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/auth"
)

const good = "a walk in the painted porch"

// world is the plugin alone on a site, over a database of its own.
type world struct {
	db  *dbtest.DB
	url string
}

func newWorld(t *testing.T, registration auth.Registration, secure bool) *world {
	t.Helper()
	w := &world{db: dbtest.New(t)}
	w.serve(t, auth.New(w.db.Doors(), registration, slog.New(slog.DiscardHandler)), secure)
	return w
}

func (w *world) serve(t *testing.T, service *auth.Service, secure bool) {
	t.Helper()
	log, doors := slog.New(slog.DiscardHandler), w.db.Doors()
	site := web.New(web.Options{Sessions: session.NewStore(auth.NewSessionRecords(doors), secure), Secure: secure, Log: log, Tenants: TenantChoices(service)})
	engine := crud.New(crud.Options{Site: site, Doors: doors, Bus: realtime.NewMemory(), Log: log})
	s := httptest.NewServer(site.Handler([]plugin.Plugin{New(site, engine, service, realtime.NewMemory(), "https://stoa.example")}))
	t.Cleanup(s.Close)
	w.url = s.URL
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// visitor is a browser: it keeps its cookies.
type visitor struct {
	*world
	cookies map[string]*http.Cookie
}

func (w *world) visitor() *visitor { return &visitor{w, map[string]*http.Cookie{}} }

type answer struct {
	*http.Response
	text string
}

var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

func (v *visitor) do(t *testing.T, method, path string, form url.Values) answer {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, v.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for _, c := range v.cookies {
		req.AddCookie(c)
	}
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range res.Cookies() {
		v.cookies[c.Name] = c
		if c.MaxAge < 0 {
			delete(v.cookies, c.Name)
		}
	}
	return answer{res, string(text)}
}

func (v *visitor) get(t *testing.T, path string) answer {
	t.Helper()
	return v.do(t, http.MethodGet, path, nil)
}

func (v *visitor) post(t *testing.T, path string, fields ...string) answer {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	return v.do(t, http.MethodPost, path, form)
}

// registered is a visitor with a company of their own.
func (w *world) registered(t *testing.T) (v *visitor, email string) {
	t.Helper()
	v, email = w.visitor(), uuid.NewString()+"@example.com"
	if got := v.post(t, "/register", "company", "Porch", "name", "Zeno", "email", email, "password", good); got.StatusCode != http.StatusSeeOther {
		t.Fatalf("register: %d %s", got.StatusCode, got.text)
	}
	return v, email
}

func (a answer) is(t *testing.T, status int, location string) {
	t.Helper()
	if a.StatusCode != status || a.Header.Get("Location") != location {
		t.Errorf("%s: got %d %q, want %d %q", a.Request.URL.Path, a.StatusCode, a.Header.Get("Location"), status, location)
	}
}

func (a answer) says(t *testing.T, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(a.text, p) {
			t.Errorf("%s does not say %q: %s", a.Request.URL.Path, p, a.text)
		}
	}
}
