package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/views/layout"
)

// nobodyButZeno knows one session, of the cookie "zeno".
type nobodyButZeno struct{ tenant uuid.UUID }

func (n nobodyButZeno) Find(_ context.Context, key []byte, _ time.Time) (*session.Record, error) {
	if want := sha256.Sum256([]byte("broken")); bytes.Equal(key, want[:]) {
		return nil, errors.New("the database is away")
	}
	if want := sha256.Sum256([]byte("zeno")); !bytes.Equal(key, want[:]) {
		return nil, nil
	}
	return &session.Record{Principal: session.Principal{UserName: "Zeno", Tenant: n.tenant, TenantName: "Porch", Role: "owner"}, LastSeen: time.Now()}, nil
}

func (nobodyButZeno) Standings(context.Context, [][]byte, time.Time) ([]session.Standing, error) {
	return nil, nil
}

func (nobodyButZeno) Insert(context.Context, []byte, uuid.UUID, uuid.UUID, map[string]string, time.Time) error {
	return nil
}
func (nobodyButZeno) SaveData(context.Context, []byte, map[string]string) error { return nil }
func (nobodyButZeno) Touch(context.Context, []byte) error                       { return nil }
func (nobodyButZeno) Delete(context.Context, []byte) error                      { return nil }

// logBook is a log that a test can read while it is written.
type logBook struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// world is a site with pages that fail in every way.
type world struct {
	*Site
	tenant uuid.UUID
	log    *logBook
	url    string
	health error
	over   chan string // the queries of streams that have given back what they hold
	woken  echo.HandlerFunc
}

const secret = "sk-secret-of-the-house"

func newWorld(t *testing.T, secure bool) *world {
	t.Helper()
	w := &world{tenant: uuid.New(), log: &logBook{}, over: make(chan string, 100)}
	w.Site = New(Options{
		Sessions: session.NewStore(nobodyButZeno{w.tenant}, false), Secure: secure,
		Log: slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Tenants: func(context.Context, *session.Principal) ([]layout.TenantChoice, error) {
			return nil, nil
		},
	})
	trouble := plugin.Named("trouble")
	trouble.Routes, trouble.Health = w.routes, func(context.Context) error { return w.health }
	s := httptest.NewServer(w.Handler([]plugin.Plugin{trouble, plugin.Named("quiet")}))
	w.url = s.URL
	t.Cleanup(func() { w.Close(); s.Close() })
	return w
}

func (w *world) routes(r plugin.Routes) {
	for name, kind := range kinds {
		h := func(echo.Context) error { return errs.Wrap(kind, errors.New(secret), "Said to the person.") }
		r.Public.GET("/fail/"+name, h)
		r.Public.POST("/fail/"+name, h)
	}
	r.Public.GET("/any", func(echo.Context) error { return errors.New(secret) })
	r.Public.GET("/panic", func(echo.Context) error { panic(secret) })
	r.Public.GET("/late", func(c echo.Context) error {
		_ = c.String(http.StatusOK, "half a page")
		return errors.New(secret)
	})
	r.Public.GET("/fine/:token", func(c echo.Context) error { return c.String(http.StatusOK, "fine") })
	r.Public.POST("/form", func(c echo.Context) error {
		body, _ := io.ReadAll(c.Request().Body)
		return c.String(http.StatusOK, fmt.Sprintf("a=%s body=%s", c.FormValue("a"), body))
	})
	r.Tenant.GET("/mine", func(c echo.Context) error {
		page, err := w.Page(c, "Mine")
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, page.Person+" of "+page.Tenant)
	})
	r.Tenant.POST("/mine", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	r.Public.GET("/stream", w.stream)
	r.Public.GET("/woken", func(c echo.Context) error { return w.woken(c) })
}

var kinds = map[string]errs.Kind{
	"internal": errs.Internal, "invalid": errs.Invalid, "bad": errs.BadRequest, "unauthenticated": errs.Unauthenticated, "forbidden": errs.Forbidden,
	"missing": errs.NotFound, "conflict": errs.Conflict, "large": errs.TooLarge, "many": errs.TooMany, "away": errs.Unavailable,
}

type answer struct {
	*http.Response
	text string
}

var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

func (w *world) do(t *testing.T, method, path, body string, header ...string) answer {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, w.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
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
	return answer{res, string(text)}
}
