package model

import "stoa/tools/stoagen/diag"

// Column is a column of a table.
type Column struct {
	Name       string      `json:"name"`
	Pos        diag.Pos    `json:"pos"`
	Table      *Table      `json:"-"`
	Type       Type        `json:"type"`
	Go         GoType      `json:"go"`
	NotNull    bool        `json:"notNull,omitempty"`
	Default    string      `json:"default,omitempty"`   // SQL; "" is none
	Literal    *string     `json:"literal,omitempty"`   // the default's value, when it is a constant
	Generated  string      `json:"generated,omitempty"` // "stored", "identity" or ""
	Comment    string      `json:"comment,omitempty"`   // COMMENT ON COLUMN
	CommentPos diag.Pos    `json:"-"`
	Checks     []*Check    `json:"-"` // those that read this column and no other, its domain's included
	Uniques    []*Unique   `json:"-"` // keys that are this column, or it and tenant_id
	Ref        *ForeignKey `json:"-"` // the foreign key whose Column this is, or nil
	Field      Field       `json:"field"`
}

// Key reports whether the column is what /path/{id} holds.
func (c *Column) Key() bool { return c.Table != nil && c.Table.Key == c }

// Base is what kind of values a type has, whatever its spelling.
type Base string

// The bases.
const (
	Text      Base = "text"
	Integer   Base = "integer"
	Decimal   Base = "decimal" // numeric: exact
	Float     Base = "float"
	Boolean   Base = "boolean"
	UUID      Base = "uuid"
	Timestamp Base = "timestamp" // with time zone or without: see Type.Name
	Date      Base = "date"
	Time      Base = "time"
	Interval  Base = "interval"
	JSON      Base = "json"
	Bytes     Base = "bytes"
	Vector    Base = "vector"
	Search    Base = "tsvector"
	Choice    Base = "enum"
	Network   Base = "network" // inet, cidr
	Opaque    Base = "other"   // no field can edit it
)

// Type is an SQL type.
type Type struct {
	SQL       string  `json:"sql"`  // as one writes it: "numeric(6,2)", "text[]", "member_role"
	Name      string  `json:"name"` // without arguments and brackets, in one spelling: varchar, integer, timestamptz
	Base      Base    `json:"base"` // of the items, when Array
	Array     bool    `json:"array,omitempty"`
	Length    int     `json:"length,omitempty"` // varchar(n), char(n); dimensions of a vector
	Precision int     `json:"precision,omitempty"`
	Scale     int     `json:"scale,omitempty"` // digits behind the point; only with Precision
	Enum      *Enum   `json:"-"`
	Domain    *Domain `json:"-"` // Base and the rest are then those of the domain's type
}

// GoType is the type that sqlc gives the column, by sqlc.yaml.
type GoType struct {
	Name   string `json:"name"`             // "string", "*time.Time", "uuid.UUID", "MemberRole" of package db
	Import string `json:"import,omitempty"` // "" for built-in types and those of package db
}
