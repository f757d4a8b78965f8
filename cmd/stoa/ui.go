package main

import (
	"slices"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
	"stoa/schema"
)

// loadUI reads ui.yaml against the components of the plugins that are on.
func loadUI(settings manifest.Settings, tables map[string]manifest.SchemaTable, problems *strict.Problems) ui.UI {
	plugins := make([]manifest.Manifest, len(compiledIn))
	for i, c := range compiledIn {
		plugins[i] = c.Manifest
	}
	world := ui.World{Tables: tables}
	world.Components, world.Off = settings.Components(crud.Manifest.Provides.Components, plugins)
	for _, r := range resources.All() {
		world.Resources = append(world.Resources, r.Table)
	}
	return ui.Read("schema/ui.yaml", schema.UI, world, problems)
}

// rest is the pages of tables that belong to no plugin. The tables of a plugin that is off stay off.
func (k *kit) rest() plugin.Plugin {
	return k.engine.Rest(resources.All(), func(table string) bool {
		needed := func(c compiled) bool {
			return slices.ContainsFunc(c.Requires.Tables, func(t manifest.Table) bool { return t.Name == table })
		}
		of := slices.IndexFunc(compiledIn, needed)
		return of < 0 || slices.ContainsFunc(compiledIn, func(c compiled) bool { return needed(c) && k.settings.Has(c.ID) })
	})
}
