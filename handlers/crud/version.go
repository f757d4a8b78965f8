package crud

import (
	"context"
	"maps"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// goesBack bounds how many changes a version may lie back.
const goesBack = 2000

// restorable reports whether the version before an entry can be had again: somebody edited the row, all that they changed
// is still a field that this person may write, and what was there is kept.
func (t *table) restorable(p *session.Principal, row, entry resource.Row) bool {
	if resource.As[string](entry.Values, auditAction) != "updated" || row.Deleted != nil || !t.Ops.Update || !may(p, t.Allow.Update, row) {
		return false
	}
	for name, pair := range changesOf(entry) {
		f, ok := t.Field(name)
		if !ok || !f.Writable(false) || f.Kind == resource.Secret || len(pair) != 2 {
			return false
		}
		if _, ok := resource.Kept(f, pair[0]); !ok {
			return false
		}
	}
	return true
}

// editForm shows the row's values, or those of the version before an entry of its history. Either way it is the same form:
// what it holds is checked and saved like everything else, and a change that somebody made meanwhile is noticed.
func (t *table) editForm(c echo.Context) error {
	row, err := t.forChange(c, t.Allow.Update)
	if err != nil {
		return err
	}
	if row.Deleted != nil {
		return c.Redirect(http.StatusSeeOther, t.path(row.ID.String()))
	}
	t = t.of(web.Who(c), &row)
	form := filled{row: &row, revision: row.Revision}
	if text := c.QueryParam(paramVersion); text != "" {
		if err := t.fillVersion(c, &form, text); err != nil {
			return err
		}
	}
	return t.showForm(c, http.StatusOK, form)
}

func (t *table) fillVersion(c echo.Context, form *filled, entry string) error {
	p := web.Who(c)
	id, err := uuid.Parse(entry)
	if err != nil || t.trail(p) == nil {
		return errNotFound
	}
	values, err := t.version(c.Request().Context(), p, *form.row, id)
	if err != nil {
		return err
	}
	form.raw = map[string]string{}
	for _, f := range t.Fields {
		if f.Writable(false) && f.Kind != resource.Secret {
			form.raw[f.Name] = resource.Encode(f, values[f.Name])
		}
	}
	form.note = "This is how it was before. Look it over and save it to have it back."
	return nil
}

// version is what the row held before an entry: what it holds now, with every change since taken back, the newest first.
func (t *table) version(ctx context.Context, p *session.Principal, row resource.Row, entry uuid.UUID) (resource.Values, error) {
	values := maps.Clone(row.Values)
	var after *resource.Cursor
	for back := 0; back < goesBack; back += batch {
		rows, err := t.entries(ctx, p, row.ID, after, batch)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			t.takeBack(values, r)
			if r.ID == entry {
				return values, nil
			}
		}
		if len(rows) < batch {
			return nil, errNotFound
		}
		last := resource.CursorOf(rows[len(rows)-1], auditAt)
		after = &last
	}
	return nil, errs.New(errs.BadRequest, "This version lies too far back.")
}

func (t *table) takeBack(values resource.Values, entry resource.Row) {
	for name, pair := range changesOf(entry) {
		f, ok := t.Field(name)
		if !ok || len(pair) != 2 {
			continue
		}
		if value, ok := resource.Kept(f, pair[0]); ok {
			values[name] = value
		}
	}
}
