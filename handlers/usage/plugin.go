// Package usage is the pages that show what model calls cost: the report, and each call.
package usage

import (
	"context"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/usage"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "usage", Version: "1",
	Doc: "What model calls cost, by day, model and person.",
	Requires: manifest.Requires{
		Plugins: []string{"auth", "models"},
		Tables: []manifest.Table{
			{Name: "cost_events", Columns: []string{"tenant_id", "id", "user_id", "model", "input_tokens", "output_tokens", "amount", "status", "purpose", "created_at"}},
		},
	},
	Provides: manifest.Provides{Components: []manifest.Component{
		{Name: "UsageStats", Doc: "What the model calls of the last days cost: the company's for its owners and admins, one's own for members.", Props: []manifest.Prop{
			{Name: "days", Kind: manifest.Number, Doc: "how many, today included; 30 when it is missing"},
		}},
		{Name: "UsageChart", Doc: "The same by day, drawn, with its figures as a table.", Props: []manifest.Prop{
			{Name: "days", Kind: manifest.Number, Doc: "how many, today included; 30 when it is missing"},
		}},
		{Name: "Now", Doc: "Who is online, how many answers are being written, and for owners and admins what today has cost; it keeps itself true. One to a page."},
	}},
}

// Handlers answer the usage plugin's routes.
type Handlers struct {
	site   *web.Site
	usage  *usage.Service
	bus    realtime.Bus
	pulses pulses
}

// New makes the plugin.
func New(site *web.Site, service *usage.Service, engine *crud.Engine) plugin.Plugin {
	h, calls := &Handlers{site: site, usage: service, bus: engine.Bus}, resources.CostEvents()
	return plugin.Plugin{Manifest: Manifest, Nav: nav(engine.Nav(calls)), Components: h.components(), Routes: func(r plugin.Routes) {
		h.routes(r)
		crud.Mount(engine, r, calls, crud.Overrides[db.ListCostEventsRow]{})
	}}
}

func (h *Handlers) routes(r plugin.Routes) {
	web.Mount(h.site, r, metrics, h.metrics, h.page)
	r.Tenant.GET("/usage.csv", h.csv)
	r.Public.GET("/usage/now", h.follow) // says in the stream itself that a login has ended
}

type navigation = func(context.Context, *session.Principal) ([]plugin.NavGroup, error)

// nav is the report's place in the rail, and the calls' after it.
func nav(calls navigation) navigation {
	return func(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		groups, err := calls(ctx, p)
		report := plugin.NavGroup{Label: "Company", Order: 25, Items: []plugin.NavItem{{Href: "/usage", Label: "Usage"}}}
		return append([]plugin.NavGroup{report}, groups...), err
	}
}
