package crud

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/google/uuid"

	"stoa/internal/resource"
	"stoa/internal/session"
)

// included are the relations whose rows are asked for: each costs one query, whatever the number of rows,
// and none of them has further ones.
func (t *table) included(q url.Values) ([]resource.Field, error) {
	text := q.Get(paramInclude)
	if text == "" {
		return nil, nil
	}
	var fields []resource.Field
	for name := range strings.SplitSeq(text, ",") {
		f, ok := t.includable(name)
		twice := slices.ContainsFunc(fields, func(g resource.Field) bool { return g.Name == f.Name })
		if !ok || twice || t.byTable[f.Target] == nil {
			return nil, badParam(paramInclude)
		}
		fields = append(fields, f)
	}
	return fields, nil
}

// includable is the field of a relation that can be included: owner_id for owner.
func (t *table) includable(name string) (resource.Field, bool) {
	if !slices.Contains(t.Include, name) {
		return resource.Field{}, false
	}
	if f, ok := t.Field(name + idSuffix); ok {
		return f, true
	}
	return t.Field(name)
}

const idSuffix = "_id"

// related are rows that others point to, by field and id, as the API writes them.
type related map[string]map[uuid.UUID][]byte

// related reads what the rows point to, by the rules of those tables: what the person or the token may not see is left out.
func (t *table) related(ctx context.Context, p *session.Principal, rows []resource.Row, include []resource.Field) (related, error) {
	all := related{}
	for _, f := range include {
		target := t.target(p, f.Target)
		s, err := scope(p, target.Allow.Read)
		if err != nil || !p.May(target.Table, scopeRead) {
			continue
		}
		var ids []uuid.UUID
		for _, row := range rows {
			if id, ok := row.Values[f.Name].(uuid.UUID); ok && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) == 0 {
			continue
		}
		q := resource.Query{Scope: s, IDs: ids, Sort: resource.Sort{Field: resource.Key}, Limit: len(ids)}
		if target.o.Steps.Scope != nil {
			target.o.Steps.Scope(p, &q)
		}
		found, err := target.Store.List(ctx, t.door(p), q)
		if err != nil {
			return nil, err
		}
		all[f.Name] = map[uuid.UUID][]byte{}
		for _, row := range found {
			all[f.Name][row.ID] = target.appendRow(nil, row, nil, nil)
		}
	}
	return all, nil
}

func (r related) append(b []byte, row resource.Row, include []resource.Field) []byte {
	b = append(b, '{')
	for i, f := range include {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), strings.TrimSuffix(f.Name, idSuffix)...), `":`...)
		id, _ := row.Values[f.Name].(uuid.UUID)
		if found, ok := r[f.Name][id]; ok {
			b = append(b, found...)
		} else {
			b = append(b, "null"...)
		}
	}
	return append(b, '}')
}
