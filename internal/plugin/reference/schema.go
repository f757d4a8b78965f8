package reference

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
)

type object = map[string]any

// StoaSchema is the JSON Schema of stoa.yaml: editors complete and check with it.
func StoaSchema(in Input) ([]byte, error) {
	var ids []string
	sections := object{}
	for _, p := range in.Plugins {
		ids = append(ids, p.ID)
		if p.Config != nil {
			section := structure(reflect.ValueOf(p.Config))
			section["description"] = p.Doc
			sections[p.ID] = section
		}
	}
	live := object{"enabled": object{"type": "boolean", "default": true, "description": "Whether pages of records change by themselves."}}
	for name, t := range in.Tables {
		if len(t.Broadcast) > 0 {
			live[name] = object{"oneOf": []any{object{"type": "boolean"}, list(enum(t.Broadcast))}, "description": "Which changes of " + name + " are told."}
		}
	}
	sections["plugins"] = object{"description": "Which plugins are on; all without this key.", "type": "array", "items": enum(ids), "uniqueItems": true}
	sections["realtime"] = closed(live)
	return text("stoa.yaml", sections)
}

// UISchema is the JSON Schema of ui.yaml.
func UISchema(in Input) ([]byte, error) {
	colour := object{"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
	components := object{}
	for _, c := range in.Components {
		props, needed := object{}, []string{}
		for _, p := range c.Props {
			props[p.Name] = prop(p)
			if p.Required {
				needed = append(needed, p.Name)
			}
		}
		o := closed(props)
		o["description"] = c.Doc
		if len(needed) > 0 {
			o["required"] = needed
		}
		components[c.Name] = o
	}
	word, switches := object{"type": "string"}, object{}
	for _, r := range in.Resources {
		switches[r] = object{"type": "boolean"}
	}
	page := closed(object{
		"path": word, "title": word, "layout": enum(ui.Layouts), "allow": enum(ui.Roles), "nav": word,
		"sections": list(closed(components)),
	})
	page["required"] = []string{"path", "sections"}
	return text("ui.yaml", object{
		"theme":     closed(object{"primary": colour, "primary_dark": colour, "radius": word, "dark": object{"type": "boolean"}}),
		"pages":     list(page),
		"resources": closed(switches),
	})
}

func prop(p manifest.Prop) object {
	o := object{"type": "string", "description": p.Doc}
	switch p.Kind {
	case manifest.Number:
		o["type"] = "integer"
	case manifest.Switch:
		o["type"] = "boolean"
	case manifest.Fields:
		o["type"], o["items"] = "array", object{"type": "string"}
	case manifest.Record:
		o["pattern"] = `^` + or(p.Table, "[a-z_0-9]+") + `\.get\(:[a-z]+\)$`
	case manifest.List:
		o["pattern"] = `^` + or(p.Table, "[a-z_0-9]+") + `\.list\(.*\)$`
	case manifest.Text, manifest.Column:
		if len(p.OneOf) > 0 {
			o["enum"] = p.OneOf
		}
	}
	return o
}

// structure describes a struct of options, with its values as the defaults.
func structure(v reflect.Value) object {
	props := object{}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		o := kind(v.Field(i), f.Tag)
		if doc := f.Tag.Get("doc"); doc != "" {
			o["description"] = doc
		}
		props[strict.Key(f.Name)] = o
	}
	return closed(props)
}

func kind(v reflect.Value, tag reflect.StructTag) object {
	least, most := strict.Range(tag)
	bound := func(o object, low, high string) object {
		if !math.IsInf(least, -1) {
			o[low] = least
		}
		if !math.IsInf(most, 1) {
			o[high] = most
		}
		return o
	}
	switch {
	case v.Type() == duration:
		return object{"type": "string", "pattern": `^([0-9.]+(ms|s|m|h))+$`}
	case v.Kind() == reflect.Bool:
		return object{"type": "boolean", "default": v.Bool()}
	case v.Kind() == reflect.Int || v.Kind() == reflect.Int64:
		return bound(object{"type": "integer", "default": v.Int()}, "minimum", "maximum")
	case v.Kind() == reflect.Float64:
		return bound(object{"type": "number", "default": v.Float()}, "minimum", "maximum")
	case v.Kind() == reflect.Slice:
		return bound(list(kind(reflect.New(v.Type().Elem()).Elem(), reflect.StructTag(`oneof:"`+tag.Get("oneof")+`"`))), "minItems", "maxItems")
	case v.Kind() == reflect.Struct:
		return structure(v)
	}
	o := bound(object{"type": "string"}, "minLength", "maxLength")
	if known := strings.Fields(tag.Get("oneof")); len(known) > 0 {
		o["enum"] = known
	}
	return o
}

func enum(values []string) object { return object{"type": "string", "enum": values} }

func list(of object) object { return object{"type": "array", "items": of} }

func closed(props object) object {
	return object{"type": "object", "additionalProperties": false, "properties": props}
}

func text(name string, sections object) ([]byte, error) {
	o := closed(sections)
	o["$schema"], o["title"] = "https://json-schema.org/draft/2020-12/schema", name
	out, err := json.MarshalIndent(o, "", "  ")
	return append(out, '\n'), err
}
