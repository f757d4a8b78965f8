package resource

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
	Required    bool // has to be filled in
	Defaulted   bool // may be left empty when a row is made, since the database has a default, but not be emptied later
	Readonly    bool // never in a form
	Immutable   bool // only in the form that creates
	Hidden      bool // never leaves the server
	MinLength   int  // characters; 0 is no limit
	MaxLength   int
	MaxItems    int    // of Tags
	Min, Max    string // decimal numbers, or dates
	Step        string // "0.01"
	Pattern     string // regular expression for the whole value, or for each of Tags
	PatternHelp string // what to write instead
	JSONType    string // "object" or "array"; "" takes any JSON
	Trim, Lower bool
	Options     []Option // of an Enum
	Target      string   // table that a Relation points to
	Default     any      // what a new form shows
	Placeholder string
	Group       string // fold of the form, such as "Advanced"
	Format      string // bytes, percent, usd (nano-USD), tokens
}

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

// Shown reports whether a page or a file may show the field's value.
func (f Field) Shown() bool { return !f.Hidden }
