// Package widgets is the pages of the chat windows that a company puts into its websites.
package widgets

import (
	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/plugin"
)

// New makes the plugin: the resource as generated, through the engine.
func New(engine *crud.Engine) plugin.Plugin {
	r := resources.Widgets()
	return plugin.Plugin{
		ID:     "widgets",
		Routes: func(routes plugin.Routes) { crud.Mount(engine, routes, r, crud.Overrides[db.ListWidgetsRow]{}) },
		Nav:    crud.Nav(r),
	}
}
