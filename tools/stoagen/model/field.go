package model

import "stoa/tools/stoagen/annotation"

// Widget is a way to edit a value.
type Widget string

// The widgets. Relation is a select that searches on the server; Hidden has no field at all.
const (
	WidgetText     Widget = "text"
	WidgetTextarea Widget = "textarea"
	WidgetMarkdown Widget = "markdown"
	WidgetEmail    Widget = "email"
	WidgetURL      Widget = "url"
	WidgetTel      Widget = "tel"
	WidgetNumber   Widget = "number"
	WidgetSlider   Widget = "slider"
	WidgetSwitch   Widget = "switch"
	WidgetRadio    Widget = "radio"
	WidgetSelect   Widget = "select"
	WidgetTags     Widget = "tags"
	WidgetJSON     Widget = "json"
	WidgetColor    Widget = "color"
	WidgetDate     Widget = "date"
	WidgetDatetime Widget = "datetime" // local time
	WidgetTime     Widget = "time"
	WidgetRelation Widget = "relation"
	WidgetHidden   Widget = "hidden"
)

// Field is everything derived for a column, each with its reason. A fact that is not Known does not hold.
type Field struct {
	Caption   Fact[string] `json:"caption,omitzero" fact:"caption"` // what people call the column
	Help      Fact[string] `json:"help,omitzero" fact:"help"`
	Widget    Fact[Widget] `json:"widget,omitzero" fact:"widget"`
	InForm    Fact[bool]   `json:"inForm,omitzero" fact:"in forms"`
	Hidden    Fact[bool]   `json:"hidden,omitzero" fact:"hidden"`       // never leaves the server
	Secret    Fact[bool]   `json:"secret,omitzero" fact:"secret"`       // write-only, encrypted
	ReadOnly  Fact[bool]   `json:"readonly,omitzero" fact:"readonly"`   // shown, never edited
	Immutable Fact[bool]   `json:"immutable,omitzero" fact:"immutable"` // set once, at creation
	Required  Fact[bool]   `json:"required,omitzero" fact:"required"`   // a switch is always sent, so its HTML must not say so
	MinLength Fact[int]    `json:"minlength,omitzero" fact:"minlength"` // characters
	MaxLength Fact[int]    `json:"maxlength,omitzero" fact:"maxlength"`
	MaxBytes  Fact[int]    `json:"maxbytes,omitzero" fact:"maxbytes"`
	Min       Fact[string] `json:"min,omitzero" fact:"min"` // decimal or date
	MinOpen   Fact[bool]   `json:"minOpen,omitzero" fact:"min itself excluded"`
	Max       Fact[string] `json:"max,omitzero" fact:"max"`
	MaxOpen   Fact[bool]   `json:"maxOpen,omitzero" fact:"max itself excluded"`
	Step      Fact[string] `json:"step,omitzero" fact:"step"` // decimal or "any"
	MinItems  Fact[int]    `json:"minitems,omitzero" fact:"minitems"`
	MaxItems  Fact[int]    `json:"maxitems,omitzero" fact:"maxitems"`
	Pattern   Fact[string] `json:"pattern,omitzero" fact:"pattern"` // the whole text must match
	JSONType  Fact[string] `json:"jsontype,omitzero" fact:"json type"`
	Trim      Fact[bool]   `json:"trim,omitzero" fact:"trim"`
	Lower     Fact[bool]   `json:"lower,omitzero" fact:"lower"`
	Email     Fact[bool]   `json:"email,omitzero" fact:"email"`
	URL       Fact[bool]   `json:"url,omitzero" fact:"url"`
	SlugFrom  Fact[string] `json:"slugFrom,omitzero" fact:"slug from"`

	Options     Fact[[]Option]         `json:"options,omitzero" fact:"options"`
	RelatesTo   Fact[string]           `json:"relatesTo,omitzero" fact:"relates to"` // the table; Column.Ref has the key
	OptionLabel Fact[string]           `json:"optionLabel,omitzero" fact:"option label"`
	OptionWhere Fact[*annotation.Expr] `json:"optionWhere,omitzero" fact:"option where"`
	OptionLimit Fact[int]              `json:"optionLimit,omitzero" fact:"option limit"`
	Default     Fact[string]           `json:"default,omitzero" fact:"default"`           // the value in a new form, or me, or now
	DefaultBy   Fact[string]           `json:"defaultBy,omitzero" fact:"default made by"` // value, me, now, or database for an SQL expression

	Placeholder Fact[string]           `json:"placeholder,omitzero" fact:"placeholder"`
	Group       Fact[string]           `json:"group,omitzero" fact:"group"`
	Example     Fact[string]           `json:"example,omitzero" fact:"example"`
	Show        Fact[*annotation.Expr] `json:"show,omitzero" fact:"show when"`
	Format      Fact[string]           `json:"format,omitzero" fact:"format"`
	PII         Fact[bool]             `json:"pii,omitzero" fact:"pii"`
	Read        Fact[*annotation.Expr] `json:"read,omitzero" fact:"who reads"`   // besides who reads the row
	Write       Fact[*annotation.Expr] `json:"write,omitzero" fact:"who writes"` // besides who updates the row

	InList     Fact[bool]   `json:"inList,omitzero" fact:"in lists"`
	Badge      Fact[bool]   `json:"badge,omitzero" fact:"badge"`
	Sortable   Fact[bool]   `json:"sortable,omitzero" fact:"sortable"`
	Filterable Fact[bool]   `json:"filterable,omitzero" fact:"filterable"`
	Searchable Fact[bool]   `json:"searchable,omitzero" fact:"searchable"`
	Unique     Fact[string] `json:"unique,omitzero" fact:"unique"` // the constraint or index whose conflict is a message here
	Was        Fact[string] `json:"was,omitzero" fact:"was"`
}
