// Package ui reads ui.yaml: the theme, the pages that are made of components, and which tables have pages of their own.
package ui

import (
	"stoa/internal/plugin/strict"
)

// UI is what ui.yaml says.
type UI struct {
	Theme Theme
	Pages []Page
	// Resources says of tables whether they have pages; of a table that is not here the plugin that mounts it decides.
	Resources map[string]bool
}

// Page is an address with components.
type Page struct {
	Path     string // as a route: "/chats/:id"
	Title    string // empty takes the one of the first component that has one
	Layout   string // document or chat
	Allow    string // member, admin or owner: this role and higher ones
	Nav      string // the group of the rail that links it; empty is none
	Sections []Section
	At       strict.Pos
}

// Section is a component with its arguments.
type Section struct {
	Component string
	Args      map[string]Arg
	At        strict.Pos
}

// Arg is the value of a prop. Which field counts says the kind of the prop.
type Arg struct {
	Text    string
	Number  int64
	Switch  bool
	Binding Binding
	Columns []string
	At      strict.Pos
}

// Binding names rows: conversations.get(:id), widgets.list(sort: -updated_at, limit: 5).
type Binding struct {
	Table string
	Verb  string // get or list
	Param string // of get: the part of the page's path that holds the id
	Sort  string // of list: a column, with "-" the other way round; empty is the table's own order
	Limit int    // of list
}

// Off reports whether ui.yaml says that a table has no pages.
func (u UI) Off(table string) bool {
	on, said := u.Resources[table]
	return said && !on
}
