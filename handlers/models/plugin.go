// Package models is the face of the models plugin: the help text that the built-in assistant quotes, and a company's own prices.
package models

import (
	"context"
	"html"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/models"
	views "stoa/views/models"
)

// New makes the plugin.
func New(site *web.Site, engine *crud.Engine) plugin.Plugin {
	prices := resources.PriceOverrides()
	return plugin.Plugin{ID: "models", Nav: nav(crud.Nav(prices)), Routes: func(r plugin.Routes) {
		crud.Mount(engine, r, prices, crud.Overrides[db.ListPriceOverridesRow]{})
		r.Public.GET("/help", func(c echo.Context) error {
			page, err := site.Page(c, "Help")
			if err != nil {
				return err
			}
			return web.Render(c, http.StatusOK, views.Help(views.HelpProps{Page: page, HTML: help(), Plain: web.Who(c) == nil}))
		})
	}}
}

type navigation = func(context.Context, *session.Principal) ([]plugin.NavGroup, error)

// nav is the resource's place in the rail, and the help after it.
func nav(prices navigation) navigation {
	return func(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		groups, err := prices(ctx, p)
		return append(groups, plugin.NavGroup{Label: "Company", Order: 40, Items: []plugin.NavItem{{Href: "/help", Label: "Help"}}}), err
	}
}

// help renders the sections with an id at each heading, to which the assistant's quotations link.
func help() string {
	var b strings.Builder
	b.WriteString("<h1>Help</h1>\n")
	for _, s := range models.Help() {
		b.WriteString(`<h2 id="` + html.EscapeString(s.Anchor) + `">` + html.EscapeString(s.Title) + "</h2>\n")
		b.WriteString(markdown.HTML(s.Text))
	}
	return b.String()
}
