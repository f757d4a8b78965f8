package crud

import (
	"context"
	"io"
	"slices"
	"strconv"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
	views "stoa/views/crud"
)

// listWatcher keeps the rows of one page of a list true.
type listWatcher struct {
	*table
	state state
	place string // the address of the page
	seen  string
	shown []uuid.UUID // the rows that the page has, in its order
	news  int         // rows that match and stand on another page
	same  string      // the key of all that, once it was asked for
}

func (w *listWatcher) watched() subject { return w.subject(w.state.typed) }

// refresh sends all rows of the page, unless it has just been loaded and shows them already. When many pages open at once,
// as after a restart, those that show the same look once.
func (w *listWatcher) refresh(ctx context.Context, p *session.Principal, first bool) ([]templ.Component, error) {
	w.table = w.as(p)
	w.same = ""
	if !first {
		return w.share(ctx, p, " anew", nil, (*listWatcher).anew)
	}
	return w.shareFirst(ctx, p)
}

// changed patches the rows that the events name.
func (w *listWatcher) changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error) {
	w.table = w.as(p)
	return w.share(ctx, p, "", named(events), (*listWatcher).patches)
}

func (w *listWatcher) first(ctx context.Context, p *session.Principal, _ []uuid.UUID) ([]templ.Component, error) {
	var page found
	q, err := w.query(p, w.state)
	if err == nil {
		err = w.findRows(ctx, p, w.state, q, &page)
	}
	if err == nil {
		err = w.note(ctx, p, page.rows)
	}
	if err != nil {
		return nil, err
	}
	if w.seen != fingerprint(p.Role, page.rows) {
		return w.anew(ctx, p, nil)
	}
	w.shown = resource.Map(page.rows, rowID)
	return nil, nil
}

func (w *listWatcher) anew(ctx context.Context, p *session.Principal, _ []uuid.UUID) ([]templ.Component, error) {
	q, err := w.query(p, w.state)
	if err != nil {
		return nil, err
	}
	page, err := w.find(ctx, p, w.state, q)
	if err == nil {
		err = w.note(ctx, p, page.rows)
	}
	if err != nil {
		return nil, err
	}
	w.shown, w.news = resource.Map(page.rows, rowID), 0
	patches := []templ.Component{
		patch(w.body(), "innerMorph", views.Rows(w.rows(p, page.rows, w.state.trash()))), patch("#news", "innerHTML", views.Words("")),
	}
	return append(patches, w.figures(page)...), nil
}

// patches brings rows up to date, as the person sees them now: a row of the page is replaced, or
// taken away when it is gone or matches no more; a new one joins at its place.
func (w *listWatcher) patches(ctx context.Context, p *session.Principal, ids []uuid.UUID) ([]templ.Component, error) {
	if len(ids) > manyAtOnce {
		return w.anew(ctx, p, nil)
	}
	matching, page, err := w.look(ctx, p, ids)
	if err != nil {
		return nil, err
	}
	var patches []templ.Component
	var joining []uuid.UUID
	before := len(w.shown)
	columns := w.columns(state{})
	for _, id := range ids {
		row, ok := matching[id]
		at := slices.Index(w.shown, id)
		switch {
		case ok && at >= 0:
			patches = append(patches, patch("#"+w.rowID(id.String()), "outerMorph", views.ListRow(w.row(p, row, columns, w.state.trash()))))
		case ok:
			joining = append(joining, id)
		case at >= 0:
			w.shown = slices.Delete(w.shown, at, at+1)
			patches = append(patches, patch("#"+w.rowID(id.String()), "delete", views.Words("")))
		}
	}
	if len(joining) > 0 {
		patches = append(patches, w.join(p, page, joining, columns)...)
	}
	if before > 0 && len(w.shown) == 0 {
		none := views.NoRows(strconv.Itoa(len(columns)+2), "Nothing is left on this page.")
		patches = append(patches, patch(w.body(), "innerHTML", none))
	}
	if len(patches) == 0 {
		return nil, nil
	}
	return append(patches, w.figures(page)...), nil
}

// look reads, in one round trip where it can, the rows among ids that the list would show on one of its pages, and its own
// page as it is now.
func (w *listWatcher) look(ctx context.Context, p *session.Principal, ids []uuid.UUID) (matching map[uuid.UUID]resource.Row, page found, err error) {
	q, err := w.query(p, w.state)
	if err != nil {
		return nil, page, err
	}
	only := q
	only.After, only.IDs, only.Limit = nil, ids, len(ids)
	var rows []resource.Row
	page, err = w.find(ctx, p, w.state, q, func(on tenant.Statements) (err error) {
		rows, err = w.Store.List(ctx, on, only)
		return err
	})
	if err == nil {
		err = w.note(ctx, p, page.rows, rows)
	}
	matching = map[uuid.UUID]resource.Row{}
	for _, r := range rows {
		matching[r.ID] = r
	}
	return matching, page, err
}

// join puts rows where the page, as it is now, has them; the others are counted in a note. Rows that are pushed beyond the
// page's end go.
func (w *listWatcher) join(p *session.Principal, page found, joining []uuid.UUID, columns []views.Column) []templ.Component {
	var patches []templ.Component
	if len(w.shown) == 0 {
		patches = append(patches, patch("#no-rows", "delete", views.Words("")))
	}
	joined := 0
	for i, r := range page.rows {
		if !slices.Contains(joining, r.ID) {
			continue
		}
		target, swap := w.body(), "afterbegin"
		for j := i - 1; j >= 0; j-- { // behind the nearest row above that the page has
			if at := slices.Index(w.shown, page.rows[j].ID); at >= 0 {
				target, swap = "#"+w.rowID(page.rows[j].ID.String()), "afterend"
				w.shown = slices.Insert(w.shown, at+1, r.ID)
				break
			}
		}
		if swap == "afterbegin" {
			w.shown = slices.Insert(w.shown, 0, r.ID)
		}
		joined++
		patches = append(patches, patch(target, swap, views.ListRow(w.row(p, r, columns, w.state.trash()))))
	}
	for len(w.shown) > w.List.Page {
		last := w.shown[len(w.shown)-1]
		w.shown = w.shown[:len(w.shown)-1]
		patches = append(patches, patch("#"+w.rowID(last.String()), "delete", views.Words("")))
	}
	if w.news += len(joining) - joined; len(joining) > joined {
		text := w.quantity(int64(w.news)) + " changed or joined on other pages."
		patches = append(patches, patch("#news", "innerHTML", views.News(text, w.address(w.state))))
	}
	return patches
}

// figures are the numbers of the tabs and below the list, if there are any.
func (w *listWatcher) figures(page found) []templ.Component {
	if !w.counted() {
		return nil
	}
	return []templ.Component{
		patch("#tabs", "outerMorph", views.Tabs(w.tabs(w.state, page.counts))),
		patch("#count", "innerHTML", views.Words(w.countText(w.state, found{counts: page.counts}))),
	}
}

func (w *listWatcher) body() string { return "#rows-" + w.Table }

func rowID(r resource.Row) uuid.UUID { return r.ID }

// named are the rows that the events concern, each once.
func named(events []realtime.Event) []uuid.UUID {
	var ids []uuid.UUID
	for _, e := range events {
		if !slices.Contains(ids, e.ID) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// patch replaces one place of an open page.
func patch(target, swap string, content templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, out io.Writer) error {
		return views.Patch(target, swap).Render(templ.WithChildren(ctx, content), out)
	})
}
