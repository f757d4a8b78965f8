// Package model is the schema as the generator sees it: tables, their columns, and every derived fact with its reason.
//
// A model is complete and linked: names have become pointers, annotations have become facts. Slices keep the order of
// the files and of the declarations in them, so that two runs give equal bytes; there are no maps.
package model

import "stoa/tools/stoagen/diag"

// Schema is all files of schema/ together.
type Schema struct {
	Extensions []string    `json:"extensions,omitempty"`
	Enums      []*Enum     `json:"enums,omitempty"`
	Domains    []*Domain   `json:"domains,omitempty"`
	Tables     []*Table    `json:"tables,omitempty"`
	Functions  []*Function `json:"functions,omitempty"`
	Views      []*View     `json:"views,omitempty"`
}

// Table returns the table of that name, or nil.
func (s *Schema) Table(name string) *Table {
	return find(s.Tables, name, func(t *Table) string { return t.Name })
}

// Enum returns the enum type of that name, or nil.
func (s *Schema) Enum(name string) *Enum {
	return find(s.Enums, name, func(e *Enum) string { return e.Name })
}

// Domain returns the domain of that name, or nil.
func (s *Schema) Domain(name string) *Domain {
	return find(s.Domains, name, func(d *Domain) string { return d.Name })
}

// TableNames lists the tables.
func (s *Schema) TableNames() []string {
	return names(s.Tables, func(t *Table) string { return t.Name })
}

// Enum is a type made by CREATE TYPE … AS ENUM.
type Enum struct {
	Name    string       `json:"name"`
	Pos     diag.Pos     `json:"pos"`
	Comment string       `json:"comment,omitempty"`
	Options []Option     `json:"options"`
	Was     Fact[string] `json:"was,omitzero"`
}

// Option is a value that can be chosen, and how people see it.
type Option struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// Domain is a type with rules; columns of it inherit them.
type Domain struct {
	Name    string       `json:"name"`
	Pos     diag.Pos     `json:"pos"`
	Comment string       `json:"comment,omitempty"`
	Type    Type         `json:"type"`
	NotNull bool         `json:"notNull,omitempty"`
	Default string       `json:"default,omitempty"`
	Literal *string      `json:"literal,omitempty"` // the default\'s value, when it is a constant
	Checks  []*Check     `json:"checks,omitempty"`
	Was     Fact[string] `json:"was,omitzero"`
}

// Function is a CREATE FUNCTION; its body is the database's business.
type Function struct {
	Name string   `json:"name"`
	Pos  diag.Pos `json:"pos"`
}

// View is a CREATE VIEW.
type View struct {
	Name    string   `json:"name"`
	Pos     diag.Pos `json:"pos"`
	Comment string   `json:"comment,omitempty"`
	// Invoker reports security_invoker = true: without it a view reads past row-level security.
	Invoker bool `json:"invoker,omitempty"`
}

func find[T any](all []*T, name string, of func(*T) string) *T {
	for _, one := range all {
		if of(one) == name {
			return one
		}
	}
	return nil
}

func names[T any](all []*T, of func(*T) string) []string {
	list := make([]string, len(all))
	for i, one := range all {
		list[i] = of(one)
	}
	return list
}
