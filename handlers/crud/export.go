package crud

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/handlers/crud/sheet"
	"stoa/handlers/web"
	"stoa/internal/resource"
)

func (t *table) exportAddress(s state) string {
	q := s.values(t).Encode()
	if q != "" {
		q = "?" + q
	}
	return t.path() + ".csv" + q
}

// export writes all rows of a list's state as a file, batch by batch, so that its size does not
// matter. The first batch is read before the first byte leaves: a failure can still become a page.
func (t *table) export(c echo.Context) error {
	s, err := t.parse(c.QueryParams())
	if err != nil {
		return err
	}
	p, ctx := web.Who(c), c.Request().Context()
	q, err := t.query(p, s)
	if err != nil {
		return err
	}
	q.Limit, q.After = batch, nil
	rows, err := t.Store.List(ctx, t.door(p), q)
	if err != nil {
		return err
	}
	header := c.Response().Header()
	header.Set(echo.HeaderContentType, "text/csv; charset=utf-8")
	header.Set(echo.HeaderContentDisposition, fmt.Sprintf("attachment; filename=%q", strings.ReplaceAll(t.Path, "/", "-")+"-"+time.Now().UTC().Format(time.DateOnly)+".csv"))
	c.Response().WriteHeader(http.StatusOK)
	_, _ = io.WriteString(c.Response(), "\ufeff") // spreadsheets take a file without this mark for another encoding
	w := csv.NewWriter(c.Response())
	fields := t.exported()
	_ = w.Write(append([]string{"id"}, resource.Map(fields, func(f resource.Field) string { return f.Name })...)) // Flush reports
	for {
		for _, r := range rows {
			_ = w.Write(record(fields, r))
		}
		if w.Flush(); w.Error() != nil || len(rows) < batch {
			return w.Error()
		}
		last := resource.CursorOf(rows[len(rows)-1], s.sort.Field)
		q.After = &last
		if rows, err = t.Store.List(ctx, t.door(p), q); err != nil {
			return cut(c, err)
		}
	}
}

// cut ends a response in the middle so that the client notices: a file that ends in good order would
// pass for whole.
func cut(c echo.Context, err error) error {
	return errors.Join(err, http.NewResponseController(c.Response().Writer).SetWriteDeadline(time.Unix(1, 0)))
}

func (t *table) exported() []resource.Field {
	var fields []resource.Field
	for _, f := range t.Fields {
		if f.Shown() && f.Kind != resource.Secret {
			fields = append(fields, f)
		}
	}
	return fields
}

func record(fields []resource.Field, r resource.Row) []string {
	out := []string{r.ID.String()}
	for _, f := range fields {
		text := resource.Encode(f, r.Values[f.Name])
		switch v := r.Values[f.Name].(type) {
		case json.RawMessage:
			text = string(v)
		case time.Time:
			if f.Kind == resource.Time {
				text = v.UTC().Format(time.RFC3339Nano)
			}
		}
		if !f.Kind.Number() {
			text = sheet.Harmless(text)
		}
		out = append(out, text)
	}
	return out
}
