package crud

import (
	"context"
	"maps"
	"slices"

	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// find looks, in one round trip, in every list that has a search box, as the person may read it.
func (e *Engine) find(ctx context.Context, p *session.Principal, q string, most int) ([]plugin.Found, error) {
	if !plugin.Findable(q) {
		return nil, nil
	}
	var calls []tenant.Call
	var all []plugin.Found
	for _, name := range slices.Sorted(maps.Keys(e.byTable)) {
		t := e.byTable[name].as(p) // who may read no column that is searched has no box
		if len(t.List.Search) == 0 || !t.Ops.List || !t.Ops.Get || !t.Allow.Read.Somebody(p.Role) {
			continue
		}
		s := t.unfiltered()
		s.search = q
		query, err := t.query(p, s)
		if err != nil {
			return nil, err
		}
		query.Limit = most
		calls = append(calls, func(on tenant.Statements) error {
			rows, err := t.Store.List(ctx, on, query)
			all = append(all, resource.Map(rows, t.found)...)
			return err
		})
	}
	if len(calls) == 0 {
		return nil, nil
	}
	return all, e.Doors.Tenant(p.Tenant).As(p.User).Together(ctx, calls...)
}

func (t *table) found(r resource.Row) plugin.Found {
	return plugin.Found{Kind: t.Plural, Title: short(t.TitleOf(r), cellLength), Href: t.path(r.ID.String())}
}
