package crud

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// deleteForm says what a delete does and takes with it.
func (t *table) deleteForm(c echo.Context) error {
	row, err := t.forChange(c, t.Allow.Delete)
	if err != nil {
		return err
	}
	id := row.ID.String()
	title := short(t.TitleOf(row), 60)
	return t.confirm(c, views.DeleteProps{
		Title: "Delete “" + title + "”?", Crumbs: t.crumbs(&row), Action: t.path(id, "delete"), Cancel: t.path(id),
	}, []uuid.UUID{row.ID}, t.SoftDelete && row.Deleted == nil)
}

func (t *table) confirm(c echo.Context, props views.DeleteProps, ids []uuid.UUID, trash bool) error {
	p := web.Who(c)
	props.TenantID = p.Tenant.String()
	props.Text, props.Submit = "It cannot be brought back.", "Delete for good"
	if trash {
		props.Text, props.Submit = "It goes to the trash and can be restored from there.", "Move to the trash"
	} else if t.Store.Touches != nil {
		touched, err := t.Store.Touches(c.Request().Context(), t.door(p), scopeOf(p), ids)
		if err != nil {
			return err
		}
		for _, x := range touched {
			if x.Count > 0 {
				props.Touches = append(props.Touches, web.Count(x.Count)+" "+x.Plural)
			}
		}
	}
	var err error
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Delete(props))
}

// delete moves a row to the trash, or deletes one for good that is there already, or has no trash to go to.
func (t *table) delete(c echo.Context) error {
	row, err := t.forChange(c, t.Allow.Delete)
	if err != nil {
		return err
	}
	p := web.Who(c)
	change := t.deletion(p, row.ID)
	change.Old = &row
	do := func() error { return t.deleted(c, change, row) }
	if t.o.Handlers.Delete != nil {
		return t.o.Handlers.Delete(Request{Context: c, Who: p, Change: change, Row: &row}, do)
	}
	return do()
}

func (t *table) deletion(p *session.Principal, id uuid.UUID) *Change {
	change := newChange(p)
	change.ID = id
	return change
}

func (t *table) deleted(c echo.Context, change *Change, row resource.Row) error {
	remove := t.remover(row.Deleted != nil)
	n, err := t.remove(c.Request().Context(), remove, change.Scope, []*Change{change})
	if err != nil {
		return t.explain(err)
	}
	if n == 0 { // somebody was faster
		return errNotFound
	}
	title := "“" + short(t.TitleOf(row), 60) + "”"
	if t.SoftDelete && row.Deleted == nil {
		t.Site.FlashUndo(c, title+" is in the trash.", t.path(row.ID.String(), "restore"))
	} else {
		t.Site.Flash(c, title+" was deleted.")
	}
	return c.Redirect(http.StatusSeeOther, t.path())
}

// remover is the query that removes rows which are in the trash, or are not.
func (t *table) remover(inTrash bool) resource.ByIDs {
	if inTrash {
		return t.Store.Purge
	}
	return t.Store.Delete
}

// remove deletes rows with the steps around each of them, in one transaction.
func (t *table) remove(ctx context.Context, query resource.ByIDs, s resource.Scope, changes []*Change) (n int64, err error) {
	err = t.Doors.Tenant(s.Tenant).As(s.User).InTx(ctx, func(tx pgx.Tx) error {
		for _, change := range changes {
			if err := t.unchanged(ctx, tx, change); err != nil {
				return err
			}
		}
		if changes, err = t.reached(ctx, tx, changes); err != nil {
			return err
		}
		ids := resource.Map(changes, func(c *Change) uuid.UUID { return c.ID })
		for _, change := range changes {
			if err := step(ctx, tx, t.o.BeforeDelete, change); err != nil {
				return err
			}
		}
		if n, err = query(ctx, tx, s, ids); err != nil {
			return err
		}
		for _, change := range changes {
			if err := step(ctx, tx, t.o.AfterDelete, change); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		for _, change := range changes {
			t.committed(ctx, change)
		}
	}
	return n, err
}

// reached are the changes of rows that their asker may delete. Steps learn which row it is, and of no other.
func (t *table) reached(ctx context.Context, tx pgx.Tx, changes []*Change) ([]*Change, error) {
	if t.o.BeforeDelete == nil && t.o.AfterDelete == nil && t.o.AfterCommit == nil {
		return changes, nil // the query finds out by itself
	}
	var found []*Change
	for _, change := range changes {
		if change.Old == nil {
			row, err := t.Store.Get(ctx, tx, change.Scope, change.ID)
			if errors.Is(err, pgx.ErrNoRows) || err == nil && !t.Allow.Delete.Allows(change.Role, row) {
				continue
			}
			if err != nil {
				return nil, err
			}
			change.Old = &row
		}
		found = append(found, change)
	}
	return found, nil
}

// unchanged refuses to go on with a row that has another revision than the change was made from. The transaction then
// sees one moment only, so that PostgreSQL refuses to write a row that was changed after it; see changedMeanwhile.
func (t *table) unchanged(ctx context.Context, tx pgx.Tx, change *Change) error {
	if change.revision == "" {
		return nil
	}
	if _, err := tx.Exec(ctx, "set transaction isolation level repeatable read"); err != nil {
		return err
	}
	row, err := t.Store.Get(ctx, tx, change.Scope, change.ID)
	if err == nil && row.Revision != change.revision || errors.Is(err, pgx.ErrNoRows) {
		err = errStale
	}
	return err
}

// changedMeanwhile reports whether a write was refused since its row is not any more what it was made from.
func changedMeanwhile(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == serializationFailure || errors.Is(err, errStale)
}

func (t *table) restore(c echo.Context) error {
	row, err := t.bringBack(c)
	if err != nil {
		return err
	}
	if row.Deleted != nil {
		t.Site.Flash(c, fmt.Sprintf("“%s” is back.", short(t.TitleOf(row), 60)))
	}
	return c.Redirect(http.StatusSeeOther, t.path(row.ID.String()))
}

// bringBack takes the row that the address names out of the trash, and returns it as it was there.
func (t *table) bringBack(c echo.Context) (resource.Row, error) {
	row, err := t.forChange(c, t.Allow.Delete)
	if err != nil {
		return row, err
	}
	if t.Store.Restore == nil {
		return row, errNotFound
	}
	p := web.Who(c)
	_, err = t.Store.Restore(c.Request().Context(), t.door(p), scopeOf(p), []uuid.UUID{row.ID})
	return row, t.explain(err)
}
