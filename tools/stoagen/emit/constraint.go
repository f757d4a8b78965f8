package emit

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/model"
)

// constraint is what is said when the database refuses a row.
type constraint struct{ name, field, message string }

// constraints are the keys and checks that a person's input can break.
func (t *table) constraints() []constraint {
	var all []constraint
	add := func(name, field, message, otherwise string) {
		if _, ok := t.field(field); !ok {
			field = ""
		}
		if message == "" {
			message = otherwise
		}
		all = append(all, constraint{name, field, message})
	}
	for _, u := range t.Uniques {
		if !slices.Contains(u.Columns, t.Key.Name) {
			add(u.Name, u.Field.Value, u.Message.Value, t.another(u.Columns))
		}
	}
	for _, x := range t.Indexes {
		if x.Unique && !slices.Contains(x.Columns(), t.Key.Name) {
			add(x.Name, x.Field.Value, x.Message.Value, t.another(x.Columns()))
		}
	}
	for _, c := range t.Checks {
		if c.Message.Known() {
			add(c.Name, c.Field.Value, c.Message.Value, "")
		}
	}
	if t.has("create") || t.has("update") {
		for _, k := range t.ForeignKeys {
			if f, ok := t.field(k.Column()); ok && f.kind == "Relation" {
				add(k.Name, k.Field.Value, k.Message.Value, "This "+one(k.Target)+" is not there any more.")
			}
		}
	}
	if t.has("delete") {
		for _, k := range t.Referrers {
			if (k.OnDelete == "" || k.OnDelete == "restrict") && k.Table != t.Table {
				add(k.Name, "", "", upper(many(k.Table))+" still belong to this "+one(t.Table)+".")
			}
		}
	}
	return all
}

// another says which values there are already: "Another widget has this public id."
func (t *table) another(columns []string) string {
	var names []string
	for _, c := range columns {
		if f := t.Column(c); f != nil && c != model.TenantColumn {
			names = append(names, inSentence(f.Field.Caption.Value))
		}
	}
	if len(names) == 1 {
		return "Another " + one(t.Table) + " has this " + names[0] + "."
	}
	if len(names) == 0 {
		return "There is another " + one(t.Table) + " with the same values."
	}
	return "Another " + one(t.Table) + " has the same " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + "."
}

func one(t *model.Table) string {
	if t.Resource != nil {
		return inSentence(t.Resource.Label.Value)
	}
	return strings.ReplaceAll(singular(t.Name), "_", " ")
}

func many(t *model.Table) string {
	if t.Resource != nil {
		return inSentence(t.Resource.Plural.Value)
	}
	return strings.ReplaceAll(t.Name, "_", " ")
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
