// Package isolation is the page on which owners and admins see what keeps their company's rows from others.
package isolation

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/generated/resources"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/services/isolation"
	views "stoa/views/isolation"
)

const path = "/settings/isolation"

// walls are the ways in which the tests attack a query: by its filter alone, by row-level security alone.
const walls = 2

type handlers struct {
	site      *web.Site
	isolation *isolation.Service
}

// New makes the plugin.
func New(site *web.Site, service *isolation.Service) plugin.Plugin {
	h := &handlers{site, service}
	p := plugin.Named("isolation")
	p.Routes = func(r plugin.Routes) { r.Tenant.GET(path, h.page) }
	p.Nav = func(_ context.Context, who *session.Principal) ([]plugin.NavGroup, error) {
		if !readers.Everybody(who.Role) {
			return nil, nil
		}
		return []plugin.NavGroup{{Label: "Company", Order: 38, Items: []plugin.NavItem{{Href: path, Label: "Isolation"}}}}, nil
	}
	return p
}

// readers are who sees the page.
var readers = resource.Rule{Role: "admin"}

func (h *handlers) page(c echo.Context) error {
	who := web.Who(c)
	if !readers.Everybody(who.Role) {
		return errs.New(errs.Forbidden, "Your role is not enough for this. Ask an owner or admin of your company.")
	}
	tables, err := h.isolation.Tables(c.Request().Context(), who.Tenant)
	if err != nil {
		return err
	}
	routes := routesOf(c.Echo().Routes())
	var props views.Props
	for _, t := range tables {
		if len(t.Wrong) > 0 {
			props.Faults++
		}
		props.Tables = append(props.Tables, show(t, routes[t.Name]))
	}
	props.Summary = summary(len(tables), props.Faults)
	if props.Page, err = h.site.Page(c, "Isolation"); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Page(props))
}

// routesOf counts the routes of each resource, as they are mounted.
func routesOf(mounted []*echo.Route) map[string]int {
	count := map[string]int{}
	for _, r := range resources.All() {
		for _, route := range mounted {
			rest, ok := strings.CutPrefix(route.Path, "/"+r.Path)
			if ok && (rest == "" || rest[0] == '/' || rest[0] == '.') {
				count[r.Table]++
			}
		}
	}
	return count
}

func show(t isolation.Table, routes int) views.Table {
	row := views.Table{Name: t.Name, Wrong: t.Wrong, Wall: "forced", State: "good", Filter: "none"}
	switch {
	case len(t.Wrong) > 0:
		row.Wall, row.State = "wrong", "bad"
	case t.Open:
		row.Wall, row.State = "the same for everybody", "off"
	}
	if t.Queries > 0 {
		row.Filter = strconv.Itoa(t.Bound) + " of " + quantity(t.Queries, "query", "queries")
	}
	if t.System > 0 {
		row.System = "and " + quantity(t.System, "query", "queries") + " beside tenants"
	}
	row.Attacks = strconv.Itoa(walls*t.Queries + routes)
	for _, p := range t.Policies {
		row.Policies = append(row.Policies, views.Policy{Name: p.Name, For: p.Command + " by " + p.Roles, Using: p.Using, Check: p.Check})
	}
	return row
}

func summary(tables, faults int) string {
	if faults == 0 {
		return "All " + strconv.Itoa(tables) + " tables are as they should be."
	}
	if faults == 1 {
		return "One table does not keep companies apart as it should."
	}
	return strconv.Itoa(faults) + " tables do not keep companies apart as they should."
}

func quantity(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
