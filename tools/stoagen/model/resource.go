package model

import "stoa/tools/stoagen/annotation"

// Resource is what @resource and the annotations that need it say.
type Resource struct {
	Label  Fact[string]   `json:"label" fact:"label"`
	Plural Fact[string]   `json:"plural" fact:"plural"`
	Path   Fact[string]   `json:"path" fact:"path"` // without slashes at its ends
	Icon   Fact[string]   `json:"icon,omitzero" fact:"icon"`
	Nav    Fact[string]   `json:"nav" fact:"nav"`
	Order  Fact[int]      `json:"order" fact:"order"`
	Title  Fact[string]   `json:"title" fact:"title"`            // a template: {column}, {user_id.name}
	Parent Fact[string]   `json:"parent,omitzero" fact:"parent"` // the table
	Ops    Fact[[]string] `json:"ops" fact:"ops"`

	ParentKey *ForeignKey `json:"-"` // the foreign key to Parent, or nil

	Columns  Fact[[]string]  `json:"columns" fact:"list columns"`
	Sort     Fact[[]SortKey] `json:"sort" fact:"list sort"`
	PageSize Fact[int]       `json:"pageSize" fact:"list page"`
	Count    Fact[string]    `json:"count" fact:"list count"` // none, capped, exact
	View     Fact[string]    `json:"view" fact:"list view"`   // table, cards

	Search     Fact[[]string]   `json:"search,omitzero" fact:"search"` // columns
	SearchMode Fact[string]     `json:"searchMode,omitzero" fact:"search mode"`
	Language   Fact[string]     `json:"language,omitzero" fact:"search language"` // of fts
	Scopes     []Scope          `json:"scopes,omitempty"`
	Layout     Fact[[][]string] `json:"layout" fact:"form layout"`            // rows of columns
	Panels     Fact[[]string]   `json:"panels,omitzero" fact:"detail panels"` // tables; PanelKeys are in the same order
	PanelKeys  []*ForeignKey    `json:"-"`
	Actions    []Action         `json:"actions,omitempty"`
	Hooks      Fact[[]string]   `json:"hooks,omitzero" fact:"hooks"`
	APIOps     Fact[[]string]   `json:"apiOps" fact:"api ops"` // empty: no API
	Include    Fact[[]string]   `json:"include,omitzero" fact:"api include"`
	Export     Fact[string]     `json:"export,omitzero" fact:"export"`
	Import     Fact[string]     `json:"import,omitzero" fact:"import"`
}

// Has reports whether the resource can do an operation: list, get, create, update, delete, export or import.
func (r *Resource) Has(op string) bool {
	for _, o := range r.Ops.Value {
		if o == op {
			return true
		}
	}
	return false
}

// Access says who may do what with rows: what @allow says, or the default. Who updates or deletes a row must be one
// who reads it as well.
type Access struct {
	Read   Fact[*annotation.Expr] `json:"read" fact:"who reads"`
	Create Fact[*annotation.Expr] `json:"create" fact:"who creates"`
	Update Fact[*annotation.Expr] `json:"update" fact:"who updates"`
	Delete Fact[*annotation.Expr] `json:"delete" fact:"who deletes"`
}

// SortKey is a column of an order.
type SortKey struct {
	Column string `json:"column"`
	Down   bool   `json:"down,omitempty"`
}

// String is column or -column.
func (k SortKey) String() string {
	if k.Down {
		return "-" + k.Column
	}
	return k.Column
}

// Scope is a named tab of the list.
type Scope struct {
	Name  string           `json:"name"`
	Label string           `json:"label"`
	Where *annotation.Expr `json:"where"`
	Why   Reason           `json:"-"`
}

// Action is a button that calls a Go function.
type Action struct {
	Name    string           `json:"name"`
	Label   string           `json:"label"`
	Confirm string           `json:"confirm,omitempty"`
	Bulk    bool             `json:"bulk,omitempty"`
	Ask     []string         `json:"ask,omitempty"`   // columns
	Allow   *annotation.Expr `json:"allow,omitempty"` // nil: who may update
	Why     Reason           `json:"-"`
}

// Realtime says which events a table gives off.
type Realtime struct {
	Subscribe Fact[[]string] `json:"subscribe" fact:"realtime topics"`    // list, get
	Broadcast Fact[[]string] `json:"broadcast" fact:"realtime broadcast"` // created, updated, deleted
	By        Fact[string]   `json:"by,omitzero" fact:"realtime by"`      // a foreign key: whose pages are told of their own rows alone
	Stream    Fact[string]   `json:"stream,omitzero" fact:"realtime stream"`
}
