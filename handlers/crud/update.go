package crud

import (
	"context"
	"errors"
	"net/http"

	"github.com/a-h/templ"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// errStale says that somebody saved first.
var errStale = errors.New("the row was changed since it was read")

func (t *table) update(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	row, err := t.inUse(c, t.Allow.Update)
	if err != nil {
		return err
	}
	t = t.of(p, &row)
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	change := t.edit(p, &row)
	in := t.read(ctx, form, change)
	again := filled{row: &row, raw: in.raw, fields: in.fields, revision: form.Get("revision"), base: form.Get("base")}
	if again.revision == "" { // a client without our form changes what is there
		again.revision = row.Revision
	}
	if found, ok := t.finding(form); ok {
		again.fields, again.find = nil, found
		return t.showForm(c, http.StatusOK, again)
	}
	save := func() error {
		if err := in.fields.Err(); err != nil {
			return t.refuse(c, again, err)
		}
		err := t.write(ctx, change, again.revision)
		if errors.Is(err, errStale) {
			err = t.writeAnyway(ctx, p, change, again.base)
		}
		if errors.Is(err, errStale) {
			return t.conflict(c, change, again.base)
		}
		if err != nil {
			return t.refuse(c, again, err)
		}
		return t.saved(c, change, "saved")
	}
	if t.o.Handlers.Update != nil {
		return t.o.Handlers.Update(Request{Context: c, Who: p, Change: change, Row: &row}, save)
	}
	return save()
}

// inUse is forChange of a row that is not in the trash.
func (t *table) inUse(c echo.Context, rule resource.Rule) (resource.Row, error) {
	row, err := t.forChange(c, rule)
	if err == nil && row.Deleted != nil {
		err = errs.New(errs.Conflict, "This %s is in the trash. Restore it before you change it.", t.one())
	}
	return row, err
}

// edit begins the change of a row.
func (t *table) edit(p *session.Principal, row *resource.Row) *Change {
	change := newChange(p)
	change.ID, change.Old = row.ID, row
	return change
}

// write changes the row if it still has the revision that the form was made from.
func (t *table) write(ctx context.Context, change *Change, revision string) error {
	if revision != change.Old.Revision {
		return errStale
	}
	err := t.Doors.Tenant(change.Tenant).As(change.User).InTx(ctx, func(tx pgx.Tx) error {
		if err := step(ctx, tx, t.o.BeforeUpdate, change); err != nil {
			return err
		}
		n, err := t.Store.Update(ctx, tx, change.Scope, change.ID, revision, t.sealed(change))
		if err == nil && n == 0 {
			err = errStale
		}
		if err != nil {
			return err
		}
		return step(ctx, tx, t.o.AfterUpdate, change)
	})
	if err == nil {
		t.committed(ctx, change)
	}
	return err
}

// writeAnyway saves a form over a row that was written since, when no field of the form was: base says what they held.
func (t *table) writeAnyway(ctx context.Context, p *session.Principal, change *Change, base string) error {
	now, err := t.get(ctx, p, change.ID)
	if err != nil {
		return err
	}
	if now.Deleted != nil || base != t.base(now) {
		return errStale
	}
	change.Old = &now
	return t.write(ctx, change, now.Revision)
}

// validate answers with one control of a form that is being filled in.
func (t *table) validate(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	change := newChange(p)
	var shown filled
	if text := c.QueryParam("id"); text != "" {
		row, err := t.forValidation(c, text)
		if err != nil {
			return err
		}
		t = t.of(p, &row)
		change, shown.row = t.edit(p, &row), &row
	} else if _, err = scope(p, t.Allow.Create); err != nil {
		return err
	}
	f, ok := t.Field(c.QueryParam("field"))
	if !ok || !f.Writable(change.Old == nil) {
		return errNotFound
	}
	in := t.read(ctx, form, change)
	shown.raw, shown.fields = in.raw, in.fields
	return t.answerField(c, f, shown)
}

func (t *table) forValidation(c echo.Context, id string) (resource.Row, error) {
	c.SetParamNames("id")
	c.SetParamValues(id)
	return t.forChange(c, t.Allow.Update)
}

func (t *table) answerField(c echo.Context, f resource.Field, shown filled) error {
	control, err := t.control(c.Request().Context(), web.Who(c), f, shown)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if control.Field.Error != "" {
		status = http.StatusUnprocessableEntity
	}
	more, err := t.following(c, f, shown)
	if err != nil {
		return err
	}
	return web.Render(c, status, templ.Join(append([]templ.Component{fieldBody(control)}, more...)...))
}
