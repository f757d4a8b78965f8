// Package resource describes a table to the CRUD engine: its fields, rules, permissions and queries, as generated code fills them in.
package resource

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// DBTX is what the queries run on: a tenant's door or a transaction of it. It is sqlc's interface.
type DBTX interface {
	Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
	Query(context.Context, string, ...any) (pgx.Rows, error)
	QueryRow(context.Context, string, ...any) pgx.Row
}

// Resource is one table as pages, forms, export and live rows show it.
type Resource struct {
	Table    string // "widgets"
	Path     string // first segment of its addresses: "widgets"
	Label    string // "Widget"
	Plural   string // "Widgets"
	Help     string // COMMENT ON TABLE
	Icon     string
	NavGroup string // "" keeps it out of the rail
	Order    int
	Parent   string // table whose detail page shows this one as a panel
	Title    string // field whose value names a row

	Ops    Ops
	Allow  Allow
	Fields []Field    // in the order of the table
	Layout [][]string // form rows of field names
	Panels []Panel
	Scopes []Tab // named tabs beside "All"
	List   ListSpec

	SoftDelete bool
	Audit      bool
	Live       bool // rows announce their changes
	Export     bool

	Store Store
}

// Ops are the operations that the resource offers.
type Ops struct{ List, Get, Create, Update, Delete, Export bool }

// Allow says who may do what.
type Allow struct{ Read, Create, Update, Delete Rule }

// Rule is who may: a role of at least Role, or, with Owner, the person whom the row belongs to. The zero Rule is nobody.
type Rule struct {
	Role  string // member, admin or owner; "" for no role
	Owner bool
}

// ListSpec is the list page.
type ListSpec struct {
	Columns []string
	Sorts   []string // fields that an index sorts by
	Default Sort
	Page    int
	Search  []string // fields that the search box looks into; none hides it
	Filters []string
}

// Sort is an order of rows; equal ones are ordered by id.
type Sort struct {
	Field string
	Desc  bool
}

// Tab is a named part of the list.
type Tab struct{ Name, Label string }

// Panel is a child table on the detail page: the rows whose By column is this row.
type Panel struct{ Table, By string }

// Kind is the sort of control and of value of a field.
type Kind string

// The kinds and the Go type of their values; nil is the absence of a value for each.
const (
	Text     Kind = "text"     // string
	Textarea Kind = "textarea" // string
	Markdown Kind = "markdown" // string
	Email    Kind = "email"    // string
	URL      Kind = "url"      // string
	Slug     Kind = "slug"     // string
	Color    Kind = "color"    // string, #rrggbb
	Secret   Kind = "secret"   // string, write-only
	Integer  Kind = "integer"  // int64
	Decimal  Kind = "decimal"  // string, a decimal number: no float rounds it
	Boolean  Kind = "boolean"  // bool
	Enum     Kind = "enum"     // string, one of Options
	Date     Kind = "date"     // time.Time at midnight UTC
	Time     Kind = "time"     // time.Time
	JSON     Kind = "json"     // json.RawMessage
	Tags     Kind = "tags"     // []string
	Relation Kind = "relation" // uuid.UUID
	ID       Kind = "id"       // uuid.UUID
)

// Field is one column.
type Field struct {
	Name        string
	Label       string
	Help        string // COMMENT ON COLUMN
	Kind        Kind
	Required    bool
	Readonly    bool // never in a form
	Immutable   bool // only in the form that creates
	Hidden      bool // never leaves the server
	MinLength   int  // characters; 0 is no limit
	MaxLength   int
	Min, Max    *float64
	Step        string // "0.01"
	Pattern     string // regular expression for the whole value
	PatternHelp string // what to write instead
	Trim, Lower bool
	Options     []Option // of an Enum
	Target      string   // table that a Relation points to
	Default     any      // what a new form shows
	Placeholder string
	Group       string // fold of the form, such as "Advanced"
	Format      string // bytes, percent, usd, tokens
	Unique      bool
	Example     string
}

// Option is one value of an enum, or one row that a relation may point to.
type Option struct{ Value, Label string }

// Values are a row's fields by name; see Kind for the types.
type Values map[string]any

// Row is one row as the engine sees it.
type Row struct {
	ID       uuid.UUID
	Revision string // changes with every write; an update names the one it was made from
	Values   Values
	Labels   map[string]string // of relations, by field: the label of the row pointed to
	Deleted  *time.Time        // in the trash since
}

// Scope is who asks. All says that the rule lets them see every row of the tenant; otherwise only their own.
type Scope struct {
	Tenant, User uuid.UUID
	All          bool
}

// Query asks for rows; the zero value asks for the first page in default order.
type Query struct {
	Scope
	Search  string
	Filters Values // by field, typed
	Tab     string
	Parent  *uuid.UUID // with By: rows of one parent
	By      string
	Trash   bool
	Sort    Sort
	After   *Cursor
	Limit   int
	IDs     []uuid.UUID // only these; nil is all
}

// Cursor is the last row of a page: the value of its sort field and its id.
type Cursor struct {
	Value any
	ID    uuid.UUID
}

// Store runs a table's generated queries. Every function names the tenant in its scope. Get returns
// pgx.ErrNoRows for a row that is not there or may not be seen; functions that the resource does not offer are nil.
type Store struct {
	List    func(context.Context, DBTX, Query) ([]Row, error)
	Count   func(ctx context.Context, d DBTX, q Query, most int) (int, error) // counts to most and stops
	Get     func(ctx context.Context, d DBTX, s Scope, id uuid.UUID) (Row, error)
	Create  func(ctx context.Context, d DBTX, s Scope, id uuid.UUID, v Values) error
	Update  func(ctx context.Context, d DBTX, s Scope, id uuid.UUID, revision string, v Values) (int64, error) // 0: somebody saved first
	Delete  func(ctx context.Context, d DBTX, s Scope, ids []uuid.UUID) (int64, error)                         // into the trash with SoftDelete
	Restore func(ctx context.Context, d DBTX, s Scope, ids []uuid.UUID) (int64, error)
	Purge   func(ctx context.Context, d DBTX, s Scope, ids []uuid.UUID) (int64, error)
	Options func(ctx context.Context, d DBTX, s Scope, search string, limit int) ([]Option, error)
	Touches func(ctx context.Context, d DBTX, s Scope, id uuid.UUID) ([]Touched, error) // what a delete takes with it
}

// Touched is a number of rows of another table.
type Touched struct {
	Table string
	Count int64
}
