package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/plugin/ui"
	"stoa/internal/session"
	"stoa/static"
	"stoa/views/layout"
)

// mountPages mounts the pages of ui.yaml, each for the role that it asks for. A plugin that mounts the same address
// decides there, and shows the page by PageAt.
func (s *Site) mountPages(routes plugin.Routes) {
	components := map[string]plugin.Component{}
	for _, p := range s.plugins {
		for name, c := range p.Components {
			components[name] = c
		}
	}
	for _, page := range s.UI.Pages {
		allowed := s.atLeast(page.Allow)
		for _, section := range page.Sections {
			if components[section.Component] == nil {
				panic(fmt.Sprintf("web: %s places %s, which no plugin makes", page.Path, section.Component))
			}
		}
		show := func(c echo.Context) error { return s.page(c, page, components) }
		s.pages[page.Path] = allowed(show) // for who mounts the address elsewhere
		routes.Tenant.GET(page.Path, show, allowed)
	}
}

// PageAt shows the page that ui.yaml has at a path, or otherwise what is shown without one.
func (s *Site) PageAt(c echo.Context, path string, otherwise echo.HandlerFunc) error {
	if show := s.pages[path]; show != nil {
		return show(c)
	}
	return otherwise(c)
}

// page makes the parts first: one that fails is an error page, never half a page.
func (s *Site) page(c echo.Context, page ui.Page, components map[string]plugin.Component) error {
	title, bodies := page.Title, []templ.Component(nil)
	for _, section := range page.Sections {
		part, err := components[section.Component](c, section.Args)
		if err != nil || part.Done {
			return err
		}
		if title == "" {
			title = part.Title
		}
		bodies = append(bodies, part.Body)
	}
	frame, err := s.Page(c, title)
	if err != nil {
		return err
	}
	if page.Layout == "chat" {
		frame.Kind = layout.Chat
	}
	return Render(c, http.StatusOK, layout.Parts(frame, bodies))
}

// pagesNav is the pages that ui.yaml puts into the rail, for those who may open them.
func (s *Site) pagesNav(p *session.Principal) (groups []plugin.NavGroup) {
	for _, page := range s.UI.Pages {
		if page.Nav != "" && may(p, page.Allow) {
			label := page.Nav
			if label == page.Title { // it stands for itself
				label = ""
			}
			groups = append(groups, plugin.NavGroup{Label: label, Items: []plugin.NavItem{{Href: page.Path, Label: page.Title}}})
		}
	}
	return groups
}

// mountTheme serves the colours of ui.yaml as a stylesheet behind the others.
func (s *Site) mountTheme(e *echo.Echo, css string) {
	e.GET("/theme.css", func(c echo.Context) error {
		h := c.Response().Header()
		h.Set(echo.HeaderContentType, "text/css; charset=utf-8")
		h.Set("Cache-Control", "public, max-age=31536000, immutable") // its address carries its hash
		_, err := io.WriteString(c.Response(), css)
		return err
	})
}

// assets are the files that every page names.
func assets(css string) layout.Assets {
	a := layout.Assets{Styles: static.Styles(), Scripts: static.Scripts(), Icon: static.Icon()}
	if css != "" {
		sum := sha256.Sum256([]byte(css))
		a.Styles = append(a.Styles, "/theme.css?"+hex.EncodeToString(sum[:6]))
	}
	return a
}
