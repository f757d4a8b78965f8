package crud

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

func scopeOf(p *session.Principal) resource.Scope {
	return resource.Scope{Tenant: p.Tenant, User: p.User, Role: p.Role}
}

// scope is what the person may do by the rule; a role for which it allows nothing is refused.
func scope(p *session.Principal, rule resource.Rule) (resource.Scope, error) {
	if !rule.Somebody(p.Role) {
		return resource.Scope{}, errForbidden
	}
	return scopeOf(p), nil
}

func (t *table) door(p *session.Principal) *tenant.DB { return t.Doors.Tenant(p.Tenant).As(p.User) }

// lister is the door for a list and its count.
func (t *table) lister(p *session.Principal, q resource.Query) *tenant.DB {
	switch {
	case !q.Whole():
		return t.door(p)
	case q.After == nil:
		return t.door(p).Walk()
	}
	return t.door(p).Walk(q.After.ID, q.After.Value)
}

// get reads a row that the person may see; all others do not exist.
func (t *table) get(ctx context.Context, p *session.Principal, id uuid.UUID) (resource.Row, error) {
	s, err := scope(p, t.Allow.Read)
	if err != nil {
		return resource.Row{}, err
	}
	row, err := t.Store.Get(ctx, t.door(p), s, id)
	if errors.Is(err, pgx.ErrNoRows) {
		return row, errNotFound
	}
	return row, err
}

// forChange reads the row that the address names and sees whether the rule lets the person change it.
func (t *table) forChange(c echo.Context, rule resource.Rule) (resource.Row, error) {
	id, err := web.ID(c, "id")
	if err != nil {
		return resource.Row{}, err
	}
	p := web.Who(c)
	row, err := t.get(c.Request().Context(), p, id)
	if err != nil {
		return row, err
	}
	if !rule.Allows(p.Role, row) {
		return row, t.forbidden(p, rule)
	}
	return row, nil
}

// forbidden is why the rule does not let a person do something with a row: by the role, or, where the role may with others, by what
// the row is.
func (t *table) forbidden(p *session.Principal, rule resource.Rule) error {
	if !rule.Somebody(p.Role) {
		return errForbidden
	}
	return errs.New(errs.Forbidden, "This %s does not allow it as it is now, or not to you.", t.one())
}

// may reports whether a button for the rule is shown beside the row.
func may(p *session.Principal, rule resource.Rule, row resource.Row) bool {
	return rule.Allows(p.Role, row)
}
