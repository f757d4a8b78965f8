// Package reference writes what can be configured, from the plugins' own manifests: for people, for editors, for the environment.
package reference

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"stoa/internal/config"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
)

// Input is what is described.
type Input struct {
	Plugins    []manifest.Manifest // that stoa.yaml may switch on, in their order
	Components []manifest.Component
	Tables     map[string]manifest.SchemaTable
	Resources  []string
}

// Markdown is docs/config-reference.md.
func Markdown(in Input) string {
	var b strings.Builder
	b.WriteString("# What can be configured\n\nWritten by `make gen` from the plugins' manifests; what is wrong in a file is told with its place by\n`make gen` and at every start. `STOA_CONFIG` names a file that replaces `schema/stoa.yaml` at start.\n\n")
	b.WriteString("## schema/stoa.yaml\n\n| key | value | default | what |\n|---|---|---|---|\n")
	row := func(key, value, otherwise, doc string) {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", key, value, code(otherwise), cell(doc))
	}
	var ids []string
	for _, p := range in.Plugins {
		ids = append(ids, p.ID)
	}
	row("plugins", "list of "+strings.Join(ids, ", "), "all", "Which plugins are on. Each brings its tables, pages, jobs and components with it.")
	row("realtime.enabled", "true or false", "true", "Whether pages of records change by themselves. Answers stream in any case.")
	row("realtime.<table>", "true, false, or a list of "+strings.Join(manifest.Changes(), ", "), "as `@realtime` says", "Which changes of a table are told. It can tell less than the schema says, never more.")
	for _, p := range in.Plugins {
		for _, o := range options(p) {
			row(p.ID+"."+o.key, o.value, o.otherwise, o.doc)
		}
	}
	b.WriteString("\n## schema/ui.yaml\n\n| key | value | what |\n|---|---|---|\n")
	for _, k := range uiKeys {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k[0], k[1], k[2])
	}
	b.WriteString("\n### Components\n\nA section is a component with its arguments, such as `- ChatInterface: {conversation: conversations.get(:id)}`.\n")
	for _, c := range in.Components {
		fmt.Fprintf(&b, "\n**%s**: %s\n\n", c.Name, c.Doc)
		for _, p := range c.Props {
			fmt.Fprintf(&b, "- `%s` (%s%s): %s\n", p.Name, propKind(p), map[bool]string{true: ", needed"}[p.Required], p.Doc)
		}
	}
	b.WriteString("\n## Environment\n\n| variable | default | what |\n|---|---|---|\n")
	for _, v := range config.Variables {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", v.Name, cell(v.Default), cell(v.Doc))
	}
	b.WriteString("\n## Plugins\n\n| plugin | what | requires | variables |\n|---|---|---|---|\n")
	for _, p := range in.Plugins {
		var env []string
		for _, e := range p.Requires.Env {
			env = append(env, "`"+e.Name+"`: "+cell(e.Doc))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", p.ID, cell(p.Doc), strings.Join(p.Requires.Plugins, ", "), strings.Join(env, "<br>"))
	}
	return b.String()
}

// Env is .env.example: every variable as a comment, with what holds without it.
func Env(in Input) string {
	var b strings.Builder
	b.WriteString("# Settings of a Stoa process; every one may be left out. Copy what you need to .env. Written by `make gen`.\n")
	one := func(name, doc, otherwise, example string) {
		fmt.Fprintf(&b, "\n# %s\n", doc)
		if otherwise != "" {
			fmt.Fprintf(&b, "# Without it: %s.\n", strings.TrimSuffix(otherwise, "."))
		}
		fmt.Fprintf(&b, "# %s=%s\n", name, example)
	}
	for _, v := range config.Variables {
		one(v.Name, v.Doc, v.Default, v.Example)
	}
	for _, p := range in.Plugins {
		for _, e := range p.Requires.Env {
			one(e.Name, e.Doc+" ("+p.ID+")", e.Default, e.Example)
		}
	}
	return b.String()
}

var uiKeys = [][3]string{
	{"theme.primary", "a colour such as \"#7c3aed\"", "The accent; its contrast is checked, and a shade for dark pages is made when none is named."},
	{"theme.primary_dark", "a colour", "The accent on dark pages."},
	{"theme.radius", "a length such as 6px", "How round corners are."},
	{"theme.dark", "true or false", "Whether there is a dark form of the pages."},
	{"pages[].path", "words and parameters, such as chats/:id", "Where the page is; an empty one is the start page."},
	{"pages[].title", "text", "Its title; without one that of the first component that has one."},
	{"pages[].layout", strings.Join(ui.Layouts, " or "), "How it fills the window."},
	{"pages[].allow", strings.Join(ui.Roles, " or "), "Who may open it: this role and higher ones."},
	{"pages[].nav", "text", "The group of the navigation that links it; without one nothing does."},
	{"pages[].sections", "list of components", "What stands on it."},
	{"resources.<table>", "true or false", "Whether a resource has pages."},
}

type option struct{ key, value, otherwise, doc string }

func options(p manifest.Manifest) (all []option) {
	if p.Config == nil {
		return nil
	}
	v := reflect.ValueOf(p.Config)
	for i := range v.NumField() {
		f := v.Type().Field(i)
		all = append(all, option{strict.Key(f.Name), describe(f), fmt.Sprint(v.Field(i).Interface()), f.Tag.Get("doc")})
	}
	return all
}

var duration = reflect.TypeFor[time.Duration]()

func describe(f reflect.StructField) string {
	if known := strings.Fields(f.Tag.Get("oneof")); len(known) > 0 {
		return strings.Join(known, ", ")
	}
	word := map[reflect.Kind]string{reflect.String: "text", reflect.Bool: "true or false", reflect.Int: "number", reflect.Int64: "number",
		reflect.Float64: "number", reflect.Slice: "list", reflect.Struct: "section"}[f.Type.Kind()]
	if f.Type == duration {
		word = "time, such as 30s or 1h30m"
	}
	if r := f.Tag.Get("range"); r != "" {
		word += ", " + strings.Replace(r, "..", " to ", 1)
		if strings.HasPrefix(r, "..") {
			word = strings.Replace(word, ",  to", ", at most", 1)
		}
		if f.Type.Kind() == reflect.String {
			word += " characters"
		}
	}
	return word
}

func propKind(p manifest.Prop) string {
	switch p.Kind {
	case manifest.Record:
		return "a row: `" + or(p.Table, "<table>") + ".get(:id)`"
	case manifest.List:
		return "rows: `" + or(p.Table, "<table>") + ".list(sort: -updated_at, limit: 5)`"
	case manifest.Column:
		return "a column of the table"
	case manifest.Fields:
		return "columns of the table"
	case manifest.Switch:
		return "true or false"
	case manifest.Text, manifest.Number:
	}
	if len(p.OneOf) > 0 {
		return strings.Join(p.OneOf, ", ")
	}
	return string(p.Kind)
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func code(s string) string {
	if s == "" {
		return "empty"
	}
	if strings.Contains(s, "`") || s == "all" {
		return s
	}
	return "`" + s + "`"
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
