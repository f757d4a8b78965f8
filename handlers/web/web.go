// Package web is what all handlers share: who asks, how a page is framed, how an error becomes a page, how events stream.
package web

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/plugin/ui"
	"stoa/internal/realtime/presence"
	"stoa/internal/session"
	"stoa/static"
	"stoa/views/layout"
)

// bodyLimit bounds every request body, but those of uploads by who is logged in.
const bodyLimit = 1 << 20

// Options are what a Site is made of.
type Options struct {
	Sessions *session.Store
	Secure   bool // people come by https
	Log      *slog.Logger
	Proxies  []netip.Prefix // whose X-Forwarded-For is believed
	Bearer   Bearer         // who a program's token acts for
	APILimit int            // requests of a token in a minute; 0 for no limit
	Streams  StreamLimits
	Presence *presence.Board // who has pages open; nil is nobody
	UI       ui.UI
	NoChats  bool // the chat plugin is off: people start elsewhere
	// Tenants lists the companies of who is logged in, for the switcher.
	Tenants func(context.Context, *session.Principal) ([]layout.TenantChoice, error)
}

// Site is the web face of one process.
type Site struct {
	Options
	plugins  []plugin.Plugin
	pages    map[string]echo.HandlerFunc // of ui.yaml, by their paths
	uploads  map[string]int64            // the largest body of routes that take files
	shutdown context.Context             // ends when open streams shall end
	close    context.CancelFunc
	requests *limiter // of the API, by token
	scopes   []Scope
	draining atomic.Bool
	streams  streamCounts
	beats    beats
	taken    sync.WaitGroup // the streams whose connections were taken over
	checks   checks
	css      string        // of the theme
	assets   layout.Assets // of every page
}

// New makes a site.
func New(o Options) *Site {
	css := o.UI.Theme.CSS()
	s := &Site{Options: o, css: css, assets: assets(css), pages: map[string]echo.HandlerFunc{}, requests: newLimiter(max(1, o.APILimit))}
	s.shutdown, s.close = context.WithCancel(context.Background())
	return s
}

// Close ends the open streams, so that their pages connect to another process. It returns when those are over that net/http does not
// know of any more.
func (s *Site) Close() {
	s.streams.mu.Lock() // no stream is counted in from here on: see enterTaken
	s.close()
	s.streams.mu.Unlock()
	s.taken.Wait()
}

// Handler mounts the plugins' routes. Ready reports what is not ready, by name.
func (s *Site) Handler(plugins []plugin.Plugin) App {
	s.plugins, s.uploads = plugins, map[string]int64{}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = clientAddress(s.Proxies)
	e.HTTPErrorHandler = s.fail
	e.Pre(s.identify)
	e.Use(s.logged, s.recovered, headers(s.Secure), crossOrigin(), s.bounded, readForm)
	e.GET("/static/*", echo.WrapHandler(static.Handler()))
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", s.ready)
	around := wrapping(plugins)
	public := slices.Concat([]echo.MiddlewareFunc{s.session, s.sameTenant}, around)
	tenant := slices.Concat([]echo.MiddlewareFunc{s.session, s.sameTenant, s.atLeast("member")}, around)
	routes := plugin.Routes{
		Public: e.Group("", public...), Tenant: e.Group("", tenant...), Admin: e.Group("", slices.Concat(tenant, []echo.MiddlewareFunc{s.atLeast("admin")})...),
		API: e.Group(APIPrefix, slices.Concat([]echo.MiddlewareFunc{s.bearer}, around)...),
	}
	// A group with middleware catches every unknown path; a page that does not exist is nobody's.
	e.RouteNotFound("", echo.NotFoundHandler)
	e.RouteNotFound("/*", echo.NotFoundHandler)
	e.RouteNotFound(APIPrefix, echo.NotFoundHandler)
	e.RouteNotFound(APIPrefix+"/*", echo.NotFoundHandler)
	routes.Public.POST("/settings/theme", s.setTheme)
	s.mountTheme(e, s.css)
	s.mountPages(routes)
	for _, p := range plugins {
		if p.Routes != nil {
			p.Routes(routes)
		}
		maps.Copy(s.uploads, p.Uploads)
	}
	return App{e}
}

// wrapping is the plugins' own middleware in the declared order.
func wrapping(plugins []plugin.Plugin) []echo.MiddlewareFunc {
	var all []plugin.Middleware
	for _, p := range plugins {
		all = append(all, p.Middleware...)
	}
	slices.SortFunc(all, func(a, b plugin.Middleware) int { return a.Order - b.Order })
	chain := make([]echo.MiddlewareFunc, len(all))
	for i, m := range all {
		if i > 0 && all[i-1].Order == m.Order {
			panic(fmt.Sprintf("web: the middleware %s and %s have the same order", all[i-1].Name, m.Name))
		}
		chain[i] = m.Wrap
	}
	return chain
}

// Drain tells who asks for readiness that this process is about to end; it goes on serving.
func (s *Site) Drain() { s.draining.Store(true) }

// Closing is closed when responses that stay open shall end.
func (s *Site) Closing() <-chan struct{} { return s.shutdown.Done() }
