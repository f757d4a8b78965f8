package model

import "stoa/tools/stoagen/diag"

// ForeignKey is a REFERENCES or FOREIGN KEY.
type ForeignKey struct {
	Name       string       `json:"name"`
	Pos        diag.Pos     `json:"pos"`
	Table      *Table       `json:"-"` // where it stands
	Columns    []string     `json:"columns"`
	Target     *Table       `json:"-"` // where it points; nil only in a schema with errors
	TargetName string       `json:"target"`
	RefColumns []string     `json:"refColumns"`           // never empty once compiled
	OnDelete   string       `json:"onDelete,omitempty"`   // cascade, restrict, set null, set default; "" is no action
	OnUpdate   string       `json:"onUpdate,omitempty"`   // likewise
	SetColumns []string     `json:"setColumns,omitempty"` // ON DELETE SET NULL (columns)
	Message    Fact[string] `json:"message,omitzero"`
	Field      Fact[string] `json:"field,omitzero"`
}

// Column is the one column besides tenant_id that holds the reference, or "" when there are none or several.
func (k *ForeignKey) Column() string { return only(k.Columns) }

// RefColumn is the column that Column points at, or "".
func (k *ForeignKey) RefColumn() string { return only(k.RefColumns) }

// Relation is what the reference is called in includes and panels: user for user_id.
func (k *ForeignKey) Relation() string {
	c := k.Column()
	if n := len(c) - len("_id"); n > 0 && c[n:] == "_id" {
		return c[:n]
	}
	return c
}

// TenantColumn ties a row to its tenant.
const TenantColumn = "tenant_id"

func only(columns []string) string {
	one := ""
	for _, c := range columns {
		switch {
		case c == TenantColumn:
		case one != "":
			return ""
		default:
			one = c
		}
	}
	if one == "" && len(columns) == 1 {
		return columns[0]
	}
	return one
}

// Index is a CREATE INDEX.
type Index struct {
	Name    string       `json:"name"`
	Pos     diag.Pos     `json:"pos"`
	Method  string       `json:"method"` // btree, gin, gist, hnsw …
	Unique  bool         `json:"unique,omitempty"`
	Parts   []IndexPart  `json:"parts"`
	Include []string     `json:"include,omitempty"`
	Where   string       `json:"where,omitempty"` // the condition of a partial index, as SQL
	Global  Fact[bool]   `json:"global,omitzero"`
	Message Fact[string] `json:"message,omitzero"`
	Field   Fact[string] `json:"field,omitzero"`
}

// IndexPart is a column or an expression of an index.
type IndexPart struct {
	Column  string `json:"column,omitempty"`
	Expr    string `json:"expr,omitempty"` // SQL, when there is no Column
	Opclass string `json:"opclass,omitempty"`
	Down    bool   `json:"down,omitempty"`
}

// Columns are the plain columns of an index.
func (x *Index) Columns() []string {
	var columns []string
	for _, p := range x.Parts {
		if p.Column != "" {
			columns = append(columns, p.Column)
		}
	}
	return columns
}
