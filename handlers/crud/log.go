package crud

import (
	"context"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// ShowEntry answers with the page of one entry of the audit log: what changed, and the way to the row.
func (e *Engine) ShowEntry(c echo.Context, entry resource.Row) error {
	log, p, ctx := e.byTable[auditTable], web.Who(c), c.Request().Context()
	name := resource.As[string](entry.Values, auditTableOf)
	id := resource.As[uuid.UUID](entry.Values, auditOf)
	of, title := e.changed(name), log.TitleOf(entry)
	props := views.EntryProps{
		Title: of.Label + " “" + short(title, 60) + "”", Crumbs: log.crumbs(nil), Entry: of.entry(ctx, p, entry),
		Others: views.Link{Text: "All changes of it", Href: log.path() + "?" + auditOf + "=" + id.String()},
	}
	if of.leads(ctx, p, id) {
		props.Record = views.Link{Text: "Open the " + of.one(), Href: of.path(id.String())}
	}
	var err error
	if props.Page, err = e.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.EntryPage(props))
}

// LabelOf is what one row of a table is called.
func (e *Engine) LabelOf(table string) string { return e.changed(table).Label }

// FieldLabel is what a column of a table is called.
func (e *Engine) FieldLabel(table, column string) string {
	if f, ok := e.changed(table).Field(column); ok {
		return f.Label
	}
	return column
}

// changed is the table that an entry tells of, or a stand-in without fields for one that has no pages.
func (e *Engine) changed(name string) *table {
	if t, ok := e.byTable[name]; ok {
		return t
	}
	return &table{Engine: e, Resource: resource.Resource{Table: name, Label: name, Plural: name}}
}

// leads reports whether the row has a page that the person may open.
func (t *table) leads(ctx context.Context, p *session.Principal, id uuid.UUID) bool {
	if !t.Ops.Get {
		return false
	}
	_, err := t.get(ctx, p, id)
	return err == nil
}
