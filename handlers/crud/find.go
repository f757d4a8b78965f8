package crud

import (
	"context"
	"maps"
	"slices"

	"stoa/internal/plugin"
	"stoa/internal/session"
)

// find looks in every list that has a search box, as the person may read it.
func (e *Engine) find(ctx context.Context, p *session.Principal, q string, most int) ([]plugin.Found, error) {
	var all []plugin.Found
	if !findable(q) {
		return nil, nil
	}
	for _, name := range slices.Sorted(maps.Keys(e.byTable)) {
		t := e.byTable[name]
		if len(t.List.Search) == 0 || !t.Ops.List || !t.Ops.Get || !t.Allow.Read.Somebody(p.Role) {
			continue
		}
		t = t.as(p)
		s := t.unfiltered()
		s.search = q
		query, err := t.query(p, s)
		if err != nil {
			return nil, err
		}
		query.Limit = most
		rows, err := t.Store.List(ctx, t.door(p), query)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			all = append(all, plugin.Found{Kind: t.Plural, Title: short(t.TitleOf(r), cellLength), Href: t.path(r.ID.String())})
		}
	}
	return all, nil
}
