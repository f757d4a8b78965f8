package crud

import (
	"context"
	"net/url"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// panelRows is how many rows of a child table stand on the page of their parent.
const panelRows = 10

// childOf is the table of a panel as the person has it; nil when the page of a row shows him none of it.
func (t *table) childOf(p *session.Principal, panel resource.Panel) *table {
	child := t.target(p, panel.Table)
	if child == nil || child.Store.List == nil || !child.Allow.Read.Somebody(p.Role) {
		return nil
	}
	return child
}

// belonging is the list of the rows of a panel that belong to a row, from a cursor on.
func (t *table) belonging(by string, id uuid.UUID, cursor string) (state, error) {
	s := t.unfiltered()
	s.filters[by], s.typed[by] = id.String(), id
	return s, t.parseCursors(&s, url.Values{paramAfter: {cursor}})
}

// panel is a page of the rows of a child table that belong to a row; seen says which they are.
func (t *table) panel(ctx context.Context, p *session.Principal, panel resource.Panel, id uuid.UUID, at place) (shown views.Panel, seen string, err error) {
	child, cursor := t.childOf(p, panel), at.of(panel.Table)
	s, err := child.belonging(panel.By, id, cursor)
	if err != nil {
		return shown, "", err
	}
	q, err := child.query(p, s)
	if err != nil {
		return shown, "", err
	}
	q.Limit = panelRows + 1
	rows, err := child.Store.List(ctx, t.door(p), q)
	if err != nil {
		return shown, "", err
	}
	seen = fingerprint(p.Role, rows)
	s.after = nil
	shown = views.Panel{
		DOM: panelID(panel), Title: child.Plural, Empty: "No " + child.many() + " yet.", New: child.newFor(p, s, panel.By),
		All: views.Link{Text: "All " + child.many(), Href: child.address(s)},
	}
	if len(rows) > panelRows {
		rows = rows[:panelRows]
		shown.Next = t.turned(id, at, panel.Table, resource.CursorOf(rows[panelRows-1], s.sort.Field).String()) + "#" + shown.DOM
	}
	if cursor != "" {
		shown.First, shown.Empty = t.turned(id, at, panel.Table, "")+"#"+shown.DOM, "Nothing is left on this page."
	}
	shown.Columns, shown.Rows = child.excerpt(p, s, rows)
	return shown, seen, nil
}

func panelID(panel resource.Panel) string { return "panel-" + panel.Table }

// excerpt is rows within another page: nothing there sorts them or does something with several of them.
func (t *table) excerpt(p *session.Principal, s state, rows []resource.Row) ([]views.Column, []views.Row) {
	columns, shown := t.columns(s), t.rows(p, rows, false)
	for i, c := range columns {
		columns[i] = views.Column{Label: c.Label, Number: c.Number, Minor: c.Minor}
	}
	for i := range shown {
		shown[i].Pick = false
	}
	return columns, shown
}

// newFor is the way to a new row for those who may make one; of the list of one parent's rows it is made for that parent.
func (t *table) newFor(p *session.Principal, s state, parent string) views.Link {
	if !t.Ops.Create || !t.Allow.Create.Somebody(p.Role) {
		return views.Link{}
	}
	link := views.Link{Text: "New " + t.one(), Href: t.path("new")}
	if id := s.filters[parent]; id != "" {
		link.Href += "?" + url.Values{parent: {id}}.Encode()
	}
	return link
}

// panelWatcher keeps a panel on the page of a row true.
type panelWatcher struct {
	*table
	panel resource.Panel
	of    subject
	id    uuid.UUID // of the row
	at    place
	seen  string
}

// watchPanel reads the topic of a panel, /boards/{id}/cards. It may be watched by who may read the row.
func (t *table) watchPanel(ctx context.Context, p *session.Principal, id uuid.UUID, panel resource.Panel, q url.Values, seen string) (watcher, error) {
	t = t.as(p)
	child := t.childOf(p, panel)
	if child == nil || !child.Live.List {
		return nil, errNotFound
	}
	at := t.placeOf(q)
	if _, err := child.belonging(panel.By, id, at.of(panel.Table)); err != nil {
		return nil, err
	}
	_, err := t.get(ctx, p, id)
	return &panelWatcher{table: t, panel: panel, of: child.subject(resource.Values{panel.By: id}), id: id, at: at, seen: seen}, err
}

func (w *panelWatcher) watched() subject { return w.of }

// refresh reads the panel in the scope of who may still read its row.
func (w *panelWatcher) refresh(ctx context.Context, p *session.Principal, _ bool) ([]templ.Component, error) {
	w.table = w.as(p)
	if w.childOf(p, w.panel) == nil {
		w.seen = ""
		return one(patch("#"+panelID(w.panel), "delete", views.Words(""))), nil
	}
	_, err := w.get(ctx, p, w.id)
	if errs.KindOf(err) == errs.NotFound && err != nil {
		return nil, nil //nolint:nilerr // whoever watches the row says that it is gone
	}
	if err != nil {
		return nil, err
	}
	shown, seen, err := w.table.panel(ctx, p, w.panel, w.id, w.at)
	if err != nil || seen == w.seen {
		return nil, err
	}
	w.seen = seen
	return one(patch("#"+shown.DOM, "outerMorph", views.Related(shown))), nil
}

func (w *panelWatcher) changed(ctx context.Context, p *session.Principal, _ []realtime.Event) ([]templ.Component, error) {
	return w.refresh(ctx, p, false)
}
