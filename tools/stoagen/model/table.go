package model

import (
	"strings"

	"stoa/tools/stoagen/diag"
)

// Table is a table with everything that hangs on it.
type Table struct {
	Name    string    `json:"name"`
	Plugin  string    `json:"plugin"` // the file's name without .sql
	Pos     diag.Pos  `json:"pos"`
	Comment string    `json:"comment,omitempty"` // COMMENT ON TABLE
	Columns []*Column `json:"columns"`

	PrimaryKey  *Unique       `json:"primaryKey,omitempty"`
	Uniques     []*Unique     `json:"uniques,omitempty"` // UNIQUE constraints; unique indexes are among Indexes
	Checks      []*Check      `json:"checks,omitempty"`  // those of columns included
	ForeignKeys []*ForeignKey `json:"foreignKeys,omitempty"`
	Indexes     []*Index      `json:"indexes,omitempty"` // made by CREATE INDEX
	Triggers    []*Trigger    `json:"triggers,omitempty"`
	Referrers   []*ForeignKey `json:"-"` // foreign keys of other tables, and of this one, that point here

	Global   Fact[bool] `json:"global,omitzero" fact:"global"`
	Internal Fact[bool] `json:"internal,omitzero" fact:"internal"`
	Key      *Column    `json:"-"` // what /path/{id} holds: the one column of the primary key besides tenant_id, or nil
	Label    *Column    `json:"-"` // the row's name: @label or the best guess; nil only when the table has no key
	Owner    *Column    `json:"-"` // the @owner column, or nil
	Revision *Column    `json:"-"` // updated_at, which with xmin is the revision token, or nil
	Facts    TableFacts `json:"facts" fact:"…"`
	Resource *Resource  `json:"resource,omitempty" fact:"…"` // nil without @resource
	Access   *Access    `json:"access,omitempty" fact:"…"`   // nil without either
	Realtime *Realtime  `json:"realtime,omitempty" fact:"…"` // nil without @realtime
}

// TableFacts are what holds for a table, resource or not.
type TableFacts struct {
	Key        Fact[string] `json:"key,omitzero" fact:"key"`
	Label      Fact[string] `json:"label,omitzero" fact:"label column"`
	Owner      Fact[string] `json:"owner,omitzero" fact:"owner column"`
	Revision   Fact[string] `json:"revision,omitzero" fact:"revision"`
	Audit      Fact[bool]   `json:"audit,omitzero" fact:"audit"`
	SoftDelete Fact[string] `json:"softDelete,omitzero" fact:"soft delete column"` // the column
	Retention  Retention    `json:"retention,omitzero" fact:"…"`
	Was        Fact[string] `json:"was,omitzero" fact:"was"`
}

// Retention says when rows are deleted for good.
type Retention struct {
	Days   Fact[int]    `json:"days,omitzero" fact:"retention days"`
	Column Fact[string] `json:"column,omitzero" fact:"retention column"`
}

// Tenant reports whether rows belong to a tenant: every table that is not @global. The table tenants is global.
func (t *Table) Tenant() bool { return !t.Global.Value }

// Column returns the column of that name, or nil.
func (t *Table) Column(name string) *Column {
	return find(t.Columns, name, func(c *Column) string { return c.Name })
}

// ReferrerFrom is the one foreign key by which the rows of another table belong to rows of this one, or nil.
func (t *Table) ReferrerFrom(name string) *ForeignKey {
	var found *ForeignKey
	for _, k := range t.Referrers {
		switch {
		case k.Table.Name != name || t.Key == nil || k.RefColumn() != t.Key.Name:
		case found != nil:
			return nil
		default:
			found = k
		}
	}
	return found
}

// ColumnNames lists the columns.
func (t *Table) ColumnNames() []string {
	return names(t.Columns, func(c *Column) string { return c.Name })
}

// Words are those of the columns that a search of words looks into, as an index has them; the columns stand behind prefix.
func (t *Table) Words(prefix string) string {
	parts := make([]string, len(t.Resource.Search.Value))
	for i, name := range t.Resource.Search.Value {
		parts[i] = "coalesce(" + prefix + name + ", '')"
	}
	return "to_tsvector('" + t.Resource.Language.Value + "', " + strings.Join(parts, " || ' ' || ") + ")"
}

// maxLabel bounds how many foreign keys a label follows, so that a circle of them ends.
const maxLabel = 3

// Naming is the template that names a row: {name}; where a foreign key names it, {user_id.name} follows the key.
func (t *Table) Naming() string {
	path := t.Label.Name
	for c, n := t.Label, 0; n < maxLabel && c.Ref != nil && c.Ref.Target.Label != nil && c.Ref.Target != t; n++ {
		c = c.Ref.Target.Label
		path += "." + c.Name
	}
	return "{" + path + "}"
}

// Unique is a PRIMARY KEY or UNIQUE constraint.
type Unique struct {
	Name    string       `json:"name"`
	Pos     diag.Pos     `json:"pos"`
	Columns []string     `json:"columns"`
	Global  Fact[bool]   `json:"global,omitzero"`  // @global: unique over all tenants on purpose
	Message Fact[string] `json:"message,omitzero"` // @message
	Field   Fact[string] `json:"field,omitzero"`   // the column at which a conflict is shown; none: at the form
}

// Trigger is a CREATE TRIGGER of the schema; generated triggers are not in the model.
type Trigger struct {
	Name     string   `json:"name"`
	Pos      diag.Pos `json:"pos"`
	Function string   `json:"function"`
}
