package crud

import (
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
)

// apiDelete moves a row to the trash, where there is one. Sent twice it does no more than once: only with
// purge=true a row that is in the trash already is deleted for good.
func (t *table) apiDelete(c echo.Context) error {
	row, err := t.forChange(c, t.Allow.Delete)
	if err != nil {
		return err
	}
	purge, err := t.purge(c.QueryParams())
	if err != nil {
		return err
	}
	change := t.deletion(web.Who(c), row.ID)
	change.Old = &row
	if c.Request().Header.Get("If-Match") != "" {
		if change.revision, err = ifMatch(c, row); err != nil {
			return err
		}
	}
	trashed := row.Deleted != nil
	switch {
	case purge && !trashed:
		return errs.New(errs.Conflict, "It is not in the trash. Delete it first.")
	case trashed && !purge:
		return c.NoContent(http.StatusNoContent)
	}
	do := func() error {
		n, err := t.remove(c.Request().Context(), t.remover(trashed), change.Scope, []*Change{change})
		if changedMeanwhile(err) {
			return errChanged
		}
		if err == nil && n == 0 { // somebody was faster
			err = errNotFound
		}
		if err != nil {
			return t.explain(err)
		}
		return c.NoContent(http.StatusNoContent)
	}
	if t.o.Handlers.Delete != nil {
		return t.o.Handlers.Delete(Request{Context: c, Who: web.Who(c), Change: change, Row: &row, API: true}, do)
	}
	return do()
}

func (t *table) purge(q url.Values) (bool, error) {
	for name := range q {
		if name != "purge" {
			return false, badParam(name)
		}
	}
	switch q.Get("purge") {
	case "", "false":
		return false, nil
	case "true":
		if t.SoftDelete {
			return true, nil
		}
	}
	return false, badParam("purge")
}

func (t *table) apiRestore(c echo.Context) error {
	row, err := t.bringBack(c)
	if err != nil {
		return err
	}
	return t.apiMade(c, http.StatusOK, row.ID)
}

// matching reads the rows of a bulk request that are named as a list names them.
func (t *table) matching(raw json.RawMessage) (*state, error) {
	var params map[string]string
	if err := json.Unmarshal(raw, &params); err != nil {
		return nil, err
	}
	q := url.Values{}
	for name, text := range params {
		if name == paramAfter || name == paramBefore {
			return nil, badParam(name)
		}
		q.Set(name, text)
	}
	s, err := t.parse(q)
	return &s, err
}
