package crud

import (
	"context"
	"net/url"
	"testing"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// The rail has a table once, and none that is off; the rows of that grow old all the same, once an hour.
func TestRailOfTheRest(t *testing.T) {
	t.Parallel()
	named := func(table string) resource.Resource {
		r := resource.Resource{Table: table, Path: table, Label: table, Plural: table, NavGroup: "Work", Allow: resource.Allow{Read: resource.Rule{Role: "member"}}}
		r.Store.Expire = func(context.Context, resource.DBTX, resource.Scope, int) (int64, error) { return 0, nil }
		return r
	}
	e := New(Options{Off: func(table string) bool { return table == "off" }})
	e.Plugin() // the engine's own, as every site has it
	site := echo.New()
	routes := plugin.Routes{Public: site.Group(""), Tenant: site.Group(""), API: site.Group("/api")}
	Mount(e, routes, named("off"), Overrides[any]{})
	p := e.Rest([]resource.Resource{named("off"), named("on"), named("unwanted")}, func(table string) bool { return table != "unwanted" })
	p.Routes(routes)
	groups, err := p.Nav(t.Context(), &session.Principal{Role: "member"})
	if err != nil || len(groups) != 1 || groups[0].Items[0].Href != "/on" {
		t.Errorf("the rail has %v, %v", groups, err)
	}
	if own, err := e.Nav(named("off"))(t.Context(), &session.Principal{Role: "owner"}); err != nil || own != nil {
		t.Errorf("a plugin's own entry leads to pages that are off: %v, %v", own, err)
	}
	if len(e.aging) != 2 {
		t.Errorf("%d tables grow old, want 2", len(e.aging))
	}
}

// A page asks for no more topics than a stream takes.
func TestTopicsOfAPageAreBounded(t *testing.T) {
	t.Parallel()
	live := ""
	for range 2 * maxTopics {
		live = joined(live, stream("/boards/1/cards", "1", nil))
	}
	u, err := url.Parse(live)
	if n := len(u.Query()["topic"]); err != nil || n != maxTopics {
		t.Errorf("%d topics, want %d, %v", n, maxTopics, err)
	}
}
