package crud

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
)

// The parameters of a list that pages do not have; no field is called so.
const (
	paramLimit   = "limit"
	paramCursor  = "cursor"
	paramInclude = "include"
	paramCount   = "count"
)

// apiMost is how many rows one answer has at most.
const apiMost = 100

// apiState is a list as the parameters of an API request describe it.
type apiState struct {
	state
	limit   int
	include []resource.Field
	count   bool
}

// apiParse takes out what only the API knows; the rest is parsed as the address of a page.
func (t *table) apiParse(q url.Values) (apiState, error) {
	a := apiState{limit: t.List.Page}
	rest := url.Values{}
	for name, values := range q {
		if len(values) > 1 || name == paramAfter || name == paramBefore {
			return a, badParam(name)
		}
		rest[name] = values
	}
	var err error
	if text := q.Get(paramLimit); text != "" {
		if a.limit, err = strconv.Atoi(text); err != nil || a.limit < 1 || a.limit > apiMost {
			return a, badParam(paramLimit)
		}
	}
	if text := q.Get(paramCount); text != "" {
		if a.count, err = strconv.ParseBool(text); err != nil {
			return a, badParam(paramCount)
		}
	}
	if a.include, err = t.included(q); err != nil {
		return a, err
	}
	if cursor := q.Get(paramCursor); cursor != "" {
		rest.Set(paramAfter, cursor)
	}
	for _, name := range []string{paramLimit, paramCursor, paramInclude, paramCount} {
		rest.Del(name)
	}
	a.state, err = t.parse(rest)
	return a, err
}

// badParam refuses a parameter by name.
func badParam(name string) error {
	e := *errState
	e.Fields = errs.Fields{short(name, 60): "This parameter is unknown here, or its value is none that it can have."}
	return &e
}

func (t *table) apiList(c echo.Context) error {
	s, err := t.apiParse(c.QueryParams())
	if err != nil {
		return err
	}
	p := web.Who(c)
	q, err := t.query(p, s.state)
	if err != nil {
		return err
	}
	return t.apiShowList(c, s, q)
}

// apiShowList answers with a page of rows and the cursor of the next one; null after the last.
func (t *table) apiShowList(c echo.Context, s apiState, q resource.Query) error {
	ctx, p := c.Request().Context(), web.Who(c)
	q.Limit = s.limit + 1
	rows, err := t.Store.List(ctx, t.lister(p, q), q)
	if err != nil {
		return err
	}
	next := "null"
	if len(rows) > s.limit {
		rows = rows[:s.limit]
		next = strconv.Quote(resource.CursorOf(rows[len(rows)-1], s.sort.Field).String())
	}
	related, err := t.related(ctx, p, rows, s.include)
	if err != nil {
		return err
	}
	b := append(make([]byte, 0, 512*(len(rows)+1)), `{"data":[`...)
	for i, row := range rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = t.appendRow(b, row, s.include, related)
	}
	b = append(append(b, `],"next_cursor":`...), next...)
	if s.count {
		if b, err = t.apiCount(c, b, s, q); err != nil {
			return err
		}
	}
	return answer(c, http.StatusOK, append(b, '}'))
}

// apiCount adds how many rows match; beyond the limit up to which the list counts, only that there are more.
func (t *table) apiCount(c echo.Context, b []byte, s apiState, q resource.Query) ([]byte, error) {
	if !t.counted() {
		return nil, badParam(paramCount)
	}
	counts, err := t.Store.Count(c.Request().Context(), t.lister(web.Who(c), q), q, t.List.Count+1)
	n, exact := t.current(s.state, counts)
	b = strconv.AppendInt(append(b, `,"count":{"rows":`...), int64(n), 10)
	return append(strconv.AppendBool(append(b, `,"exact":`...), exact), '}'), err
}
