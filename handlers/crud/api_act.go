package crud

import (
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
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
	n, err := t.actOn(ctx, p, a, []uuid.UUID{row.ID}, change)
	if err == nil && n == 0 || changedMeanwhile(err) { // somebody was faster
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
