package crud

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
)

func newChange(p *session.Principal) *Change { return &Change{Scope: scopeOf(p)} }

func (t *table) create(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	change, err := t.creation(p, uuid.Must(uuid.NewV7()))
	if err != nil {
		return err
	}
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	in := t.read(ctx, form, change)
	again := filled{raw: in.raw, fields: in.fields}
	if found, ok := t.finding(form); ok {
		again.fields, again.find = nil, found
		return t.showForm(c, http.StatusOK, again)
	}
	save := func() error {
		if err := in.fields.Err(); err != nil {
			return t.refuse(c, again, err)
		}
		if err := t.insert(ctx, change); err != nil {
			return t.refuse(c, again, err)
		}
		return t.saved(c, change, "created")
	}
	if t.o.Handlers.Create != nil {
		return t.o.Handlers.Create(Request{Context: c, Who: p, Change: change}, save)
	}
	return save()
}

// insert writes a new row with the steps around it.
func (t *table) insert(ctx context.Context, change *Change) error {
	err := t.Doors.Tenant(change.Tenant).As(change.User).InTx(ctx, func(tx pgx.Tx) error {
		return t.insertIn(ctx, tx, change)
	})
	if err == nil {
		t.committed(ctx, change)
	}
	return err
}

// insertIn is insert within a transaction; committed is to follow its commit.
func (t *table) insertIn(ctx context.Context, tx pgx.Tx, change *Change) error {
	if err := step(ctx, tx, t.o.BeforeCreate, change); err != nil {
		return err
	}
	if err := t.Store.Create(ctx, tx, change.Scope, change.ID, t.sealed(change)); err != nil {
		return err
	}
	return step(ctx, tx, t.o.AfterCreate, change)
}

func step(ctx context.Context, tx pgx.Tx, f func(context.Context, pgx.Tx, *Change) error, change *Change) error {
	if f == nil {
		return nil
	}
	return f(ctx, tx, change)
}

// committed runs the step after the commit, which nothing can undo any more.
func (t *table) committed(ctx context.Context, change *Change) {
	if t.o.AfterCommit == nil {
		return
	}
	if err := t.o.AfterCommit(context.WithoutCancel(ctx), *change); err != nil {
		t.Log.ErrorContext(ctx, "a step after a commit failed", "table", t.Table, "row", change.ID, "error", err)
	}
}

// refuse shows the form again with all that was typed.
func (t *table) refuse(c echo.Context, f filled, err error) error {
	err = t.explain(err)
	if errs.KindOf(err) != errs.Invalid {
		return err
	}
	f.fields = errs.FieldsOf(err)
	if f.message = errs.MessageOf(err); len(f.fields) > 0 && f.message == "" {
		f.message = "Some fields need another look."
	}
	return t.showForm(c, http.StatusUnprocessableEntity, f)
}

// savedTitle is what a saved row is called. Where a title has several parts, some of which may be names of other rows, the row is
// read as its page does; otherwise the column is at hand.
func (t *table) savedTitle(c echo.Context, change *Change) string {
	if t.Called != "" && t.Ops.Get {
		if row, err := t.get(c.Request().Context(), web.Who(c), change.ID); err == nil {
			return "“" + short(t.TitleOf(row), 60) + "”"
		}
	}
	if f, ok := t.Field(t.Title); ok {
		if text, ok := change.Values[f.Name].(string); ok && text != "" {
			return "“" + short(text, 60) + "”"
		}
	}
	return t.Label
}

// saved leads on to the row, or to where the plugin wants.
func (t *table) saved(c echo.Context, change *Change, what string) error {
	text := fmt.Sprintf("%s was %s.", t.savedTitle(c, change), what)
	if t.o.Slots.Saved != nil {
		text = t.o.Slots.Saved(change, what)
	}
	if text != "" {
		t.Site.Flash(c, text)
	}
	if t.o.Slots.Leads != nil {
		if to := t.o.Slots.Leads(change, what); to != "" {
			return c.Redirect(http.StatusSeeOther, to)
		}
	}
	if !t.Ops.Get {
		return c.Redirect(http.StatusSeeOther, t.path())
	}
	return c.Redirect(http.StatusSeeOther, t.path(change.ID.String()))
}
