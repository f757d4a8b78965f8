// Package plugins is the page that shows the parts of this Stoa.
package plugins

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// Props is the page.
type Props struct {
	Page    layout.PageProps
	Plugins []Plugin
}

// Plugin is one part; State is a word, Kind the kind of ui.State that it is.
type Plugin struct {
	ID, Doc, Version string
	State, Kind      string
	Checked          ui.Moment // when it was last probed; zero for one that depends on nothing of its own
	Requires         []string
	Options          []Option
}

// Option is a setting, its value masked where it is secret.
type Option struct{ Key, Value string }
