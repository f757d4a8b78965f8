package crud

import (
	"context"
	"slices"
	"time"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// rowWatcher keeps a row's own page true, or warns the form in which it is being edited.
type rowWatcher struct {
	*table
	growing
	id   uuid.UUID
	seen string // what the page shows; of a form the revision, for it has no buttons that another role takes away
	form bool
	at   place // an older part of the history does not change
}

func (w *rowWatcher) watched() subject { return subject{table: w.Table, row: w.id} }

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
	w.looked = time.Now()
	seen := row.Revision
	if !w.form {
		seen = fingerprint(p.Role, []resource.Row{row})
	}
	if !gone && seen == w.seen {
		if w.follow(ctx, p, row) {
			return w.soFar(), nil
		}
		return nil, nil
	}
	w.seen = seen
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
	w.follow(ctx, p, row)
	patches = append(patches, w.soFar()...)
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
