package crud

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// What a token's scopes tell apart.
const (
	scopeRead   = "read"
	scopeCreate = "create"
	scopeUpdate = "update"
	scopeDelete = "delete"
)

// apiRoutes are the operations of the JSON API: the same rules, steps and queries as the pages, with another face.
func (t *table) apiRoutes(g *echo.Group) {
	base, ops := "/"+t.Path, t.API
	on := func(operation string, h echo.HandlerFunc) echo.HandlerFunc {
		return t.Site.Scoped(t.Table, t.Plural, operation, h)
	}
	if ops.List {
		g.GET(base, on(scopeRead, t.by((*table).apiList)))
	}
	if ops.Get {
		g.GET(base+"/:id", on(scopeRead, t.by((*table).apiGet)))
	}
	if ops.Create {
		g.POST(base, on(scopeCreate, t.by((*table).apiCreate)))
	}
	if ops.Update {
		g.PATCH(base+"/:id", on(scopeUpdate, t.by((*table).apiUpdate)))
	}
	if ops.Delete {
		g.DELETE(base+"/:id", on(scopeDelete, t.by((*table).apiDelete)))
		g.POST(base+"/bulk", on(scopeDelete, t.by((*table).apiBulk)))
	}
	if ops.Delete && t.SoftDelete {
		g.POST(base+"/:id/restore", on(scopeDelete, t.by((*table).apiRestore)))
	}
	if len(t.Actions) > 0 && ops != (resource.Ops{}) {
		g.POST(base+"/:id/"+actPart+"/:action", on(scopeUpdate, t.by((*table).apiAct)))
	}
	if t.actsInBulk() && ops != (resource.Ops{}) {
		g.POST(base+"/"+actPart+"/:action", on(scopeUpdate, t.by((*table).apiActMany)))
	}
}

func (t *table) apiGet(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	include, err := t.included(c.QueryParams())
	if err != nil {
		return err
	}
	p := web.Who(c)
	row, err := t.get(c.Request().Context(), p, id)
	if err != nil {
		return err
	}
	return t.apiShow(c, http.StatusOK, row, include) // a handler in place of the page is none of the API's
}

// apiShow answers with one row and its version.
func (t *table) apiShow(c echo.Context, status int, row resource.Row, include []resource.Field) error {
	related, err := t.related(c.Request().Context(), web.Who(c), []resource.Row{row}, include)
	if err != nil {
		return err
	}
	c.Response().Header().Set("ETag", etag(row.Revision))
	return answer(c, status, t.appendRow(nil, row, include, related))
}

// answer writes JSON whose length is known, in as few pieces as the server can.
func answer(c echo.Context, status int, body []byte) error {
	c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(len(body)))
	return c.JSONBlob(status, body)
}

// appendRow writes a row: its id and revision, its fields in the order of the table, and the rows that it points
// to, as far as they were asked for and may be seen.
func (t *table) appendRow(b []byte, row resource.Row, include []resource.Field, related related) []byte {
	b = append(append(append(b, `{"id":"`...), row.ID.String()...), '"')
	b = resource.AppendJSON(append(b, `,"revision":`...), resource.Field{}, row.Revision)
	for _, f := range t.Fields {
		if !f.Shown() {
			continue
		}
		b = append(append(append(b, `,"`...), f.Name...), `":`...)
		b = resource.AppendJSON(b, f, row.Values[f.Name])
	}
	if t.SoftDelete {
		b = resource.AppendJSON(append(b, `,"deleted_at":`...), resource.Field{Kind: resource.Time}, resource.Opt(row.Deleted))
	}
	if len(include) > 0 {
		b = related.append(append(b, `,"included":`...), row, include)
	}
	return append(b, '}')
}

func etag(revision string) string { return `"` + revision + `"` }

// ifMatch is the revision that a change is made from. A program has to name it, or say with * that it
// overwrites whatever is there: silence would lose what somebody else wrote.
func ifMatch(c echo.Context, row resource.Row) (string, error) {
	header := strings.Join(c.Request().Header.Values("If-Match"), ",")
	if header == "" {
		return "", errs.New(errs.Blind, "Send If-Match with the ETag that you have read, or * to overwrite what is there.")
	}
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == "*" || part == etag(row.Revision) {
			return row.Revision, nil
		}
	}
	return "", errChanged
}

var errChanged = errs.New(errs.Stale, "Somebody changed it since you read it. Read it again, and repeat your change.")

// creation begins the making of a row.
func (t *table) creation(p *session.Principal, id uuid.UUID) (*Change, error) {
	s, err := scope(p, t.Allow.Create)
	return &Change{Scope: s, ID: id}, err
}
