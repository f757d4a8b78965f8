package crud

import (
	"context"
	"net/http"
	"slices"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
	views "stoa/views/crud"
)

// found is one page of a list.
type found struct {
	rows           []resource.Row
	previous, next bool
	counts         resource.Counts
}

func (t *table) list(c echo.Context) error {
	s, err := t.parse(c.QueryParams())
	if err != nil {
		return err
	}
	p := web.Who(c)
	q, err := t.query(p, s)
	if err != nil {
		return err
	}
	show := func() error { return t.showList(c, s, q) }
	if t.o.Handlers.List != nil {
		return t.o.Handlers.List(Request{Context: c, Who: p, Query: q}, show)
	}
	return show()
}

func (t *table) showList(c echo.Context, s state, q resource.Query) error {
	ctx, p := c.Request().Context(), web.Who(c)
	page, err := t.find(ctx, p, s, q)
	if err == nil {
		err = t.note(ctx, p, page.rows)
	}
	if err != nil {
		return err
	}
	props := views.ListProps{Title: t.Plural, Help: t.Help, Region: t.region(p, s, page)}
	if t.Ops.Export {
		props.Export = views.Link{Text: "Export", Href: t.exportAddress(s)}
	}
	if web.Partial(c) {
		return web.Render(c, http.StatusOK, views.ListAnswer(props))
	}
	props.Import = t.importAddress(p)
	props.New = t.newFor(p, s, t.parentField())
	if t.o.Slots.New != nil {
		props.New = t.o.Slots.New(p)
	}
	if t.o.Slots.ListHeader != nil {
		if props.Header, err = t.o.Slots.ListHeader(ctx, p); err != nil {
			return err
		}
	}
	if props.Page, err = t.Site.Page(c, t.Plural); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, t.listPage(props, page.rows))
}

// parentField is the field that holds a row's parent, or "".
func (t *table) parentField() string {
	for _, f := range t.Fields {
		if f.Target != "" && f.Target == t.Parent {
			return f.Name
		}
	}
	return ""
}

func (t *table) listPage(props views.ListProps, rows []resource.Row) templ.Component {
	if t.o.Pages.List == nil {
		return views.List(props)
	}
	return t.o.Pages.List(props, resource.Map(rows, func(r resource.Row) any { return r.Record }))
}

// counted reports whether the list says how many rows there are.
func (t *table) counted() bool { return t.List.Count > 0 && t.Store.Count != nil }

// find reads one page and the counts, and what more is asked, in one round trip unless the page is read backwards.
func (t *table) find(ctx context.Context, p *session.Principal, s state, q resource.Query, more ...tenant.Call) (found, error) {
	var page found
	calls := more
	if t.counted() {
		calls = append(calls, func(on tenant.Statements) (err error) {
			page.counts, err = t.Store.Count(ctx, on, q, t.List.Count+1)
			return err
		})
	}
	if s.before != nil {
		err := t.findRows(ctx, p, s, q, &page)
		if err == nil && len(calls) > 0 {
			err = t.door(p).Together(ctx, calls...)
		}
		return page, err
	}
	rows := q
	rows.Limit = t.List.Page + 1
	err := t.lister(p, q).Together(ctx, append(calls, func(on tenant.Statements) (err error) {
		page.rows, err = t.Store.List(ctx, on, rows)
		return err
	})...)
	t.cut(&page, rows)
	return page, err
}

// note fills in what the plugin says behind the titles of rows; it is asked once for all of them.
func (t *table) note(ctx context.Context, p *session.Principal, lists ...[]resource.Row) error {
	ids := resource.Map(slices.Concat(lists...), rowID)
	if t.o.Slots.Notes == nil || len(ids) == 0 {
		return nil
	}
	notes, err := t.o.Slots.Notes(ctx, p, ids)
	for _, rows := range lists {
		for i := range rows {
			rows[i].Note = notes[rows[i].ID]
		}
	}
	return err
}

// findRows reads one page. One row more than a page holds tells whether there is another page.
func (t *table) findRows(ctx context.Context, p *session.Principal, s state, q resource.Query, page *found) (err error) {
	q.Limit = t.List.Page + 1
	if s.before != nil {
		back := q
		back.Sort.Desc, back.After = !q.Sort.Desc, s.before
		if page.rows, err = t.Store.List(ctx, t.lister(p, back), back); err != nil {
			return err
		}
		if len(page.rows) == q.Limit {
			page.rows = page.rows[:t.List.Page]
			slices.Reverse(page.rows)
			page.previous, page.next = true, true
			return nil
		} // else it is the first page, and shown whole
	}
	if page.rows, err = t.Store.List(ctx, t.lister(p, q), q); err != nil {
		return err
	}
	t.cut(page, q)
	return nil
}

// cut takes the row away that tells of another page.
func (t *table) cut(page *found, q resource.Query) {
	page.previous = q.After != nil
	if len(page.rows) == q.Limit {
		page.rows, page.next = page.rows[:t.List.Page], true
	}
}
