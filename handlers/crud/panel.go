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

// panel is a page of the rows of a child table that belong to a row, from the cursor on; seen says which they are. ok is false when
// the person may not see that table.
func (t *table) panel(ctx context.Context, p *session.Principal, panel resource.Panel, id uuid.UUID, cursor string) (shown views.Panel, seen string, ok bool, err error) {
	child := t.target(p, panel.Table)
	if child == nil || !child.Allow.Read.Somebody(p.Role) || child.Store.List == nil {
		return shown, "", false, nil
	}
	s := child.unfiltered()
	s.filters[panel.By], s.typed[panel.By] = id.String(), id
	if err := child.parseCursors(&s, url.Values{paramAfter: {cursor}}); err != nil {
		return shown, "", false, err
	}
	q, err := child.query(p, s)
	if err != nil {
		return shown, "", false, err
	}
	q.Limit = panelRows + 1
	rows, err := child.Store.List(ctx, t.door(p), q)
	if err != nil {
		return shown, "", false, err
	}
	seen = fingerprint(rows)
	s.after = nil
	shown = views.Panel{
		DOM: "panel-" + child.Table, Title: child.Plural, Columns: child.columns(state{}), Empty: "No " + child.many() + " yet.",
		All: views.Link{Text: "All " + child.many(), Href: child.address(s)},
	}
	here := func(after string) string {
		return t.path(id.String()) + "?" + url.Values{panel.Table: {after}}.Encode() + "#" + shown.DOM
	}
	if len(rows) > panelRows {
		rows = rows[:panelRows]
		shown.Next = here(resource.CursorOf(rows[panelRows-1], s.sort.Field).String())
	}
	if cursor != "" {
		shown.First, shown.Empty = t.path(id.String())+"#"+shown.DOM, "Nothing is left on this page."
	}
	shown.Rows = child.rows(p, rows, false)
	for i := range shown.Columns {
		shown.Columns[i].Sort = ""
	}
	for i := range shown.Rows {
		shown.Rows[i].Pick = false
	}
	if child.Ops.Create && child.Allow.Create.Somebody(p.Role) {
		shown.New = views.Link{Text: "New " + child.one(), Href: child.path("new") + "?" + url.Values{panel.By: {id.String()}}.Encode()}
	}
	return shown, seen, true, nil
}

// panelWatcher keeps a panel on the page of a row true.
type panelWatcher struct {
	*table
	panel  resource.Panel
	id     uuid.UUID // of the row
	cursor string
	seen   string
}

// watchPanel reads the topic of a panel, /boards/{id}/cards. It may be watched by who may read the row.
func (t *table) watchPanel(ctx context.Context, p *session.Principal, id uuid.UUID, panel resource.Panel, q url.Values, seen string) (watcher, error) {
	t = t.as(p)
	if child := t.target(p, panel.Table); child == nil || !child.Live {
		return nil, errNotFound
	}
	w := &panelWatcher{table: t, panel: panel, id: id, cursor: q.Get(paramAfter), seen: seen}
	_, _, ok, err := w.now(ctx, p)
	if err == nil && !ok {
		err = errNotFound
	}
	return w, err
}

// now reads the panel in the scope of who may still read its row.
func (w *panelWatcher) now(ctx context.Context, p *session.Principal) (shown views.Panel, seen string, ok bool, err error) {
	if _, err := w.get(ctx, p, w.id); err != nil {
		return shown, "", false, err
	}
	return w.table.panel(ctx, p, w.panel, w.id, w.cursor)
}

func (w *panelWatcher) watched() string { return w.panel.Table }

func (w *panelWatcher) refresh(ctx context.Context, p *session.Principal, _ bool) ([]templ.Component, error) {
	w.table = w.as(p)
	shown, seen, ok, err := w.now(ctx, p)
	switch {
	case err != nil && errs.KindOf(err) == errs.NotFound:
		return nil, nil //nolint:nilerr // whoever watches the row says that it is gone
	case err != nil:
		return nil, err
	case !ok || seen == w.seen:
		return nil, nil
	}
	w.seen = seen
	return one(patch("#"+shown.DOM, "outerMorph", views.Related(shown))), nil
}

func (w *panelWatcher) changed(ctx context.Context, p *session.Principal, _ []realtime.Event) ([]templ.Component, error) {
	return w.refresh(ctx, p, false)
}
