package emit

import "slices"

// unsupported refuses what the schema asks for and the pages do not do: nothing is passed over silently.
func (t *table) unsupported() {
	r, problem := t.Resource, t.out.Problems.Add
	for _, name := range r.Include.Value {
		if !slices.Contains(t.includes(), name) {
			problem(r.Include.Why.Pos, "@api(include:): the API sends no %s along: it has to be a foreign key of this table to one that the API shows", name)
		}
	}
	for _, f := range t.fields {
		if f.kind == "Relation" && f.Field.InForm.Value && !f.Ref.Target.Tenant() { // its rows are those of all tenants
			problem(f.Field.RelatesTo.Why.Pos, "column %s: nothing can be chosen, because %s belongs to no tenant; refer to memberships", f.Name, f.Ref.Target.Name)
		}
	}
	if t.has("update") && len(t.updated()) == 0 {
		problem(t.Pos, "table %s has no column that a form may change: leave update out of ops", t.Name)
	}
}
