// Package usage is the page that shows what model calls cost.
package usage

import (
	"context"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/usage"
)

// Handlers answer the usage plugin's routes.
type Handlers struct {
	site  *web.Site
	usage *usage.Service
}

// New makes the plugin.
func New(site *web.Site, service *usage.Service) plugin.Plugin {
	h := &Handlers{site: site, usage: service}
	return plugin.Plugin{ID: "usage", Routes: h.routes, Nav: nav}
}

func (h *Handlers) routes(r plugin.Routes) {
	r.Tenant.GET("/usage", h.page)
	r.Tenant.GET("/usage.csv", h.csv)
}

func nav(context.Context, *session.Principal) ([]plugin.NavGroup, error) {
	return []plugin.NavGroup{{Label: "Company", Order: 25, Items: []plugin.NavItem{{Href: "/usage", Label: "Usage"}}}}, nil
}
