package crud

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/resource"
	views "stoa/views/crud"
)

func fieldBody(c views.Control) templ.Component { return views.FieldBody(c) }

// base says in short what each field holds, so that a conflict can tell who changed what.
func (t *table) base(row resource.Row) string {
	marks := url.Values{}
	for _, f := range t.Fields {
		if f.Writable(false) {
			marks.Set(f.Name, mark(f, row.Values[f.Name]))
		}
	}
	return marks.Encode()
}

func mark(f resource.Field, value any) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(resource.Encode(f, value))) // a hash takes everything
	return fmt.Sprintf("%x", h.Sum32())
}

// conflict shows what is there now beside what was to be saved. Where both agree nothing is asked; a
// field that only the other person changed keeps their value unless one chooses otherwise.
func (t *table) conflict(c echo.Context, change *Change, base string) error {
	p := web.Who(c)
	now, err := t.get(c.Request().Context(), p, change.ID)
	if err != nil {
		return err
	}
	marks, _ := url.ParseQuery(base) // what cannot be read tells nothing
	mine := *change.Old
	mine.Values, mine.Labels = change.Values, map[string]string{}
	props := views.ConflictProps{
		Title: "Two versions of this " + t.one(), Action: t.path(change.ID.String()), TenantID: p.Tenant.String(), Revision: now.Revision,
		Cancel: t.path(change.ID.String()), Crumbs: t.crumbs(&now),
		Keep: []views.Pair{{Name: "base", Value: t.base(now)}},
	}
	for _, f := range t.Fields {
		if !f.Writable(false) {
			continue
		}
		if secret, ok := change.Values[f.Name].(string); ok && f.Kind == resource.Secret { // theirs cannot be shown: what was typed stays
			props.Keep = append(props.Keep, views.Pair{Name: f.Name, Value: secret})
			continue
		}
		if _, ok := change.Values[f.Name].(resource.Removed); ok {
			props.Keep = append(props.Keep, views.Pair{Name: f.Name + ".remove", Value: "true"})
			continue
		}
		own, theirs := resource.Encode(f, change.Values[f.Name]), resource.Encode(f, now.Values[f.Name])
		if own == theirs {
			props.Keep = append(props.Keep, views.Pair{Name: f.Name, Value: own})
			continue
		}
		untouched := marks.Get(f.Name) == mark(f, change.Values[f.Name])
		props.Differences = append(props.Differences, views.Difference{
			Name: f.Name, Label: f.Label, Mine: own, Theirs: theirs, TakeTheirs: untouched,
			MineCell: t.cell(f, mine, false), Current: t.cell(f, now, false),
		})
	}
	if len(props.Differences) == 0 { // both wrote the same
		return t.saved(c, change, "saved")
	}
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, http.StatusConflict, views.Conflict(props))
}
