package emit

import (
	"encoding/json"
	"strconv"
)

// jsonTypes are the kinds as the API sends them: type and format.
var jsonTypes = map[string][2]string{
	"Email": {"string", "email"}, "URL": {"string", "uri"}, "Integer": {"integer", "int64"}, "Boolean": {"boolean", ""}, "Date": {"string", "date"},
	"Time": {"string", "date-time"}, "Relation": {"string", "uuid"}, "ID": {"string", "uuid"},
}

// nullable reports whether the API may send nothing for the column: where there is none, or to somebody who may not read it.
func (f field) nullable() bool { return !f.NotNull || f.Field.Read.Known() }

// typed is the schema of the field's type alone; null says that nothing is possible too.
func (f field) typed(null bool) object {
	if f.kind == "JSON" {
		return f.json(null)
	}
	t, ok := jsonTypes[f.kind]
	if !ok {
		t[0] = "string"
	}
	if f.kind == "Tags" {
		return obj("type", "array", "items", f.limited(obj("type", "string")))
	}
	var kind any = t[0]
	if null {
		kind = []string{t[0], "null"}
	}
	o := obj("type", kind)
	if t[1] != "" {
		o = o.with("format", t[1])
	}
	return o
}

// json is any JSON, unless the schema says which.
func (f field) json(null bool) object {
	kind := f.Field.JSONType.Value
	if kind == "" {
		return object{}
	}
	types := any(kind)
	if null {
		types = []string{kind, "null"}
	}
	o := obj("type", types)
	if kind == "array" {
		o = o.with("items", object{})
	}
	return o
}

// described adds what people read about the field.
func (f field) described(o object) object {
	text := f.Field.Caption.Value
	if help := f.Field.Help.Value; help != "" {
		text += ". " + help
	}
	o = o.with("description", text)
	if example := f.Field.Example.Value; example != "" && f.kind != "JSON" && f.kind != "Tags" {
		o = o.with("examples", []string{example})
	}
	return o
}

// output is the field as it is read. The values of an enum may become more.
func (f field) shown() object {
	o := f.typed(f.nullable())
	if f.kind == "Decimal" {
		o = o.with("pattern", `^-?\d+(\.\d+)?$`)
	}
	return f.described(f.enumerated(o, f.nullable()))
}

// input is the field as it is sent, with its rules.
func (f field) sent(null bool) object {
	o := f.typed(null)
	if f.kind != "Tags" {
		o = f.limited(f.enumerated(o, null))
	}
	if n := f.Field.MaxItems.Value; f.kind == "Tags" && n > 0 {
		o = o.with("maxItems", n)
	}
	if f.kind == "Integer" {
		for _, limit := range []struct{ name, value string }{
			{"minimum", f.bound(f.Field.Min.Value, f.Field.MinOpen.Value, 1)}, {"maximum", f.bound(f.Field.Max.Value, f.Field.MaxOpen.Value, -1)},
		} {
			if n, err := strconv.ParseInt(limit.value, 10, 64); err == nil {
				o = o.with(limit.name, n)
			}
		}
	}
	if d := f.defaultJSON(); d != nil {
		o = o.with("default", d)
	}
	return f.described(o)
}

func (f field) enumerated(o object, null bool) object {
	if f.kind != "Enum" || !f.Field.Options.Known() {
		return o
	}
	var values []any
	for _, option := range f.Field.Options.Value {
		values = append(values, option.Value)
	}
	if null {
		values = append(values, nil)
	}
	return o.with("enum", values)
}

// limited adds the limits of a text. A pattern is one of RE2, which JSON Schema's dialect contains.
func (f field) limited(o object) object {
	switch f.kind {
	case "Text", "Textarea", "Markdown", "Email", "URL", "Slug", "Secret":
		if n := f.Field.MinLength.Value; n > 0 {
			o = o.with("minLength", n)
		}
		if n := f.Field.MaxLength.Value; n > 0 {
			o = o.with("maxLength", n)
		}
	case "Decimal":
		return o.with("pattern", `^[+-]?\d{1,60}(\.\d{1,60})?$`)
	case "Color":
		return o.with("pattern", `^#[0-9a-fA-F]{6}$`)
	}
	if p := f.pattern(); p != "" && !f.Field.Lower.Value && !f.Field.Trim.Value {
		o = o.with("pattern", "^(?:"+p+")$")
	}
	return o
}

// defaultJSON is what a new row has when the field is left out, where the schema says it.
func (f field) defaultJSON() any {
	v := f.Field.Default.Value
	if f.Field.DefaultBy.Value != "value" || f.Literal == nil && !f.Field.Default.Known() || f.shownDefault() == "" {
		return nil
	}
	switch f.kind {
	case "Boolean", "Integer", "JSON":
		if raw := map[string]string{"t": "true", "f": "false"}[v]; raw != "" {
			v = raw
		}
		if json.Valid([]byte(v)) {
			return json.RawMessage(v)
		}
		return nil
	}
	return v
}

// settable reports whether a program may send the field.
func (t *table) settable(f field, creating bool) bool {
	x := f.Field
	return t.hasForm() && x.InForm.Value && !x.ReadOnly.Value && (creating || !x.Immutable.Value)
}

// demanded reports whether a new row needs the field.
func (f field) demanded() bool {
	return f.Field.Required.Value || f.NotNull && f.Default == "" && f.Field.DefaultBy.Value != "now" && f.Field.DefaultBy.Value != "me"
}
