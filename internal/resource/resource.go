// Package resource describes a table to the CRUD engine: its fields, rules, permissions and queries, as generated code fills them in.
package resource

import (
	"cmp"
	"strings"
)

// Resource is one table as pages, forms, export and live rows show it.
type Resource struct {
	Table    string // "widgets"
	Path     string // first segment of its addresses: "widgets"
	Label    string // "Widget"
	Plural   string // "Widgets"
	Help     string // COMMENT ON TABLE
	Icon     string // above the words of an empty list
	NavGroup string // "" keeps it out of the rail
	Order    int
	Parent   string // table whose detail page shows this one as a panel
	Title    string // field whose value names a row
	Called   string // template of several fields that name it, {name} ({kind}); "" is Title alone

	Ops         Ops      // of the pages
	API         Ops      // of the JSON API
	Include     []string // relations, such as owner for owner_id, whose rows the API sends along when it is asked to
	Allow       Allow
	Fields      []Field    // in the order of the table
	Layout      [][]string // form rows of field names; fields that it leaves out follow, one a row
	Panels      []Panel
	Tabs        []Tab // named parts of the list, beside "All"
	List        ListSpec
	Constraints []Constraint

	Actions []Action // buttons whose functions must be supplied

	Hooks []string // steps that must be supplied, as the schema names them: before_create

	SoftDelete bool
	Audit      bool
	Live       Live
	Stream     string // text field whose pieces are shown while a program writes them on the bus, under the row's id
	Personal   bool   // a page of the list depends on who asks, not only on his role

	Store  Store
	Record any // the zero of what sqlc scans a row into
}

// Live says which pages follow what happens to rows: lists, and those of single rows.
type Live struct {
	List, Get bool
	By        string // a relation; pages that show the rows of one of its targets follow those alone
}

// Ops are the operations that the resource offers.
type Ops struct{ List, Get, Create, Update, Delete, Export, Import bool }

// Allow says who may do what.
type Allow struct{ Read, Create, Update, Delete Rule }

// ListSpec is the list page.
type ListSpec struct {
	Columns []string
	Sorts   []string // fields that an index sorts by; none of them is nullable
	Default Sort
	Page    int      // rows on a page
	Count   int      // counts to so many and then says "more than"; 0 counts nothing
	Search  []string // fields that the search box looks into; none hides it
	Cards   bool     // rows are cards in place of lines
	Filters []string // fields; times, dates and numbers are filtered by range
}

// Sort is an order of rows; equal ones are ordered by id, in the same direction.
type Sort struct {
	Field string
	Desc  bool
}

// Key is the order in one word: "name", or "-name" for descending.
func (s Sort) Key() string {
	if s.Desc {
		return "-" + s.Field
	}
	return s.Field
}

// Tab is a named part of the list.
type Tab struct{ Name, Label string }

// Panel is a child table on the detail page: the rows whose By column is this row.
type Panel struct{ Table, By string }

// Action is a button on a row, or on several, that calls a function of the plugin.
type Action struct {
	Name, Label string
	Confirm     string   // a question asked first
	Bulk        bool     // also for several rows at once
	Ask         []string // fields that its form asks for
	Allow       Rule
}

// Constraint says in plain words what is wrong when the database refuses a row.
type Constraint struct {
	Name    string // as the database calls it
	Field   string // where the message stands; "" is the whole form
	Message string
}

// Field returns the field of that name.
func (r Resource) Field(name string) (Field, bool) {
	for _, f := range r.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// TitleOf is what a row is called; one without a title goes by the start of its id.
func (r Resource) TitleOf(row Row) string {
	title, named := "", false
	for rest := cmp.Or(r.Called, "{"+r.Title+"}"); rest != ""; {
		before, after, _ := strings.Cut(rest, "{")
		name, more, _ := strings.Cut(after, "}")
		part := r.nameOf(name, row)
		named = named || part != ""
		title, rest = title+before+part, more
	}
	if !named {
		return r.Label + " " + row.ID.String()[:8]
	}
	return strings.TrimSpace(title)
}

// nameOf is the part of a title that a field gives; a relation is called as what it points to.
func (r Resource) nameOf(name string, row Row) string {
	f, ok := r.Field(name)
	if label := row.Labels[name]; ok && f.Kind == Relation && label != "" {
		return label
	}
	if !ok {
		return ""
	}
	if f.Kind == Enum {
		return OptionLabel(f, Encode(f, row.Values[name]))
	}
	return Encode(f, row.Values[name])
}
