package crud

import (
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	views "stoa/views/crud"
)

// filled is a form to show: empty, with a row's values, or with what was typed and what is wrong with it.
type filled struct {
	row      *resource.Row     // nil for a new one
	raw      map[string]string // what was typed; nil shows the row, or the defaults
	fields   errs.Fields
	message  string // what is wrong with the whole
	note     string // what these values are, when they are not simply the row's
	revision string
	base     string
	find     finds
}

func (t *table) newForm(c echo.Context) error {
	if _, err := scope(web.Who(c), t.Allow.Create); err != nil {
		return err
	}
	return t.showForm(c, http.StatusOK, filled{raw: t.preset(c)})
}

// preset fills a new form from its address, as the link of a parent's page does.
func (t *table) preset(c echo.Context) map[string]string {
	raw := map[string]string{}
	for _, f := range t.Fields {
		if f.Writable(true) && f.Kind != resource.Secret {
			raw[f.Name] = resource.Encode(f, f.Default)
			if text := c.QueryParam(f.Name); text != "" {
				raw[f.Name] = text
			}
		}
	}
	return raw
}

func (t *table) showForm(c echo.Context, status int, f filled) error {
	props, err := t.formProps(c, f)
	if err != nil {
		return err
	}
	if web.Partial(c) {
		return web.Render(c, status, views.FormRegion(props))
	}
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, status, t.formPage(props, f.row))
}

func (t *table) formPage(props views.FormProps, row *resource.Row) templ.Component {
	if t.o.Pages.Form == nil {
		return views.Form(props)
	}
	return t.o.Pages.Form(props, recordOf(row))
}

func recordOf(row *resource.Row) *any {
	if row == nil {
		return nil
	}
	return &row.Record
}

func (t *table) formProps(c echo.Context, f filled) (views.FormProps, error) {
	p := web.Who(c)
	props := views.FormProps{
		Title: "New " + t.one(), Action: t.path(), TenantID: p.Tenant.String(), Error: f.message, Note: f.note, Submit: "Create " + t.one(),
		Cancel: t.path(), Crumbs: t.crumbs(nil),
	}
	if f.row != nil {
		id := f.row.ID.String()
		props.Title, props.Action, props.Submit = "Edit "+t.one(), t.path(id), "Save"
		props.Cancel, props.Crumbs = t.path(id), t.crumbs(f.row)
		props.Revision, props.Base = f.revision, f.base
		if props.Base == "" {
			props.Base = t.base(*f.row)
		}
		if t.Ops.Delete && may(p, t.Allow.Delete, *f.row) {
			props.Delete = t.path(id, "delete")
		}
		if t.Live.Get {
			props.Live = stream(t.path(id, "edit"), f.revision, nil)
		}
	}
	if slot := t.o.Slots.FormBefore; slot != nil {
		props.Before = slot(p, recordOf(f.row))
	}
	if slot := t.o.Slots.FormAfter; slot != nil {
		props.After = slot(p, recordOf(f.row))
	}
	var err error
	props.Groups, err = t.groups(c.Request().Context(), p, f)
	return props, err
}

// layout is the rows of the form: those of the description, then every field that they leave out.
func (t *table) layout(creating bool) [][]resource.Field {
	var rows [][]resource.Field
	placed := map[string]bool{}
	add := func(names ...string) {
		var row []resource.Field
		for _, name := range names {
			f, ok := t.Field(name)
			if ok && !placed[name] && f.Writable(creating) {
				row, placed[name] = append(row, f), true
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	for _, names := range t.Layout {
		add(names...)
	}
	for _, f := range t.Fields {
		add(f.Name)
	}
	return rows
}

func (t *table) crumbs(row *resource.Row) []views.Link {
	crumbs := []views.Link{{Text: t.Plural, Href: t.path()}}
	if row != nil {
		crumbs = append(crumbs, views.Link{Text: short(t.TitleOf(*row), 60), Href: t.path(row.ID.String())})
	}
	return crumbs
}

// firstProblem names the field to look at in a form whose groups may be folded.
func firstProblem(rows [][]views.Control) bool {
	return slices.ContainsFunc(rows, func(row []views.Control) bool {
		return slices.ContainsFunc(row, func(c views.Control) bool { return strings.TrimSpace(c.Field.Error) != "" })
	})
}
