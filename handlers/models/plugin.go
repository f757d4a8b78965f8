// Package models is the face of the models plugin: the help text that the built-in assistant quotes.
package models

import (
	"context"
	"html"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/models"
	views "stoa/views/models"
)

// New makes the plugin.
func New(site *web.Site) plugin.Plugin {
	return plugin.Plugin{ID: "models", Nav: nav, Routes: func(r plugin.Routes) {
		r.Public.GET("/help", func(c echo.Context) error {
			page, err := site.Page(c, "Help")
			if err != nil {
				return err
			}
			return web.Render(c, http.StatusOK, views.Help(views.HelpProps{Page: page, HTML: help(), Plain: web.Who(c) == nil}))
		})
	}}
}

func nav(context.Context, *session.Principal) ([]plugin.NavGroup, error) {
	return []plugin.NavGroup{{Label: "Company", Order: 40, Items: []plugin.NavItem{{Href: "/help", Label: "Help"}}}}, nil
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
