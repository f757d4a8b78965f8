package emit

import (
	"fmt"

	"stoa/tools/stoagen/model"
)

// field is a column as the generated queries and the engine see it.
type field struct {
	*model.Column
	kind string // name of the constant in package resource; "" for a column that no page shows
	text bool   // travels as text and is cast in SQL, because the engine's value is a string and the column's is none

	sees, writes column // what @allow on the column says; none is whatever holds for the row
}

// column is who may with a column: the rule, and its condition in SQL, which is "" when the rule is no other than the row's.
type column struct {
	rule
	sql string
}

// kinds by widget; those that depend on the type are decided in kindOf.
var kinds = map[model.Widget]string{
	model.WidgetText: "Text", model.WidgetTel: "Text", model.WidgetTime: "Text", model.WidgetTextarea: "Textarea",
	model.WidgetMarkdown: "Markdown", model.WidgetEmail: "Email", model.WidgetURL: "URL", model.WidgetSwitch: "Boolean",
	model.WidgetRadio: "Enum", model.WidgetSelect: "Enum", model.WidgetTags: "Tags", model.WidgetJSON: "JSON",
	model.WidgetColor: "Color", model.WidgetDate: "Date", model.WidgetDatetime: "Time", model.WidgetRelation: "Relation",
	model.WidgetNumber: "Decimal", model.WidgetSlider: "Decimal",
}

func kindOf(c *model.Column) string {
	kind := kinds[c.Field.Widget.Value]
	switch {
	case c.Field.Secret.Value:
		return "Secret"
	case c.Type.Array && kind != "Tags":
		return ""
	case kind == "Decimal" && c.Type.Base == model.Integer:
		return "Integer"
	case kind == "Text" && c.Field.SlugFrom.Known():
		return "Slug"
	case (kind == "Text" || kind == "Relation") && c.Type.Base == model.UUID:
		if kind == "Text" {
			return "ID"
		}
	case kind == "Relation":
		return "Text"
	}
	return kind
}

// values are the Go types of the kinds whose value is no string, and the SQL types in which those travel.
var values = map[string]struct{ goType, sql string }{
	"Integer": {"int64", "bigint"}, "Boolean": {"bool", "boolean"}, "Date": {"time.Time", "date"},
	"Time": {"time.Time", "timestamptz"}, "JSON": {"json.RawMessage", "jsonb"}, "Tags": {"[]string", "text[]"},
	"Relation": {"uuid.UUID", "uuid"}, "ID": {"uuid.UUID", "uuid"},
}

func newField(c *model.Column) field {
	f := field{Column: c, kind: kindOf(c)}
	_, typed := values[f.kind]
	f.text = f.kind != "" && f.kind != "Secret" && !typed && (c.Type.Base != model.Text || c.Type.Domain != nil)
	return f
}

func (f field) goType() string {
	if v, ok := values[f.kind]; ok {
		return v.goType
	}
	return "string"
}

// param is a parameter for the column's value: @name, or one that may be NULL.
func (f field) param(name string, nullable bool) string {
	ref := "@" + name
	if ident(name) != name {
		ref = "sqlc.arg('" + name + "')"
	}
	if nullable {
		ref = "sqlc.narg('" + name + "')"
	}
	switch v, typed := values[f.kind]; {
	case f.kind == "Secret" && f.Type.Base == model.Bytes:
		return "convert_to(" + ref + "::text, 'UTF8')"
	case f.text, f.Type.Name == "citext":
		return fmt.Sprintf("CAST(%s::text AS %s)", ref, f.castTo())
	case typed && f.kind == "JSON" && !nullable, typed && f.kind == "Tags" && !nullable:
		return ref
	case typed:
		return ref + "::" + v.sql
	case nullable:
		return ref + "::text"
	}
	return ref
}

// castTo is the type of a value that travels as text. Numbers keep all their digits: a filter's may have more than the column.
func (f field) castTo() string {
	if f.Type.Base == model.Decimal && f.Type.Domain == nil {
		return f.Type.Name
	}
	return f.Type.SQL
}

// given tests that an optional parameter is there.
func (f field) given(name string) string {
	sql := "text"
	if v, ok := values[f.kind]; ok {
		sql = v.sql
	}
	return "sqlc.narg('" + name + "')::" + sql
}

// output is the column in a SELECT, behind the prefix.
func (f field) output(prefix string) string {
	column := ident(f.Name)
	value := prefix + column
	if f.Type.Base == model.Decimal {
		value = "trim_scale(" + value + ")" // 2.5, not 2.500000
	}
	switch {
	case f.text && f.NotNull:
		return value + "::text AS " + column
	case f.text:
		return "coalesce(" + value + "::text, '')::text AS " + column
	case f.kind == "Integer" && f.NotNull && f.Go.Name != "int64":
		return value + "::bigint AS " + column
	}
	return value
}

// value is what the engine gets of the column, from row r.
func (f field) value() string {
	v := "r." + goName(f.Name)
	switch {
	case f.kind == "Secret", f.text && f.NotNull:
		return v
	case f.text:
		return "resource.Filled(" + v + ")"
	case f.kind == "Integer" && !f.NotNull && f.Go.Name != "*int64":
		return "resource.Whole(" + v + ")"
	case f.kind == "JSON" && !f.NotNull:
		return "resource.Raw(" + v + ")"
	case f.kind == "Tags", f.NotNull:
		return v
	}
	return "resource.Opt(" + v + ")"
}
