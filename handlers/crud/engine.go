// Package crud is the engine behind every generated resource: list, detail, form, bulk actions, export and live rows.
package crud

import (
	"context"
	"log/slog"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// Options are what an engine is made of.
type Options struct {
	Site  *web.Site
	Doors *tenant.Doors
	Bus   realtime.Bus
	Log   *slog.Logger
	// Wake says that a tenant has imports to be run.
	Wake func(context.Context, uuid.UUID)
}

// Engine serves the resources that plugins mount.
type Engine struct {
	Options
	byPath  map[string]*table
	byTable map[string]*table
	uploads map[string]int64
}

// New makes an engine without resources.
func New(o Options) *Engine {
	return &Engine{Options: o, byPath: map[string]*table{}, byTable: map[string]*table{}, uploads: map[string]int64{}}
}

// Plugin is the engine's own part of the site: the event stream of all lists and records, and the imports.
func (e *Engine) Plugin() plugin.Plugin {
	p := plugin.Named("crud")
	p.Routes = func(r plugin.Routes) {
		r.Public.GET("/events", e.events) // says in the stream itself that a login has ended
	}
	p.Uploads = e.uploads // filled while resources are mounted
	p.Work = []jobs.Work{{Name: ImportWork, Waiting: e.waiting, Run: e.importSome}}
	return p
}

// table is a resource with its overrides, mounted.
type table struct {
	*Engine
	resource.Resource
	o overrides
}

// Mount puts the pages of a resource into routes. T is the type of its rows as sqlc made it, or any.
func Mount[T any](e *Engine, routes plugin.Routes, r resource.Resource, o Overrides[T]) {
	t := &table{Engine: e, Resource: r, o: erase(r, o)}
	e.byPath[r.Path], e.byTable[r.Table] = t, t
	t.routes(routes.Tenant)
	t.apiRoutes(routes.API)
}

func (t *table) routes(g *echo.Group) {
	base := "/" + t.Path
	if t.Ops.List {
		g.GET(base, t.list)
		g.GET(base+"/options", t.options)
	}
	if t.Ops.Export {
		g.GET(base+".csv", t.export)
	}
	if t.Ops.Create {
		g.GET(base+"/new", t.newForm)
		g.POST(base, t.create)
	}
	if t.Ops.Import {
		t.importRoutes(g, base+"/"+importPart)
	}
	if t.Ops.Create || t.Ops.Update {
		g.POST(base+"/validate", t.validate)
	}
	if t.Ops.Get {
		g.GET(base+"/:id", t.detail)
	}
	if t.Ops.Update {
		g.GET(base+"/:id/edit", t.editForm)
		g.POST(base+"/:id", t.update)
	}
	if t.Ops.Delete {
		g.GET(base+"/:id/delete", t.deleteForm)
		g.POST(base+"/:id/delete", t.delete)
		g.POST(base+"/:id/restore", t.restore)
		g.POST(base+"/bulk", t.bulk)
	}
}

// Nav is the resource's place in the rail, for those who may read it.
func Nav(r resource.Resource) func(context.Context, *session.Principal) ([]plugin.NavGroup, error) {
	return func(_ context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		if r.NavGroup == "" || !r.Allow.Read.Somebody(p.Role) {
			return nil, nil
		}
		item := plugin.NavItem{Href: "/" + r.Path, Label: r.Plural}
		return []plugin.NavGroup{{Label: r.NavGroup, Order: r.Order, Items: []plugin.NavItem{item}}}, nil
	}
}

func (t *table) path(parts ...string) string {
	path := "/" + t.Path
	for _, p := range parts {
		path += "/" + p
	}
	return path
}

var (
	errForbidden = errs.New(errs.Forbidden, "Your role is not enough for this. Ask an owner or admin of your company.")
	errNotFound  = errs.New(errs.NotFound, "There is no such page.")
)
