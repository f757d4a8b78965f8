// Package search is the page that searches everything that a person may see: what each plugin finds, one under the other.
package search

import (
	"context"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/session"
	views "stoa/views/search"
)

const (
	path = "/search"
	most = 5 // of one kind
)

type handlers struct {
	site    *web.Site
	plugins []plugin.Plugin
}

// New makes the page over what the plugins find.
func New(site *web.Site, plugins []plugin.Plugin) plugin.Plugin {
	h := &handlers{site, plugins}
	p := plugin.Named("search")
	p.Routes = func(r plugin.Routes) { r.Tenant.GET(path, h.page) }
	p.Nav = func(context.Context, *session.Principal) ([]plugin.NavGroup, error) {
		return []plugin.NavGroup{{Order: 5, Items: []plugin.NavItem{{Href: path, Label: "Search"}}}}, nil
	}
	return p
}

// page shows what was found by its kind; a part that does not answer is named, and the others show.
func (h *handlers) page(c echo.Context) error {
	who, ctx := web.Who(c), c.Request().Context()
	props := views.Props{Query: strings.TrimSpace(c.QueryParam("q"))}
	status := http.StatusOK
	switch {
	case !plugin.Findable(props.Query):
		status, props.Error, props.Query = http.StatusUnprocessableEntity, "Write at most 200 characters.", strings.ToValidUTF8(short(props.Query), "")
	case props.Query != "":
		for _, p := range h.plugins {
			if p.Find == nil {
				continue
			}
			found, err := p.Find(ctx, who, props.Query, most)
			switch {
			case errs.KindOf(err) == errs.Unavailable: // it may have found something all the same
				props.Notices = append(props.Notices, errs.MessageOf(err))
			case err != nil && errs.KindOf(err) == errs.Internal:
				h.site.Log.WarnContext(ctx, "a part was not searched", "plugin", p.ID, "error", err)
				props.Silent = true
			}
			add(&props, found)
		}
	}
	var err error
	if props.Page, err = h.site.Page(c, "Search"); err != nil {
		return err
	}
	return web.Render(c, status, views.Page(props))
}

// short keeps what fits, for the box in which it is shown again.
func short(s string) string { return s[:min(len(s), 4*plugin.LongestSearch)] }

// add sorts what a plugin found under its kinds, in its order.
func add(props *views.Props, found []plugin.Found) {
	for _, f := range found {
		i := len(props.Groups) - 1
		if i < 0 || props.Groups[i].Label != f.Kind {
			props.Groups, i = append(props.Groups, views.Group{Label: f.Kind}), i+1
		}
		props.Groups[i].Items = append(props.Groups[i].Items, views.Item{Href: f.Href, Title: f.Title, Text: f.Text})
	}
}
