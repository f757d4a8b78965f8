package emit

import (
	"slices"
	"strings"
)

// unsupported says what the schema asks for and the pages do not do. What would expose or weaken something is a problem,
// the rest a note: nothing is passed over silently.
func (t *table) unsupported() {
	r := t.Resource
	note := t.out.Notes.Add
	if title := strings.Trim(r.Title.Value, "{}"); title != t.title() && title != strings.Trim(t.Naming(), "{}") {
		note(r.Title.Why.Pos, "@resource(title:): pages call a row by one column: here by %s", t.title())
	}
	if live := t.Realtime; live != nil {
		if live.Stream.Known() {
			note(live.Stream.Why.Pos, "@realtime(stream:): the column is shown as it is saved, not while it grows")
		}
		if live.By.Known() {
			note(live.By.Why.Pos, "@realtime(by:): pages are told of every row of the table that they may see")
		}
		if len(live.Subscribe.Value) < 2 {
			note(live.Subscribe.Why.Pos, "@realtime(subscribe:): lists and pages of rows are live as well")
		}
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
		if f.kind == "Relation" && f.Field.InForm.Value && !f.Ref.Target.Tenant() { // its rows are those of all tenants
			note(f.Field.RelatesTo.Why.Pos, "column %s: nothing can be chosen, because %s belongs to no tenant; refer to memberships", f.Name, f.Ref.Target.Name)
		}
	}
	if t.has("update") && len(t.updated()) == 0 {
		t.out.Problems.Add(t.Pos, "table %s has no column that a form may change: leave update out of ops", t.Name)
	}
}
