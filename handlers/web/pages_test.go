package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/plugin/ui"
	"stoa/internal/session"
)

// A page of ui.yaml is linked for those who may open it, and opens for them alone.
func TestPagesByRole(t *testing.T) {
	t.Parallel()
	for allow, opens := range map[string]map[string]bool{
		"member": {"member": true, "admin": true, "owner": true},
		"admin":  {"admin": true, "owner": true},
		"owner":  {"owner": true},
		"onwer":  {},
		"":       {},
	} {
		s := &Site{Options: Options{UI: ui.UI{Pages: []ui.Page{{Path: "/rules", Title: "Rules", Nav: "House", Allow: allow}}}}}
		for _, role := range []string{"member", "admin", "owner", ""} {
			p := &session.Principal{Role: role}
			if linked := len(s.pagesNav(p)) == 1; linked != opens[role] {
				t.Errorf("a page for %s is linked for %q: %t", allow, role, linked)
			}
			c := echo.New().NewContext(httptest.NewRequest(http.MethodGet, "/rules", nil), httptest.NewRecorder())
			c.Set(principalKey, p)
			err := s.atLeast(allow)(func(echo.Context) error { return nil })(c)
			if (err == nil) != opens[role] || err != nil && errs.KindOf(err) != errs.Forbidden {
				t.Errorf("a page for %s asked for by %q: %v", allow, role, err)
			}
		}
	}
}
