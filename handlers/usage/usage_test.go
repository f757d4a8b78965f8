package usage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/dbtest"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/usage"
	"stoa/views/layout"
)

// people are the sessions, each named by its cookie.
type people map[string]session.Principal

func (p people) Find(_ context.Context, key []byte, _ time.Time) (*session.Record, error) {
	for cookie, who := range p {
		if sum := sha256.Sum256([]byte(cookie)); bytes.Equal(key, sum[:]) {
			return &session.Record{Principal: who, LastSeen: time.Now()}, nil
		}
	}
	return nil, nil
}

func (people) Standings(context.Context, [][]byte, time.Time) ([]session.Standing, error) {
	return nil, nil
}

func (people) Insert(context.Context, []byte, uuid.UUID, uuid.UUID, map[string]string, time.Time) error {
	return nil
}
func (people) SaveData(context.Context, []byte, map[string]string) error { return nil }
func (people) Touch(context.Context, []byte) error                       { return nil }
func (people) Delete(context.Context, []byte) error                      { return nil }

// newWorld is a company where the owner spent 1.50 USD on the model large and the member 0.25 on small, today.
func newWorld(t *testing.T) (get func(who, path string) (*http.Response, string)) {
	t.Helper()
	db := dbtest.New(t)
	tenant, all := uuid.New(), people{}
	exec := func(sql string, args ...any) {
		t.Helper()
		if _, err := db.Admin.Exec(context.Background(), sql, args...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	exec("insert into tenants (id, name) values ($1, 'Porch')", tenant)
	for role, c := range map[string]struct {
		model  string
		amount any
	}{"owner": {"large", 1_500_000_000}, "member": {"small", 250_000_000}, "admin": {"nameless", nil}} {
		p := session.Principal{User: uuid.New(), Tenant: tenant, UserName: "The " + role, TenantName: "Porch", Role: role}
		all[role] = p
		exec("insert into users (id, email, name, password_hash) values ($1, $2, $3, '-')", p.User, role+"@example.com", p.UserName)
		exec("insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)", tenant, p.User, role)
		exec(`insert into cost_events (tenant_id, id, user_id, purpose, provider, model, status, basis, input_tokens, output_tokens, amount)
			values ($1, $2, $3, 'chat', 'p', $4, 'complete', 'exact', 1234, 5, $5)`, tenant, uuid.New(), p.User, c.model, c.amount)
	}
	site := web.New(web.Options{Sessions: session.NewStore(all, false), Log: slog.New(slog.DiscardHandler),
		Tenants: func(context.Context, *session.Principal) ([]layout.TenantChoice, error) { return nil, nil }})
	engine := crud.New(crud.Options{Site: site, Doors: db.Doors(), Bus: realtime.NewMemory(), Log: slog.New(slog.DiscardHandler)})
	s := httptest.NewServer(site.Handler([]plugin.Plugin{New(site, usage.New(db.Doors()), engine)}))
	t.Cleanup(s.Close)
	return func(who, path string) (*http.Response, string) {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.AddCookie(&http.Cookie{Name: "sid", Value: who})
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		text, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res, string(text)
	}
}

// Owners and admins see everybody's cost, members their own.
func TestWhoSeesWhat(t *testing.T) {
	t.Parallel()
	get := newWorld(t)
	for who, sees := range map[string]map[string]bool{
		"owner":  {"Everybody in Porch": true, "large": true, "small": true, "nameless": true, "The member": true, "$1.75": true},
		"admin":  {"Everybody in Porch": true, "large": true, "small": true, "nameless": true, "The member": true, "$1.75": true},
		"member": {"Only you": true, "large": false, "small": true, "nameless": false, "The owner": false, "$0.25": true, "$1.75": false, "1,234": true},
	} {
		res, text := get(who, "/usage")
		if res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d", who, res.StatusCode)
		}
		for part, want := range sees {
			if strings.Contains(text, part) != want {
				t.Errorf("%s sees %q: %t, want %t", who, part, !want, want)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	t.Parallel()
	get := newWorld(t)
	res, text := get("owner", "/usage?from=2026-01-31&to=gestern")
	if res.StatusCode != 422 || !strings.Contains(text, "Write a date as year-month-day, such as 2026-01-31.") || !strings.Contains(text, `value="gestern"`) {
		t.Errorf("a bad day: %d %s", res.StatusCode, text)
	}
	res, text = get("owner", "/usage?from=2020-01-01&to=2020-01-31")
	if res.StatusCode != 200 || strings.Contains(text, "large") || !strings.Contains(text, `value="2020-01-01"`) {
		t.Errorf("before anything was: %d", res.StatusCode)
	}
	if res, _ = get("owner", "/usage.csv?from=x"); res.StatusCode != 400 {
		t.Errorf("a file of a bad day: %d", res.StatusCode)
	}
}

// The file has every day of the range, and amounts to the nano.
func TestCSV(t *testing.T) {
	t.Parallel()
	get := newWorld(t)
	today := time.Now().UTC().Format(time.DateOnly)
	for who, line := range map[string]string{"owner": today + ",3,3702,15,1.750000000,1", "member": today + ",1,1234,5,0.250000000,0"} {
		res, text := get(who, "/usage.csv")
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if res.StatusCode != 200 || len(lines) != 31 || lines[0] != "day,calls,input_tokens,output_tokens,usd,calls_of_unknown_price" || lines[30] != line {
			t.Errorf("%s: %d, %d lines, %q", who, res.StatusCode, len(lines), lines[len(lines)-1])
		}
		if !strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment; filename=\"usage-") || res.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
			t.Errorf("headers %v", res.Header)
		}
	}
}
