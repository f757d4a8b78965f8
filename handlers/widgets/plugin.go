// Package widgets is the pages of the chat windows that a company puts into its websites.
package widgets

import (
	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "widgets", Version: "1",
	Doc: "Chat windows that a company puts into its websites.",
	Requires: manifest.Requires{
		Plugins: []string{"auth"},
		Tables:  []manifest.Table{{Name: "widgets", Columns: []string{"tenant_id", "id", "name"}}},
	},
}

// New makes the plugin: the resource as generated, through the engine.
func New(engine *crud.Engine) plugin.Plugin {
	r := resources.Widgets()
	return plugin.Plugin{
		Manifest: Manifest,
		Routes:   func(routes plugin.Routes) { crud.Mount(engine, routes, r, crud.Overrides[db.ListWidgetsRow]{}) },
		Nav:      engine.Nav(r),
	}
}
