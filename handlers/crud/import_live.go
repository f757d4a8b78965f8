package crud

import (
	"context"
	"slices"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/internal/realtime"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// importWatcher keeps the page of an import that is under way true.
type importWatcher struct {
	*table
	id   uuid.UUID
	seen string
}

func (t *table) watchImport(ctx context.Context, p *session.Principal, id, seen string) (watcher, error) {
	w := &importWatcher{table: t, seen: seen}
	if _, err := scope(p, t.Allow.Create); err != nil {
		return nil, err
	}
	var err error
	if w.id, err = uuid.Parse(id); err != nil {
		return nil, errNotFound
	}
	_, err = t.findImport(ctx, p, w.id)
	return w, err
}

func (w *importWatcher) watched() subject { return subject{table: "imports", row: w.id} }

func (w *importWatcher) changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error) {
	if !slices.Contains(named(events), w.id) {
		return nil, nil
	}
	return w.refresh(ctx, p, false)
}

func (w *importWatcher) refresh(ctx context.Context, p *session.Principal, _ bool) ([]templ.Component, error) {
	imp, err := w.findImport(ctx, p, w.id)
	if err != nil || progressOf(imp) == w.seen {
		return nil, err
	}
	w.seen = progressOf(imp)
	region, err := w.importRegion(ctx, p, imp, importView{})
	return one(patch("#import", "outerMorph", views.ImportBody(region))), err
}
