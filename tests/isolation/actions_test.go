package isolation

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/resource"
)

// A resource that has all that the language offers gets a case for each of its routes, and no others: actions, several rows at
// once where nobody may delete, forms that only create.
func TestEveryRouteOfTheLanguageHasACase(t *testing.T) {
	t.Parallel()
	things, unkept, made := resources.Things(), resources.Things(), resources.Things()
	unkept.Ops.Delete, unkept.API.Delete = false, false
	made.Ops = resource.Ops{Create: true}
	made.API, made.Actions = resource.Ops{}, nil
	for name, r := range map[string]resource.Resource{"everything": things, "no delete": unkept, "create alone": made} {
		site := echo.New()
		routes := plugin.Routes{Public: site.Group(""), Tenant: site.Group(""), API: site.Group("/api/v1")}
		acts := map[string]crud.Act{}
		for _, a := range r.Actions {
			acts[a.Name] = func(context.Context, pgx.Tx, *crud.Change) error { return nil }
		}
		crud.Mount(crud.New(crud.Options{Site: &web.Site{}}), routes, r, crud.Overrides[any]{Actions: acts})
		var has, cases []string
		for _, q := range site.Routes() {
			if q.Method != echo.RouteNotFound {
				has = append(has, q.Method+" "+q.Path)
			}
		}
		for _, q := range routesOf(r) {
			cases = append(cases, q.at)
		}
		for _, q := range apiRoutesOf(r) {
			method, path, _ := strings.Cut(q.at, " ")
			cases = append(cases, method+" /api/v1"+strings.TrimPrefix(path, "/api/v1"))
		}
		slices.Sort(has)
		slices.Sort(cases)
		if has, cases = slices.Compact(has), slices.Compact(cases); !slices.Equal(has, cases) {
			t.Errorf("%s: the routes are\n%s\nand the cases\n%s", name, strings.Join(has, "\n"), strings.Join(cases, "\n"))
		}
	}
}
