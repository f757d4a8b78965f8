package emit

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
)

// unsupported says what the schema asks for and the pages do not do. What would expose or weaken something is a problem,
// the rest a note: nothing is passed over silently.
func (t *table) unsupported() {
	r := t.Resource
	note := t.out.Notes.Add
	if r.SearchMode.Value == "fts" {
		note(r.SearchMode.Why.Pos, "@search(mode: fts): the search box finds parts of words")
	}
	if r.View.Value == "cards" {
		note(r.View.Why.Pos, "@list(view: cards): the list is a table")
	}
	if len(r.Sort.Value) > 1 {
		note(r.Sort.Why.Pos, "@list(sort:): the list is sorted by the first column, then by id")
	}
	for _, a := range r.Actions {
		note(a.Why.Pos, "@action(%s): no button is made; mount a handler in handlers/%s", a.Name, t.Plugin)
	}
	if r.Hooks.Known() {
		note(r.Hooks.Why.Pos, "@hook: give the functions to crud.Mount as Overrides; that they are there is not checked")
	}
	if t.Facts.Retention.Days.Known() {
		note(t.Facts.Retention.Days.Why.Pos, "@retention: no job deletes old rows")
	}
	for _, op := range r.APIOps.Value {
		if !t.has(op) {
			note(r.APIOps.Why.Pos, "@api(ops:): the API has no %s, because the pages have none", op)
		}
	}
	for _, name := range r.Include.Value {
		if !slices.Contains(t.includes(), name) {
			note(r.Include.Why.Pos, "@api(include:): the API sends no %s along: it has to be a foreign key of this table to one that the API shows", name)
		}
	}
	for _, f := range t.fields {
		t.unsupportedField(f)
	}
	if t.has("update") && len(t.updated()) == 0 {
		t.out.Problems.Add(t.Pos, "table %s has no column that a form may change: leave update out of ops", t.Name)
	}
}

func (t *table) unsupportedField(f field) {
	x := f.Field
	problem := func(pos diag.Pos, format string, args ...any) { t.out.Problems.Add(pos, format, args...) }
	note := t.out.Notes.Add
	if x.Read.Known() || x.Write.Known() {
		why := x.Read.Why
		if !x.Read.Known() {
			why = x.Write.Why
		}
		problem(why.Pos, "@allow on column %s cannot be generated: put it into a table of its own, or hide it", f.Name)
	}
	if x.Secret.Known() {
		problem(x.Secret.Why.Pos, "@secret on column %s cannot be generated: nothing encrypts it; hide it and set it in a step", f.Name)
	}
	if x.Show.Known() {
		note(x.Show.Why.Pos, "@show on column %s: the field is always shown", f.Name)
	}
	if x.OptionWhere.Known() {
		problem(x.OptionWhere.Why.Pos, "@options(where:) on column %s cannot be generated: all rows would be offered and accepted", f.Name)
	}
	if f.kind == "Slug" {
		note(x.SlugFrom.Why.Pos, "@slug on column %s: it is checked but not made from %s", f.Name, x.SlugFrom.Value)
	}
	if f.kind != "Relation" {
		return
	}
	switch target := f.Ref.Target; {
	case target.Resource == nil && x.InForm.Value:
		note(x.RelatesTo.Why.Pos, "column %s: nothing can be chosen, because %s is no @resource", f.Name, target.Name)
	case target.Resource != nil && target.Access.Read.Value.Op != annotation.Role:
		note(x.RelatesTo.Why.Pos, "column %s: whoever sees the row sees the name of the %s, and whoever knows its id can choose it, also one of somebody else",
			f.Name, one(target))
	}
}
