package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

const (
	principalKey = "principal"
	requestIDKey = "request_id"
	tenantField  = "tenant" // forms carry the tenant they were made for
	formMemory   = 1 << 20  // bytes; what a form's files need beyond it goes to disk
)

// identify names the request, for the log and for error pages. An id from outside is not taken over.
func (s *Site) identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := uuid.NewString()[:13]
		c.Set(requestIDKey, id)
		c.Response().Header().Set("X-Request-Id", id)
		return next(c)
	}
}

// isHead marks the context of a request that came as HEAD.
type isHead struct{}

// App is the routes of all plugins. It answers HEAD as GET: the server below us leaves the body out.
type App struct{ *echo.Echo }

// ServeHTTP implements http.Handler. The server keeps the method of the request that it gave us, so the one that goes on is a copy.
func (a App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		r = r.WithContext(context.WithValue(r.Context(), isHead{}, true))
		r.Method = http.MethodGet
	}
	a.Echo.ServeHTTP(w, r)
}

// asked is the method of the request as it came.
func asked(c echo.Context) string {
	if c.Request().Context().Value(isHead{}) != nil {
		return http.MethodHead
	}
	return c.Request().Method
}

// logged writes one line a request: the route's pattern, never the query or a body.
func (s *Site) logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		if err := next(c); err != nil {
			c.Error(err)
		}
		args := []any{"method", asked(c), "route", c.Path(), "status", c.Response().Status,
			"ms", time.Since(start).Milliseconds(), "request", c.Get(requestIDKey)}
		if p := Who(c); p != nil {
			args = append(args, "tenant", p.Tenant, "user", p.User)
		}
		s.Log.InfoContext(c.Request().Context(), "request", args...)
		return nil
	}
}

// recovered turns a panic into an error, with its stack in the log.
func (s *Site) recovered(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error { return guarded(func() error { return next(c) }) }
}

// headers sets what every response carries. Scripts come from our own files only, nothing is inline,
// and nobody else frames a page.
func headers(secure bool) echo.MiddlewareFunc {
	const csp = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
		"form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'"
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			h := c.Response().Header()
			h.Set("Content-Security-Policy", csp)
			h.Set("X-Content-Type-Options", "nosniff")
			h.Set("Referrer-Policy", "same-origin")
			h.Set("Cross-Origin-Opener-Policy", "same-origin")
			h.Set("Cross-Origin-Resource-Policy", "same-origin")
			h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), display-capture=()")
			h.Set("Cache-Control", "no-store")
			if secure {
				h.Set("Strict-Transport-Security", "max-age=31536000")
			}
			return next(c)
		}
	}
}

// crossOrigin refuses requests that change something and come from another site, by Sec-Fetch-Site
// and Origin (net/http.CrossOriginProtection); no form needs a token.
func crossOrigin() echo.MiddlewareFunc {
	protection := http.NewCrossOriginProtection()
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if err := protection.Check(c.Request()); err != nil {
				return errs.Wrap(errs.Forbidden, err, "This form was sent from another site.")
			}
			return next(c)
		}
	}
}

// bounded limits the body of a request. Uploads may be large, but only from who is logged in.
func (s *Site) bounded(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		limit := int64(bodyLimit)
		if upload := s.uploads[c.Path()]; upload > 0 && c.Request().Method == http.MethodPost && strings.HasPrefix(c.Request().Header.Get("Content-Type"), "multipart/form-data") {
			p, err := s.Sessions.Principal(c.Request())
			if err != nil {
				return err
			}
			if p != nil {
				limit = upload
			}
		}
		if c.Request().ContentLength > limit {
			return echo.ErrStatusRequestEntityTooLarge
		}
		c.Request().Body = http.MaxBytesReader(c.Response(), c.Request().Body, limit)
		return next(c)
	}
}

// readForm reads a form whole before anybody looks at it: FormValue takes what could not be read for
// an empty field, and a form without its end must not count as one that says less.
func readForm(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if r.Method != http.MethodPost {
			return next(c)
		}
		err := r.ParseForm() // ParseMultipartForm keeps its error to itself
		if err == nil {
			err = r.ParseMultipartForm(formMemory)
		}
		var large *http.MaxBytesError
		switch {
		case err == nil, errors.Is(err, http.ErrNotMultipart):
			return next(c)
		case errors.As(err, &large):
			return echo.ErrStatusRequestEntityTooLarge
		}
		return errs.Wrap(errs.BadRequest, err, "The form could not be read.")
	}
}

// session finds out who asks. Files and probes need not know: they work while the database is away.
func (s *Site) session(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		p, err := s.Sessions.Principal(c.Request())
		if err != nil {
			return err
		}
		if p != nil {
			c.Set(principalKey, p)
		}
		return next(c)
	}
}

// sameTenant refuses a form that was made for another tenant than the session's: another tab has
// switched, and nothing may be written where the person does not look.
func (s *Site) sameTenant(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		p := Who(c)
		if c.Request().Method == http.MethodPost && p != nil {
			if t := c.FormValue(tenantField); t != "" && t != p.Tenant.String() {
				return errs.New(errs.Conflict, "You have switched to %s in another tab. Nothing was changed; switch back and send again.", p.TenantName)
			}
		}
		return next(c)
	}
}

// atLeast lets members of a tenant through who have the role or a higher one.
func (s *Site) atLeast(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			p := Who(c)
			switch {
			case p == nil:
				return errs.New(errs.Unauthenticated, "Log in to go on.")
			case !may(p, role):
				return errs.New(errs.Forbidden, "Your role is not enough for this. Ask %s of your company.", above[role])
			}
			return next(c)
		}
	}
}

// above is whom to ask for what a role is needed for.
var above = map[string]string{"admin": "an owner or admin", "owner": "an owner"}

func may(p *session.Principal, role string) bool { return resource.Rule{Role: role}.Everybody(p.Role) }

// Who is logged in, or nil. In the groups Tenant and Admin it is never nil.
func Who(c echo.Context) *session.Principal {
	p, _ := c.Get(principalKey).(*session.Principal)
	return p
}

// LocalPath returns path when it is one of this site, else otherwise: a link cannot send a person
// who logs in to another site.
func LocalPath(path, otherwise string) string {
	u, err := url.Parse(path)
	if err != nil || u.Scheme != "" || u.Host != "" || len(path) == 0 || path[0] != '/' || len(path) > 1 && (path[1] == '/' || path[1] == '\\') {
		return otherwise
	}
	return path
}

// ID reads a path parameter that names a row; what is no id names nothing.
func ID(c echo.Context, name string) (uuid.UUID, error) {
	id, err := uuid.Parse(c.Param(name))
	if err != nil {
		return uuid.Nil, errs.Wrap(errs.NotFound, err, "There is no such page.")
	}
	return id, nil
}

// clientAddress tells who a request comes from. The header that proxies set is believed from trusted ones only.
func clientAddress(trusted []netip.Prefix) echo.IPExtractor {
	if len(trusted) == 0 {
		return echo.ExtractIPDirect()
	}
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range trusted {
		options = append(options, echo.TrustIPRange(&net.IPNet{IP: p.Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen())}))
	}
	return echo.ExtractIPFromXFFHeader(options...)
}
