package crud

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	views "stoa/views/crud"
	"stoa/views/ui"
)

// options lists rows that a relation may point to: for scripts as options of a select, else as JSON.
// As names the field that asks: its search box is called so, too.
func (t *table) options(c echo.Context) error {
	p := web.Who(c)
	field := c.QueryParam("field")
	offer, s, err := t.offerFor(p, field)
	if err != nil {
		return err
	}
	f, _ := t.Field(field)
	search := c.QueryParam("q")
	if as := c.QueryParam("as"); as != "" && search == "" {
		search = c.QueryParam(as + ".q")
	}
	if !plugin.Findable(search) {
		return errState
	}
	found, err := offer(c.Request().Context(), t.door(p), s, resource.Find{Search: search, Limit: limit(f)})
	if err != nil {
		return err
	}
	if !web.Partial(c) {
		return c.JSON(http.StatusOK, resource.Map(found, func(o resource.Option) map[string]string {
			return map[string]string{"value": o.Value, "label": o.Label}
		}))
	}
	list := options(found)
	if len(list) == 0 {
		list = []ui.Option{{Label: "nothing found"}}
	}
	return web.Render(c, http.StatusOK, views.Options(list))
}

// finding reports whether a form was sent only to look for rows of a relation.
func (t *table) finding(form url.Values) (finds, bool) {
	name := form.Get("find")
	f, ok := t.Field(name)
	if !ok || f.Kind != resource.Relation {
		return finds{}, false
	}
	found := finds{field: name}
	if text := form.Get(name + ".q"); plugin.Findable(text) {
		found.search = text
	}
	return found, true
}
