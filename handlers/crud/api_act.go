package crud

import (
	"encoding/json"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
)

// apiAct does with a row what its button does; the body is what the button's form asks for. It answers with the row as it
// is now, with its id alone when it is gone by that, or out of the asker's sight.
func (t *table) apiAct(c echo.Context) error {
	a, row, err := t.forAct(c)
	if err != nil {
		return err
	}
	p, ctx := web.Who(c), c.Request().Context()
	change := newChange(p)
	if c.Request().Header.Get("If-Match") != "" {
		if change.revision, err = ifMatch(c, row); err != nil {
			return err
		}
	}
	body, err := web.ReadJSON(c)
	if err != nil {
		return err
	}
	if err := t.asking(a).readJSON(ctx, body, change); err != nil {
		return err
	}
	l, err := t.actOn(ctx, p, a, []uuid.UUID{row.ID}, change)
	if err == nil && l.changed == 0 || changedMeanwhile(err) { // somebody was faster
		err = errChanged
	}
	if err != nil {
		return t.explain(err)
	}
	err = t.apiMade(c, http.StatusOK, row.ID)
	if err != nil && errs.KindOf(err) == errs.NotFound {
		return c.JSON(http.StatusOK, map[string]string{"id": row.ID.String()})
	}
	return err
}

// apiActMany does with several rows what the bar above a list does: rows that are not there, or on which the person may not do
// it, are passed over. It answers with how many there were and why the first of the others are none of them. What the action
// itself refuses for one row is refused for all of its batch, and says for which.
func (t *table) apiActMany(c echo.Context) error {
	a, ok := t.action(c.Param("action"))
	if !ok || !a.Bulk {
		return errNotFound
	}
	p, ctx := web.Who(c), c.Request().Context()
	for _, rule := range []resource.Rule{t.Allow.Read, a.Allow} {
		if _, err := scope(p, rule); err != nil {
			return err
		}
	}
	body, err := web.ReadJSON(c)
	if err != nil {
		return err
	}
	var b bulk
	var values map[string]json.RawMessage
	fields := t.namedRows(body, &b, "values")
	if raw := body["values"]; raw != nil && (json.Unmarshal(raw, &values) != nil || values == nil) {
		fields.Add("values", "Send an object of what the action asks for.")
	}
	change := newChange(p)
	err = t.asking(a).readJSON(ctx, values, change)
	for name, problem := range errs.FieldsOf(err) {
		fields.Add(name, problem)
	}
	if err != nil && errs.KindOf(err) != errs.Invalid {
		return err
	}
	if err := fields.Err(); err != nil {
		return err
	}
	l, err := t.actOnSome(ctx, p, a, b.matching, b.ids, change)
	if err != nil {
		return t.explain(err)
	}
	return c.JSON(http.StatusOK, l.answer(b.ids))
}
