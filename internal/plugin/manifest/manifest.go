// Package manifest is what a plugin says of itself in plain data: what it needs, what it gives, how it is configured.
package manifest

// Manifest describes a plugin. Each plugin keeps its own as the variable Manifest in handlers/<id>/plugin.go, as one literal
// of constants: generators read it there as text, before anything compiles.
type Manifest struct {
	ID       string // the folder's name on every floor, and the plugin's section in stoa.yaml
	Version  string
	Doc      string // one sentence: what it is for
	Core     bool   // nothing works without it: it cannot be switched off
	Requires Requires
	Provides Provides
	// Conflicts are plugins that cannot be on at the same time.
	Conflicts []string
	// Config is a struct of the plugin's options with their defaults, declared in the same file; nil when it has none.
	// A field's key in stoa.yaml is its name in snake_case; its comment is the documentation; the tags range:"1..9",
	// oneof:"a b" and secret:"true" are checked; operator:"true" keeps an option from the pages of companies.
	Config any
}

// Requires is what must be there before a plugin can be on.
type Requires struct {
	Plugins []string // that must be on too, and start before it
	After   []string // that start before it when they are on; without them it does without
	Tables  []Table
	Env     []Env
}

// Table is a table with the columns that a plugin reads or writes, whichever file of schema/ declares it.
type Table struct {
	Name    string
	Columns []string
}

// Env is a variable of the environment that a plugin reads.
type Env struct {
	Name     string
	Doc      string
	Default  string // as documentation: what holds when it is empty
	Example  string
	Secret   bool // shown as "set", never in clear
	Required bool // the plugin cannot be on without it
}

// Provides is what a plugin gives to pages, resources and clients.
type Provides struct {
	Components []Component // for the pages of ui.yaml
	Actions    []string    // @action of a table that this plugin supplies, as table.action
	Procedures []string    // typed operations, in form, API and client alike
}

// Component is a part of a page that ui.yaml places.
type Component struct {
	Name  string
	Doc   string
	Props []Prop
}

// Prop is a named argument of a component.
type Prop struct {
	Name     string
	Kind     Kind
	Doc      string
	Table    string   // for Record and List: the only table it takes; empty takes any resource
	OneOf    []string // for Text: the values it takes; empty takes any
	Required bool
}

// Kind says what value a prop takes.
type Kind string

// The kinds of a prop's value.
const (
	Text   Kind = "text"
	Number Kind = "number"
	Switch Kind = "switch"
	Record Kind = "record"  // a binding to one row: conversations.get(:id)
	List   Kind = "list"    // a binding to rows: conversations.list(sort: -updated_at, limit: 5)
	Column Kind = "column"  // a column of the table that another prop binds
	Fields Kind = "columns" // a list of such columns
)
