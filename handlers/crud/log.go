package crud

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"

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
	of, title := e.changed(name, entry), log.TitleOf(entry)
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
func (e *Engine) LabelOf(table string) string { return e.changed(table, resource.Row{}).Label }

// FieldLabel is what a column of a table is called.
func (e *Engine) FieldLabel(table, column string) string {
	if f, ok := e.changed(table, resource.Row{}).Field(column); ok {
		return f.Label
	}
	return caption(column)
}

// changed is the table that an entry tells of, or a stand-in for one that has no pages: its fields are the columns that the
// entry names, but those that point to rows.
func (e *Engine) changed(name string, entry resource.Row) *table {
	if t, ok := e.byTable[name]; ok {
		return t
	}
	t := &table{Engine: e, Resource: resource.Resource{Table: name, Label: caption(strings.TrimSuffix(name, "s")), Plural: caption(name)}}
	for _, column := range slices.Sorted(maps.Keys(changesOf(entry))) {
		if !strings.HasSuffix(column, "_id") {
			t.Fields = append(t.Fields, resource.Field{Name: column, Label: caption(column), Kind: resource.Text})
		}
	}
	return t
}

// caption is the name of a table or column as people read it.
func caption(name string) string {
	if name == "" {
		return name
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
}

// leads reports whether the row has a page that the person may open.
func (t *table) leads(ctx context.Context, p *session.Principal, id uuid.UUID) bool {
	if !t.Ops.Get {
		return false
	}
	_, err := t.get(ctx, p, id)
	return err == nil
}
