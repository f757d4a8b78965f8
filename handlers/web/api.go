package web

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/generated/api"
	"stoa/internal/errs"
	"stoa/internal/session"
)

// APIPrefix is where the JSON API stands; nothing below it looks at cookies.
const APIPrefix = api.Prefix

// Bearer finds who a token acts for; nil when it is none that still works.
type Bearer func(ctx context.Context, token string) (*session.Principal, error)

// isAPI reports whether a program asks, which reads no page.
func isAPI(c echo.Context) bool {
	path := c.Request().URL.Path
	return path == APIPrefix || strings.HasPrefix(path, APIPrefix+"/")
}

// bearer finds out by the Authorization header who asks. Nothing else is looked at: what a browser sends by itself
// must not open the API to another site's page.
func (s *Site) bearer(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, ok := bearerToken(c.Request().Header)
		if !ok {
			return errs.New(errs.Unauthenticated, "Send an API token in the Authorization header: Bearer <token>.")
		}
		p, err := s.Bearer(c.Request().Context(), token)
		if err != nil {
			return err
		}
		if p == nil {
			return errs.New(errs.Unauthenticated, "This token does not work: it is unknown, revoked or has run out.")
		}
		c.Set(principalKey, p)
		return s.limited(c, p, next)
	}
}

func bearerToken(h http.Header) (string, bool) {
	values := h.Values(echo.HeaderAuthorization)
	if len(values) != 1 {
		return "", false
	}
	scheme, token, ok := strings.Cut(values[0], " ")
	token = strings.TrimSpace(token)
	return token, ok && strings.EqualFold(scheme, "Bearer") && token != "" && len(token) <= 200
}

// limited counts the request against its token's limit and says how much is left.
func (s *Site) limited(c echo.Context, p *session.Principal, next echo.HandlerFunc) error {
	if s.APILimit <= 0 {
		return next(c)
	}
	left, wait := s.requests.take(string(p.Key))
	s.requests.headers(c.Response().Header(), left)
	if wait > 0 {
		return tooMany(c, wait)
	}
	return next(c)
}

// Scope is what tokens can be given for one resource, or for the procedures of one plugin.
type Scope struct {
	Resource   string // as a scope names it
	Label      string // as people call it
	Operations []string
}

// Scoped lets a token through to a route only if a scope of it covers the operation. The role is looked at later, by the
// rules of the rows. What routes ask for is what the page of tokens offers.
func (s *Site) Scoped(resource, label, operation string, next echo.HandlerFunc) echo.HandlerFunc {
	s.declare(resource, label, operation)
	return func(c echo.Context) error {
		if !Who(c).May(resource, operation) {
			return errs.New(errs.Forbidden, "This token may not do that. It needs the scope %s:%s.", resource, operation)
		}
		return next(c)
	}
}

func (s *Site) declare(resource, label, operation string) {
	i := slices.IndexFunc(s.scopes, func(sc Scope) bool { return sc.Resource == resource })
	if i < 0 {
		i, s.scopes = len(s.scopes), append(s.scopes, Scope{Resource: resource, Label: label})
	}
	if !slices.Contains(s.scopes[i].Operations, operation) {
		s.scopes[i].Operations = append(s.scopes[i].Operations, operation)
	}
}

// Scopes lists what the mounted routes of the API ask for.
func (s *Site) Scopes() []Scope { return s.scopes }
