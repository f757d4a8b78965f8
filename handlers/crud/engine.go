// Package crud is the engine behind every generated resource: list, detail, form, bulk actions, export and live rows.
package crud

import (
	"context"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/secret"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// Options are what an engine is made of.
type Options struct {
	Site  *web.Site
	Doors *tenant.Doors
	Bus   realtime.Bus
	// Secrets encrypts @secret columns; without it no resource can have one.
	Secrets *secret.Box
	Log     *slog.Logger
	// Wake says that a tenant has imports to be run.
	Wake func(context.Context, uuid.UUID)
	// Off says which tables have no pages; nil is none.
	Off func(table string) bool
	// Still says of which tables stoa.yaml tells no change, so that no page waits for one; nil is none.
	Still func(table string) bool
}

// Engine serves the resources that plugins mount.
type Engine struct {
	Options
	byPath  map[string]*table
	byTable map[string]*table
	uploads map[string]int64
	aging   map[string]expire // by table
	renders *shared           // of open lists
}

// New makes an engine without resources.
func New(o Options) *Engine {
	return &Engine{
		Options: o, byPath: map[string]*table{}, byTable: map[string]*table{}, uploads: map[string]int64{}, aging: map[string]expire{}, renders: newShared(),
	}
}

// Plugin is the engine's own part of the site: the event stream of all lists and records, and the imports.
func (e *Engine) Plugin() plugin.Plugin {
	p := plugin.Named("crud")
	p.Components = e.components()
	p.Routes = func(r plugin.Routes) {
		r.Public.GET("/events", e.events) // says in the stream itself that a login has ended
	}
	p.Find = e.find
	p.Uploads = e.uploads // filled while resources are mounted
	p.Work = []jobs.Work{{Name: ImportWork, Waiting: e.waiting, Run: e.importSome}}
	p.Jobs = []jobs.Periodic{{Name: "crud.retention", Every: time.Hour, Run: e.expire}}
	return p
}

// table is a resource with its overrides, mounted.
type table struct {
	*Engine
	resource.Resource
	o overrides

	roles map[string]*table // as people of each role have it
	alike map[string]bool   // the roles of which everybody sees the same rows with the same buttons
}

// as is the table as a person has it: fields that they may not read are not there.
func (t *table) as(p *session.Principal) *table {
	if narrow, ok := t.roles[p.Role]; ok {
		return narrow
	}
	return t
}

// of is the table in the form of one row, of which a person may read and write other fields than of the next.
func (t *table) of(p *session.Principal, row *resource.Row) *table {
	if row == nil || !t.Narrowed() {
		return t
	}
	narrow := *t
	narrow.Resource = t.Of(p.Role, row)
	return &narrow
}

// target is the table that a relation or a panel points to, as the person has it; nil for one without pages.
func (t *table) target(p *session.Principal, name string) *table {
	if found, ok := t.byTable[name]; ok {
		return found.as(p)
	}
	return nil
}

// Mount puts the pages of a resource into routes. T is the type of its rows as sqlc made it, or any.
func Mount[T any](e *Engine, routes plugin.Routes, r resource.Resource, o Overrides[T]) {
	if r.Store.Expire != nil { // rows grow old also where nobody has pages for them
		e.aging[r.Table] = r.Store.Expire
	}
	if e.off(r.Table) {
		return
	}
	if e.Still != nil && e.Still(r.Table) {
		r.Live = resource.Live{}
	}
	t := &table{Engine: e, Resource: r, o: erase(r, o), roles: map[string]*table{}, alike: map[string]bool{}}
	t.complete()
	for _, role := range []string{"", "member", "admin", "owner"} {
		if r.Narrowed() {
			narrow := *t
			narrow.Resource = r.For(role)
			t.roles[role] = &narrow
		}
		t.alike[role] = t.o.Slots.RowMenu == nil && t.o.Slots.Notes == nil && t.o.Steps.Scope == nil && r.Alike(role)
	}
	e.byPath[r.Path], e.byTable[r.Table] = t, t
	t.routes(routes.Tenant)
	t.apiRoutes(routes.API)
}

func (t *table) routes(g *echo.Group) {
	base := "/" + t.Path
	if t.Ops.List {
		g.GET(base, t.by((*table).list))
	}
	if t.Ops.List || t.Ops.Create || t.Ops.Update {
		g.GET(base+"/options", t.by((*table).options))
	}
	if t.Ops.Export {
		g.GET(base+".csv", t.by((*table).export))
	}
	if t.Ops.Create {
		g.GET(base+"/new", t.by((*table).newForm))
		g.POST(base, t.by((*table).create))
	}
	if t.Ops.Import {
		t.importRoutes(g, base+"/"+importPart)
	}
	if t.Ops.Create || t.Ops.Update {
		g.POST(base+"/validate", t.by((*table).validate))
	}
	if t.Ops.Get {
		g.GET(base+"/:id", t.by((*table).detail))
	}
	if t.Ops.Update {
		g.GET(base+"/:id/edit", t.by((*table).editForm))
		g.POST(base+"/:id", t.by((*table).update))
	}
	if t.Ops.Delete {
		g.GET(base+"/:id/delete", t.by((*table).deleteForm))
		g.POST(base+"/:id/delete", t.by((*table).delete))
		g.POST(base+"/:id/restore", t.by((*table).restore))
	}
	if t.Ops.Delete || t.actsInBulk() {
		g.POST(base+"/bulk", t.by((*table).bulk))
	}
	t.actRoutes(g, base)
}

// by runs a handler on the table as the person who asks has it.
func (t *table) by(handle func(*table, echo.Context) error) echo.HandlerFunc {
	return func(c echo.Context) error { return handle(t.as(web.Who(c)), c) }
}

// off reports whether a table has no pages.
func (e *Engine) off(table string) bool { return e.Off != nil && e.Off(table) }

// Nav is the resource's place in the rail, for those who may read it; a table that has no pages has none.
func (e *Engine) Nav(r resource.Resource) func(context.Context, *session.Principal) ([]plugin.NavGroup, error) {
	return func(_ context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		if r.NavGroup == "" || e.off(r.Table) || !r.Allow.Read.Somebody(p.Role) {
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
