package resource

import "slices"

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
	Secret   Kind = "secret"   // string, write-only: a row's value only says whether one is set
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

// Field is one column. tenant_id and the id of the row are never fields.
type Field struct {
	Name        string
	Label       string
	Help        string // COMMENT ON COLUMN
	Kind        Kind
	Widget      string // radio, select, slider or tel, where the kind alone does not say it
	Required    bool   // has to be filled in
	Defaulted   bool   // may be left empty when a row is made, since the database has a default, but not be emptied later
	Readonly    bool   // never in a form
	Immutable   bool   // only in the form that creates
	Read, Write *Rule  // who may, besides who may read and update the row; nil is whoever may that
	Hidden      bool   // never leaves the server
	MinLength   int    // characters; 0 is no limit
	MaxLength   int
	MaxBytes    int // of the text in UTF-8; 0 is no limit
	MinItems    int // of Tags
	MaxItems    int
	Min, Max    string // decimal numbers, or dates
	Step        string // "0.01"
	Pattern     string // regular expression for the whole value, or for each of Tags
	PatternHelp string // what to write instead
	JSONType    string // "object" or "array"; "" takes any JSON
	Trim, Lower bool
	Options     []Option // of an Enum
	Show        *When    // asked for only while this holds; nil is always
	SlugFrom    string   // field that a Slug is made from while it is empty
	Target      string   // table that a Relation points to
	Offer       Offer    // what a Relation may point to; nil is what the target's Store offers
	Limit       int      // how many of those are loaded at a time; 0 is 20
	Default     any      // what a new form shows
	Placeholder string
	Example     string // a value as people write it, for documents
	Group       string // fold of the form, such as "Advanced"
	Format      string // bytes, percent, usd (nano-USD), tokens
}

// Removed is the value of a Secret that is to be set no more; nil leaves it as it is.
type Removed struct{}

// Option is one value of an enum, or one row that a relation may point to.
type Option struct{ Value, Label string }

// Ranged reports whether a filter on the field is a range, from and to, instead of one value.
func (k Kind) Ranged() bool {
	return k == Integer || k == Decimal || k == Date || k == Time
}

// Number reports whether values of the kind are aligned and compared as numbers.
func (k Kind) Number() bool { return k == Integer || k == Decimal }

// Writable reports whether a form may set the field; creating says that the row is being made.
func (f Field) Writable(creating bool) bool {
	return !f.Readonly && !f.Hidden && (creating || !f.Immutable)
}

// marked reports whether a rule that may be narrower lets a person of the role with the row; nil lets everybody.
func marked(r *Rule, role string, row Row) bool { return r == nil || r.Allows(role, row) }

// May narrows the fields to those that a person of the role may ever read; what they may not write becomes Readonly. With a
// row it is about that row; without, a field stays that may be read, or written, in some.
func May(fields []Field, role string, row *Row) []Field {
	out := make([]Field, 0, len(fields))
	for _, f := range fields {
		see := f.Read == nil || f.Read.Somebody(role)
		write := f.Write == nil || f.Write.Somebody(role)
		if row != nil {
			see, write = marked(f.Read, role, *row), marked(f.Write, role, *row)
		}
		if see {
			f.Readonly = f.Readonly || !write
			out = append(out, f)
		}
	}
	return out
}

// Narrowed reports whether some field is for some people only.
func (r Resource) Narrowed() bool {
	for _, f := range r.Fields {
		if f.Read != nil || f.Write != nil {
			return true
		}
	}
	return false
}

// Alike reports whether everybody of the role may do the same with every row, and sees the same of it.
func (r Resource) Alike(role string) bool {
	for _, rule := range []Rule{r.Allow.Read, r.Allow.Create, r.Allow.Update, r.Allow.Delete} {
		if rule.Somebody(role) != rule.Everybody(role) {
			return false
		}
	}
	return !r.Personal && !r.Narrowed()
}

// For is the resource as people of a role have it: without the fields that they may not read anywhere, and without lists
// sorted by those that they may not read everywhere.
func (r Resource) For(role string) Resource {
	if !r.Narrowed() {
		return r
	}
	whole := r
	r.Fields = May(r.Fields, role, nil)
	keep := func(names []string) []string {
		return slices.DeleteFunc(slices.Clone(names), func(name string) bool { _, ok := r.Field(name); return !ok })
	}
	l := &r.List
	l.Columns, l.Search, l.Filters = keep(l.Columns), keep(l.Search), keep(l.Filters)
	l.Sorts = slices.DeleteFunc(slices.Clone(l.Sorts), func(name string) bool {
		f, _ := whole.Field(name)
		return f.Read != nil && !f.Read.Everybody(role)
	})
	if _, ok := whole.Field(l.Default.Field); ok && !slices.Contains(l.Sorts, l.Default.Field) {
		l.Default = Sort{Field: Key, Desc: true}
	}
	return r
}

// Of is the resource as a person of a role has it in the form of one row.
func (r Resource) Of(role string, row *Row) Resource {
	if row != nil && r.Narrowed() {
		r.Fields = May(r.Fields, role, row)
	}
	return r
}

// Shown reports whether a page or a file may show the field's value.
func (f Field) Shown() bool { return !f.Hidden }
