package infer

import (
	"slices"

	"stoa/tools/stoagen/model"
)

// extras are search, tabs, actions and hooks.
func (in *inferrer) extras(t *model.Table) {
	r := t.Resource
	in.search(t)
	for _, a := range in.notes[t] {
		switch a.Name {
		case "scope":
			for _, arg := range a.Args {
				why := model.Reason{Cause: "@scope(" + arg.Text + ")", Pos: arg.Pos}
				r.Scopes = append(r.Scopes, model.Scope{Name: arg.Key, Label: human(arg.Key), Where: arg.Value.Expr, Why: why})
			}
		case "action":
			name, _ := a.Get("name")
			action := model.Action{Name: name.Str, Label: human(name.Str), Why: because(a)}
			if v, ok := a.Get("label"); ok {
				action.Label = v.Str
			}
			if v, ok := a.Get("confirm"); ok {
				action.Confirm = v.Str
			}
			if v, ok := a.Get("bulk"); ok {
				action.Bulk = v.Bool
			}
			if v, ok := a.Get("ask"); ok {
				action.Ask = v.Strs()
			}
			if v, ok := a.Get("allow"); ok {
				action.Allow = v.Expr
			}
			r.Actions = append(r.Actions, action)
		case "hook":
			var steps []string
			for _, arg := range a.Args {
				steps = append(steps, arg.Value.Str)
			}
			r.Hooks.Set(steps, because(a))
		}
	}
}

// search is over the columns of the table's @search, then those with one of their own.
func (in *inferrer) search(t *model.Table) {
	r := t.Resource
	var columns []string
	mode, modeWhy := "trigram", byDefault("")
	if a := in.notes.Find(t, "search"); a != nil {
		v, _ := a.Get("columns")
		columns = v.Strs()
		r.Search.Set(columns, because(a, "columns"))
		if m, ok := a.Get("mode"); ok {
			mode, modeWhy = m.Str, because(a, "mode")
		}
	}
	for _, c := range t.Columns {
		if a := in.notes.Find(c, "search"); a != nil && !slices.Contains(columns, c.Name) {
			columns = append(columns, c.Name)
			r.Search.Infer(nil, because(a))
			r.Search.Value = columns
		}
	}
	if r.Search.Known() {
		r.SearchMode.Set(mode, modeWhy)
	}
	if mode == "fts" {
		text(&r.Language, in.notes.Find(t, "search"), "language", "simple", "")
	}
}
