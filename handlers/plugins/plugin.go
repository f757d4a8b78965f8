// Package plugins is the page on which owners and admins see which parts this Stoa has, how they are configured and how they are.
package plugins

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/session"
	views "stoa/views/plugins"
)

const path = "/settings/plugins"

// Part is a plugin of this build.
type Part struct {
	manifest.Manifest
	On      bool
	Options []manifest.Shown // as configured, secrets masked
	Env     []manifest.Shown // whether its variables are set, never what they are; for the operator alone
}

type handlers struct {
	site  *web.Site
	parts []Part
}

// New makes the page.
func New(site *web.Site, parts []Part) plugin.Plugin {
	h := &handlers{site, parts}
	p := plugin.Named("plugins")
	p.Routes = func(r plugin.Routes) { r.Admin.GET(path, h.page) }
	p.Nav = func(_ context.Context, who *session.Principal) ([]plugin.NavGroup, error) {
		if who.Role == "member" {
			return nil, nil
		}
		return []plugin.NavGroup{{Label: "Company", Order: 39, Items: []plugin.NavItem{{Href: path, Label: "Plugins"}}}}, nil
	}
	return p
}

func (h *handlers) page(c echo.Context) error {
	checks := h.site.Checks(c.Request().Context())
	props := views.Props{}
	for _, part := range h.parts {
		props.Plugins = append(props.Plugins, show(part, checks))
	}
	var err error
	if props.Page, err = h.site.Page(c, "Plugins"); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Page(props))
}

// show is a plugin as a line: off, or on with what its last probe found. One that depends on nothing of its own is well when it is
// on. Whoever founds a company is its owner, so what is the installation's own, its environment, its secrets, is not shown.
func show(p Part, checks map[string]web.Check) views.Plugin {
	v := views.Plugin{ID: p.ID, Doc: p.Doc, Version: p.Version, State: "on", Kind: "good", Requires: p.Requires.Plugins}
	check, probed := checks[p.ID]
	switch {
	case !p.On:
		v.State, v.Kind = "off", "off"
	case probed && check.State == web.StateDegraded:
		v.State, v.Kind = check.State, "busy"
	case probed && check.State == web.StateUnavailable:
		v.State, v.Kind = check.State, "bad"
	}
	if probed && p.On {
		v.Checked = web.Moment(check.At, "datetime")
	}
	for _, o := range p.Options {
		if !o.Operator {
			v.Options = append(v.Options, views.Option{Key: p.ID + "." + o.Key, Value: o.Value})
		}
	}
	return v
}
