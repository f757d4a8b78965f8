package crud

import (
	"context"
	"net/http"
	"net/url"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// actProps is the page that asks before an action on a row.
func (t *table) actProps(a resource.Action, row *resource.Row) views.ActProps {
	return views.ActProps{
		Title: a.Label + " “" + short(t.TitleOf(*row), 60) + "”", Text: a.Confirm, Submit: a.Label,
		Action: t.path(row.ID.String(), actPart, a.Name), Cancel: t.back(*row), Crumbs: t.crumbs(row),
	}
}

func (t *table) showAct(c echo.Context, status int, props views.ActProps, a resource.Action, f filled) error {
	p := web.Who(c)
	groups, err := t.asking(a).groups(c.Request().Context(), p, f)
	if err != nil {
		return err
	}
	for _, g := range groups {
		for _, row := range g.Rows {
			for i := range row {
				row[i].Validate = "" // it is asked for by this form alone
			}
		}
	}
	props.Groups, props.Error, props.TenantID = groups, f.message, p.Tenant.String()
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, status, views.ActPage(props))
}

// refuseAct shows the form again with all that was typed.
func (t *table) refuseAct(c echo.Context, props views.ActProps, a resource.Action, f filled, err error) error {
	f.fields = errs.FieldsOf(err)
	if f.message = errs.MessageOf(err); len(f.fields) > 0 && f.message == "" {
		f.message = "Some fields need another look."
	}
	return t.showAct(c, http.StatusUnprocessableEntity, props, a, f)
}

// bulkAct runs an action on the rows that were picked, or on all that match; it asks first when the action does.
func (t *table) bulkAct(c echo.Context, a resource.Action, s state, form url.Values, matching *state, ids []uuid.UUID) error {
	p := web.Who(c)
	if _, err := scope(p, a.Allow); err != nil {
		return err
	}
	props := views.ActProps{
		Title: a.Label + " what is picked?", Text: a.Confirm, Submit: a.Label, Action: t.path("bulk"), Cancel: t.address(s), Crumbs: t.crumbs(nil),
		Keep: keepBulk(form, ids),
	}
	if form.Get("confirm") == "" && (a.Confirm != "" || len(a.Ask) > 0) {
		return t.showAct(c, http.StatusOK, props, a, filled{raw: map[string]string{}})
	}
	ctx := c.Request().Context()
	in := t.asked(ctx, p, a, form)
	if err := in.fields.Err(); err != nil {
		return t.refuseAct(c, props, a, filled{raw: in.raw}, err)
	}
	l, err := t.actOnSome(ctx, p, a, matching, ids, in.change)
	if err = t.explain(err); errs.KindOf(err) == errs.Invalid && err != nil {
		return t.refuseAct(c, props, a, filled{raw: in.raw}, err)
	}
	if err != nil {
		return err
	}
	t.sayTally(c, a.Label+": "+t.quantity(l.changed)+"."+l.said(), l)
	return c.Redirect(http.StatusSeeOther, t.address(s))
}

func (t *table) actOnSome(ctx context.Context, p *session.Principal, a resource.Action, matching *state, ids []uuid.UUID, asked *Change) (tally, error) {
	return t.several(ctx, p, matching, ids, func(ctx context.Context, ids []uuid.UUID) (tally, error) { return t.actOn(ctx, p, a, ids, asked) })
}

// keepBulk is what a page that asks carries on of a bulk form.
func keepBulk(form url.Values, ids []uuid.UUID) (keep []views.Pair) {
	for _, name := range []string{"action", "state", "all"} {
		keep = append(keep, views.Pair{Name: name, Value: form.Get(name)})
	}
	for _, id := range ids {
		keep = append(keep, views.Pair{Name: "ids", Value: id.String()})
	}
	return append(keep, views.Pair{Name: "confirm", Value: "true"})
}
