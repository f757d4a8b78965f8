package crud

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// Act does what an @action promises with one row, in the transaction of all rows that it was asked for. Its change has the
// row as it is and the values of the fields that the action asks for. An error undoes it; one of errs.Invalid goes back into
// the form.
type Act func(context.Context, pgx.Tx, *Change) error

// actPart is the part of an address before the name of an action.
const actPart = "do"

func (t *table) actRoutes(g *echo.Group, base string) {
	if len(t.Actions) > 0 {
		at := base + "/:id/" + actPart + "/:action"
		g.GET(at, t.by((*table).actForm))
		g.POST(at, t.by((*table).act))
	}
}

// actsInBulk reports whether some action is for several rows at once.
func (t *table) actsInBulk() bool {
	return slices.ContainsFunc(t.Actions, func(a resource.Action) bool { return a.Bulk })
}

func (t *table) action(name string) (resource.Action, bool) {
	i := slices.IndexFunc(t.Actions, func(a resource.Action) bool { return a.Name == name })
	if i < 0 {
		return resource.Action{}, false
	}
	return t.Actions[i], true
}

// acts are the buttons of a row: those that ask nothing act at once, the others lead to a form.
func (t *table) acts(p *session.Principal, row resource.Row) (list []views.Act) {
	if row.Deleted != nil {
		return nil
	}
	for _, a := range t.Actions {
		if may(p, a.Allow, row) {
			list = append(list, views.Act{Label: a.Label, Href: t.path(row.ID.String(), actPart, a.Name), Asks: a.Confirm != "" || len(a.Ask) > 0})
		}
	}
	return list
}

// forAct reads the row and the action that the address names.
func (t *table) forAct(c echo.Context) (a resource.Action, row resource.Row, err error) {
	a, ok := t.action(c.Param("action"))
	if !ok {
		return a, row, errNotFound
	}
	row, err = t.inUse(c, a.Allow)
	return a, row, err
}

func (t *table) actForm(c echo.Context) error {
	a, row, err := t.forAct(c)
	if err != nil {
		return err
	}
	return t.showAct(c, http.StatusOK, t.actProps(a, &row), a, filled{raw: map[string]string{}})
}

func (t *table) act(c echo.Context) error {
	a, row, err := t.forAct(c)
	if err != nil {
		return err
	}
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	ctx, p := c.Request().Context(), web.Who(c)
	in := t.asked(ctx, p, a, form)
	again := filled{raw: in.raw, fields: in.fields}
	if err = in.fields.Err(); err == nil {
		_, err = t.actOn(ctx, p, a, []uuid.UUID{row.ID}, in.change)
	}
	if err = t.explain(err); errs.KindOf(err) == errs.Invalid && err != nil {
		return t.refuseAct(c, t.actProps(a, &row), a, again, err)
	}
	if err != nil {
		return err
	}
	t.Site.Flash(c, a.Label+": “"+short(t.TitleOf(row), 60)+"”.")
	return c.Redirect(http.StatusSeeOther, t.back(row))
}

// back is the row's page, or the list of a resource that has none.
func (t *table) back(row resource.Row) string {
	if !t.Ops.Get {
		return t.path()
	}
	return t.path(row.ID.String())
}

// asking is the table as a form that has the fields of an action alone, each as a new row would have it.
func (t *table) asking(a resource.Action) *table {
	ask := *t
	ask.o.Steps, ask.Layout, ask.Fields = Steps{}, nil, nil
	for _, name := range a.Ask {
		if f, ok := t.Field(name); ok {
			f.Immutable, f.Group = false, ""
			ask.Fields = append(ask.Fields, f)
		}
	}
	return &ask
}

func (t *table) asked(ctx context.Context, p *session.Principal, a resource.Action, form url.Values) input {
	return t.asking(a).read(ctx, form, newChange(p))
}

// actOn runs the action on rows in one transaction and says on how many: rows that are not there any more, or on which the
// person may not do it, are passed over. What the action refuses for one of several names that row.
func (t *table) actOn(ctx context.Context, p *session.Principal, a resource.Action, ids []uuid.UUID, asked *Change) (l tally, err error) {
	var done []*Change
	err = t.door(p).InTx(ctx, func(tx pgx.Tx) error {
		for _, id := range ids {
			change := newChange(p)
			change.ID, change.Values, change.revision = id, asked.Values, asked.revision
			if err := t.unchanged(ctx, tx, change); err != nil {
				return err
			}
			row, err := t.Store.Get(ctx, tx, change.Scope, id)
			why := t.refusedRow(p, a.Allow, row, false, err)
			if why != nil && errs.KindOf(why) == errs.Internal {
				return why
			}
			if why != nil {
				title := ""
				if err == nil {
					title = t.TitleOf(row)
				}
				l.refuse(id, title, why)
				continue
			}
			change.Old = &row
			if err := t.o.Actions[a.Name](ctx, tx, change); err != nil {
				if len(ids) > 1 {
					err = naming(err, t.TitleOf(row))
				}
				return err
			}
			done = append(done, change)
		}
		return nil
	})
	if err != nil {
		return tally{}, err
	}
	for _, change := range done {
		t.committed(ctx, change)
	}
	l.changed = int64(len(done))
	return l, nil
}

// naming says of which row a refusal is, unless that is about what was asked.
func naming(err error, title string) error {
	var e *errs.Error
	if !errors.As(err, &e) || e.Kind == errs.Internal || len(e.Fields) > 0 {
		return err
	}
	return errs.Wrap(e.Kind, err, "“%s”: %s", short(title, 60), e.Message)
}
