// Package web is what all handlers share: who asks, how a page is framed, how an error becomes a page, how events stream.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/static"
	"stoa/views/layout"
)

// bodyLimit bounds every request body.
const bodyLimit = "1M"

// Options are what a Site is made of.
type Options struct {
	Sessions *session.Store
	Secure   bool // people come by https
	Log      *slog.Logger
	Proxies  []netip.Prefix // whose X-Forwarded-For is believed
	// Tenants lists the companies of who is logged in, for the switcher.
	Tenants func(context.Context, *session.Principal) ([]layout.TenantChoice, error)
}

// Site is the web face of one process.
type Site struct {
	Options
	plugins  []plugin.Plugin
	shutdown context.Context // ends when open streams shall end
	close    context.CancelFunc
}

// New makes a site.
func New(o Options) *Site {
	s := &Site{Options: o}
	s.shutdown, s.close = context.WithCancel(context.Background())
	return s
}

// Close ends the open streams, so that their pages connect to another process.
func (s *Site) Close() { s.close() }

// Handler mounts the plugins' routes. Ready reports what is not ready, by name.
func (s *Site) Handler(plugins []plugin.Plugin) http.Handler {
	s.plugins = plugins
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = clientAddress(s.Proxies)
	e.HTTPErrorHandler = s.fail
	e.Pre(s.identify)
	e.Use(s.logged, s.recovered, headers(s.Secure), crossOrigin(), middleware.BodyLimit(bodyLimit), readForm)
	assets := echo.WrapHandler(static.Handler())
	e.GET("/static/*", assets)
	e.HEAD("/static/*", assets)
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", s.ready)
	routes := plugin.Routes{Public: e.Group("", s.session, s.sameTenant), Tenant: e.Group("", s.session, s.sameTenant, s.loggedIn)}
	// A group with middleware catches every unknown path; a page that does not exist is nobody's.
	e.RouteNotFound("", echo.NotFoundHandler)
	e.RouteNotFound("/*", echo.NotFoundHandler)
	routes.Public.POST("/settings/theme", s.setTheme)
	for _, p := range plugins {
		if p.Routes != nil {
			p.Routes(routes)
		}
	}
	return e
}

// ready probes what the plugins depend on.
func (s *Site) ready(c echo.Context) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), 3*time.Second)
	defer cancel()
	status, state := http.StatusOK, map[string]string{}
	for _, p := range s.plugins {
		if p.Health == nil {
			continue
		}
		state[p.ID] = "ok"
		if err := p.Health(ctx); err != nil {
			status, state[p.ID] = http.StatusServiceUnavailable, "unavailable"
			s.Log.Warn("not ready", "plugin", p.ID, "error", err)
		}
	}
	return c.JSON(status, state)
}

// Closing is closed when responses that stay open shall end.
func (s *Site) Closing() <-chan struct{} { return s.shutdown.Done() }
