package crud

import (
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

func (t *table) detail(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	p := web.Who(c)
	row, err := t.get(c.Request().Context(), p, id)
	if err != nil {
		return err
	}
	show := func() error { return t.showDetail(c, row) }
	if t.o.Handlers.Detail != nil {
		return t.o.Handlers.Detail(Request{Context: c, Who: p, Row: &row}, show)
	}
	return show()
}

func (t *table) showDetail(c echo.Context, row resource.Row) error {
	p, ctx := web.Who(c), c.Request().Context()
	record := t.record(p, row)
	if web.Partial(c) {
		return web.Render(c, http.StatusOK, views.RecordRegion(record))
	}
	props := views.DetailProps{Record: record, Crumbs: t.crumbs(nil)}
	at := t.placeOf(c.QueryParams())
	if t.Live.Get {
		props.Live = stream(t.path(row.ID.String()), fingerprint(p.Role, []resource.Row{row}), at)
	}
	if t.o.Slots.DetailAside != nil {
		props.Aside = t.o.Slots.DetailAside(p, row.Record)
	}
	for _, panel := range t.Panels {
		child := t.childOf(p, panel)
		if child == nil {
			continue
		}
		shown, seen, err := t.panel(ctx, p, panel, row.ID, at)
		if err != nil {
			return err
		}
		props.Panels = append(props.Panels, shown)
		if child.Live.List {
			props.Live = joined(props.Live, stream(t.path(row.ID.String(), panel.Table), seen, at))
		}
	}
	var err error
	if props.History, err = t.history(ctx, p, row, at); err != nil {
		return err
	}
	if props.Page, err = t.Site.Page(c, record.Title); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, t.detailPage(props, row))
}

func (t *table) detailPage(props views.DetailProps, row resource.Row) templ.Component {
	if t.o.Pages.Detail == nil {
		return views.Detail(props)
	}
	return t.o.Pages.Detail(props, row.Record)
}

// stream is the address of the stream that keeps a page live, which shows what was seen, at that place.
func stream(path, seen string, at place) string {
	q := url.Values{paramSeen: {seen}}
	maps.Copy(q, at)
	topic := path + "?" + q.Encode()
	return "/events?topic=" + url.QueryEscape(topic)
}

// joined is one stream for what two would carry. What is beyond the bound of topics is as true as its page was.
func joined(first, second string) string {
	if first == "" {
		return second
	}
	if strings.Count(first, "topic=") >= maxTopics {
		return first
	}
	return first + "&" + strings.TrimPrefix(second, "/events?")
}

// record prepares the row's own page.
func (t *table) record(p *session.Principal, row resource.Row) views.Record {
	id := row.ID.String()
	r := views.Record{DOM: "record-" + id, Title: t.TitleOf(row), TenantID: p.Tenant.String()}
	for _, f := range t.of(p, &row).Fields {
		if f.Shown() && (f.Name != t.Title || t.Called != "") {
			fact := views.Fact{Label: f.Label, Cell: t.cell(f, row, false)}
			if f.Name == t.Stream {
				fact.DOM = textID(id)
			}
			r.Facts = append(r.Facts, fact)
		}
	}
	if row.Deleted != nil {
		r.Trash = web.Moment(*row.Deleted, "datetime")
		if t.Ops.Delete && may(p, t.Allow.Delete, row) {
			r.Restore, r.Delete = t.path(id, "restore"), t.path(id, "delete")
		}
		return r
	}
	r.Acts = t.acts(p, row)
	if t.Ops.Update && may(p, t.Allow.Update, row) {
		r.Edit = t.path(id, "edit")
	}
	if t.Ops.Delete && may(p, t.Allow.Delete, row) {
		r.Delete = t.path(id, "delete")
	}
	return r
}
