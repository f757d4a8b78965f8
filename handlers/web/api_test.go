package web

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/session"
)

// A token has a number of requests a minute, and each answer says how many are left. Other tokens do not notice.
func TestAPILimit(t *testing.T) {
	t.Parallel()
	s := New(Options{Log: slog.New(slog.DiscardHandler), APILimit: 3, Bearer: func(_ context.Context, token string) (*session.Principal, error) {
		return &session.Principal{Key: []byte(token), Grant: &session.Grant{Scopes: []string{"things:read"}}}, nil
	}})
	server := httptest.NewServer(s.Handler([]plugin.Plugin{{Routes: func(r plugin.Routes) {
		r.API.GET("/things", s.Scoped("things", "Things", "read", func(c echo.Context) error { return c.JSON(http.StatusOK, map[string]int{}) }))
		r.API.POST("/things", s.Scoped("things", "Things", "create", func(c echo.Context) error {
			body, err := ReadJSON(c)
			if err != nil {
				return err
			}
			return c.JSON(http.StatusOK, body)
		}))
	}}}))
	defer server.Close()
	get := func(token string) *http.Response {
		req, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/api/v1/things", nil)
		req.Header.Set("Authorization", "bearer "+token)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		_, _ = io.Copy(io.Discard, res.Body)
		return res
	}
	for left := 2; left >= 0; left-- {
		if res := get("a"); res.StatusCode != http.StatusOK || res.Header.Get("RateLimit-Remaining") != string(rune('0'+left)) || res.Header.Get("RateLimit-Limit") != "3" {
			t.Errorf("%d: %v", res.StatusCode, res.Header)
		}
	}
	if res := get("a"); res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") == "" || res.Header.Get("RateLimit-Remaining") != "0" {
		t.Errorf("%d: %v", res.StatusCode, res.Header)
	}
	if res := get("b"); res.StatusCode != http.StatusOK {
		t.Errorf("another token: %d", res.StatusCode)
	}
	if got := s.Scopes(); len(got) != 1 || got[0].Resource != "things" || strings.Join(got[0].Operations, " ") != "read create" {
		t.Errorf("the scopes are %+v", got)
	}
}

// What one parser reads in one way and another in another is refused.
func TestParseObject(t *testing.T) {
	t.Parallel()
	deep := func(n int) string { return strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) }
	for _, good := range []string{`{}`, ` {"a": [1, {"b": null}], "c": "\u00e4"} `, deep(jsonDepth)} {
		if _, err := ParseObject([]byte(good)); err != nil {
			t.Errorf("%.60s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"", " ", "null", "1", `"x"`, "[]", "{", `{"a"}`, `{"a":1,}`, `{"a":1 "b":2}`, `{a:1}`, `{"a":01}`, `{"a":NaN}`, `{"a":1}}`, `{"a":1}{}`, `{"a":1,"a":1}`,
		`{"a":{"b":1,"b":2}}`, `{"a":[{"b":1,"b":2}]}`, `{"a":1,"\u0061":2}`, "{\"a\":\"\x80\"}", deep(jsonDepth + 1), deep(100_000),
		strings.Repeat("[", 1_000_000), `{"a":[` + strings.Repeat("1,", jsonMembers) + `1]}`, "\ufeff{}",
	} {
		if got, err := ParseObject([]byte(bad)); err == nil {
			t.Errorf("%.60s: taken as %v", bad, got)
		}
	}
}

func FuzzParseObject(f *testing.F) {
	f.Add(`{"a":[1,{"b":null}]}`)
	f.Add(`{"a":1,"a":2}`)
	f.Fuzz(func(t *testing.T, text string) {
		object, err := ParseObject([]byte(text))
		if err == nil && (!json.Valid([]byte(text)) || object == nil) {
			t.Errorf("%q was taken", text)
		}
	})
}
