package crud

import (
	"context"
	"slices"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/realtime"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// rowWatcher keeps a row's own page true, or warns the form in which it is being edited.
type rowWatcher struct {
	*table
	growing
	id   uuid.UUID
	seen string // the revision that the page shows
	form bool
	at   place  // an older part of the history does not change
	role string // as which the person sees it
}

func (w *rowWatcher) watched() string { return w.Table }

func (w *rowWatcher) changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error) {
	if !slices.ContainsFunc(events, func(e realtime.Event) bool { return e.ID == w.id }) {
		return nil, nil
	}
	return w.refresh(ctx, p, false)
}

func (w *rowWatcher) refresh(ctx context.Context, p *session.Principal, _ bool) ([]templ.Component, error) {
	w.table = w.as(p)
	row, err := w.get(ctx, p, w.id)
	gone := errs.KindOf(err) == errs.NotFound && err != nil
	if err != nil && !gone {
		return nil, err
	}
	same := w.form || w.role == p.Role
	w.role = p.Role
	if !gone && row.Revision == w.seen && same {
		return w.follow(ctx, p, row), nil
	}
	w.seen = row.Revision
	switch {
	case w.form && gone:
		return one(patch("#changed", "innerHTML", views.Changed("This "+w.one()+" was deleted meanwhile.", ""))), nil
	case w.form && row.Deleted != nil:
		return one(patch("#changed", "innerHTML", views.Changed("Somebody has moved this "+w.one()+" to the trash.", w.path(w.id.String())))), nil
	case w.form: // nothing in the form itself is touched
		return one(patch("#changed", "innerHTML", views.Changed("Somebody has saved this "+w.one()+" meanwhile.", w.path(w.id.String())))), nil
	case gone:
		w.close()
		note := views.Gone("This "+w.one()+" was deleted.", w.path(), "Go to all "+w.many())
		return one(patch("#record-"+w.id.String(), "innerHTML", note)), nil
	}
	patches := one(patch("#record-"+w.id.String(), "outerMorph", views.RecordRegion(w.record(p, row))))
	patches = append(append(patches, w.soFar()...), w.follow(ctx, p, row)...)
	if w.at.of(paramHistory) != "" {
		return patches, nil
	}
	history, err := w.history(ctx, p, row, w.at)
	if history != nil {
		patches = append(patches, patch("#history", "outerMorph", views.HistoryPanel(history)))
	}
	return patches, err
}

func one(c templ.Component) []templ.Component { return []templ.Component{c} }
