package crud

import (
	"context"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// offer is what a relation may point to, and the address that searches in it; nil for what the person may not choose.
func (t *table) offer(role string, f resource.Field) (resource.Offer, string) {
	if f.Offer != nil {
		return f.Offer, t.path("options") + "?" + url.Values{"field": {f.Name}, "as": {f.Name}}.Encode()
	}
	target, ok := t.byTable[f.Target]
	if !ok || target.Store.Options == nil || !target.Allow.Read.Somebody(role) {
		return nil, ""
	}
	return target.Store.Options, target.path("options") + "?" + url.Values{"as": {f.Name}}.Encode()
}

// offerFor is the offer that an address asks for: of one relation of the table, or of the table itself.
func (t *table) offerFor(p *session.Principal, field string) (resource.Offer, resource.Scope, error) {
	if field == "" {
		s, err := scope(p, t.Allow.Read)
		if err == nil && t.Store.Options == nil {
			err = errNotFound
		}
		return t.Store.Options, s, err
	}
	f, ok := t.Field(field)
	if !ok || f.Offer == nil || f.Readonly {
		return nil, resource.Scope{}, errNotFound
	}
	if !t.Allow.Create.Somebody(p.Role) && !t.Allow.Update.Somebody(p.Role) {
		return nil, resource.Scope{}, errForbidden
	}
	return f.Offer, scopeOf(p), nil
}

func limit(f resource.Field) int {
	if f.Limit > 0 {
		return f.Limit
	}
	return offered
}

// accept refuses relations to rows that are not offered: only what was chosen anew is looked at.
func (t *table) accept(ctx context.Context, change *Change, fields errs.Fields) {
	for _, f := range t.Fields {
		id, ok := change.Values[f.Name].(uuid.UUID)
		if f.Kind != resource.Relation || !ok || !f.Writable(change.Old == nil) || change.Old != nil && change.Old.Values[f.Name] == id {
			continue
		}
		if _, pages := t.byTable[f.Target]; f.Offer == nil && !pages {
			continue // the foreign key says whether it is there
		}
		offer, _ := t.offer(change.Role, f)
		if offer != nil {
			found, err := offer(ctx, t.Doors.Tenant(change.Tenant), change.Scope, resource.Find{IDs: []uuid.UUID{id}, Limit: 1})
			if err == nil && len(found) == 1 {
				continue
			}
			if err != nil {
				t.Log.ErrorContext(ctx, "what a relation offers cannot be read", "table", t.Table, "field", f.Name, "error", err)
			}
		}
		fields.Add(f.Name, t.notOffered(f))
	}
}

// notOffered says it as the foreign key would: nobody learns whether there is such a row.
func (t *table) notOffered(f resource.Field) string {
	for _, c := range t.Constraints {
		if c.Field == f.Name && strings.HasSuffix(c.Name, "_fkey") {
			return c.Message
		}
	}
	return "Choose one of the list."
}
