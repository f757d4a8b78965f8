package web

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/views/layout"
)

const themeCookie = "theme"

// Partial reports whether htmx asks for a piece of a page rather than a page.
func Partial(c echo.Context) bool { return c.Request().Header.Get("HX-Request") == "true" }

// Render writes a component. It is rendered whole before the first byte leaves, so that a failure
// can still become an error page.
func Render(c echo.Context, status int, component templ.Component) error {
	b := buffers.Get().(*bytes.Buffer)
	defer keep(b)
	if err := component.Render(c.Request().Context(), b); err != nil {
		return err
	}
	return c.HTMLBlob(status, b.Bytes())
}

// buffers are what pages and messages of streams are rendered into.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// keep gives a buffer back, unless it has grown very large.
func keep(b *bytes.Buffer) {
	if b.Cap() <= 1<<18 {
		b.Reset()
		buffers.Put(b)
	}
}

// Page is the frame around a page of who is logged in.
func (s *Site) Page(c echo.Context, title string) (layout.PageProps, error) {
	props := s.PlainPage(c, title)
	p := Who(c)
	if p == nil {
		return props, nil
	}
	ctx := c.Request().Context()
	nav, err := s.navigation(ctx, p, c.Request().URL.Path)
	if err != nil {
		return props, err
	}
	tenants, err := s.Tenants(ctx, p)
	if err != nil {
		return props, err
	}
	props.Nav, props.Tenants = nav, tenants
	props.Tenant, props.TenantID, props.Person, props.Role = p.TenantName, p.Tenant.String(), p.UserName, p.Role
	return props, nil
}

// PlainPage is the frame around a page that stands alone.
func (s *Site) PlainPage(c echo.Context, title string) layout.PageProps {
	id, _ := c.Get(requestIDKey).(string)
	return layout.PageProps{
		Title:     title,
		Theme:     s.theme(c),
		OneTheme:  s.UI.Theme.LightOnly,
		Assets:    s.assets,
		Flash:     s.flash(c),
		Path:      c.Request().URL.RequestURI(),
		RequestID: id,
		NoChats:   s.NoChats,
	}
}

// Home is where people go who have come in: to their chats, or to the start page of a site that has none.
func (s *Site) Home() string {
	if s.NoChats {
		return "/"
	}
	return "/chats"
}

// navigation merges what the plugins put into the rail.
func (s *Site) navigation(ctx context.Context, p *session.Principal, path string) ([]layout.NavGroup, error) {
	all := s.pagesNav(p)
	for _, pl := range s.plugins {
		if pl.Nav == nil {
			continue
		}
		groups, err := pl.Nav(ctx, p)
		if err != nil {
			return nil, err
		}
		all = append(all, groups...)
	}
	slices.SortStableFunc(all, func(a, b plugin.NavGroup) int { return a.Order - b.Order })
	here := currentItem(all, path)
	var nav []layout.NavGroup
	for _, g := range all {
		if len(nav) == 0 || nav[len(nav)-1].Label != g.Label {
			nav = append(nav, layout.NavGroup{Label: g.Label, Seldom: g.Order >= plugin.Administration})
		}
		last := &nav[len(nav)-1]
		for _, item := range g.Items {
			last.Items = append(last.Items, layout.NavItem{Href: item.Href, Label: item.Label, Note: item.Note, Current: item.Href == here})
		}
	}
	return nav, nil
}

// currentItem is the address in the rail that leads to path, or nearest above it.
func currentItem(groups []plugin.NavGroup, path string) string {
	best := ""
	for _, g := range groups {
		for _, item := range g.Items {
			if (item.Href == path || strings.HasPrefix(path, item.Href+"/")) && len(item.Href) > len(best) {
				best = item.Href
			}
		}
	}
	return best
}

func (s *Site) theme(c echo.Context) string {
	if s.UI.Theme.LightOnly {
		return "light"
	}
	if cookie, err := c.Cookie(themeCookie); err == nil && (cookie.Value == "light" || cookie.Value == "dark") {
		return cookie.Value
	}
	return "system"
}

// setTheme remembers light, dark or system in a cookie, also for who is not logged in.
func (s *Site) setTheme(c echo.Context) error {
	value := c.FormValue("theme")
	if value != "light" && value != "dark" {
		value = "system"
	}
	c.SetCookie(s.Cookie(themeCookie, value, 365*24*3600))
	return c.Redirect(http.StatusSeeOther, LocalPath(c.FormValue("next"), s.Home()))
}

// Cookie makes a cookie of this site's own, out of reach for scripts and other sites' forms.
func (s *Site) Cookie(name, value string, age int) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode}
}
