package emit

import (
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

func (t *table) getQuery() query {
	q := query{name: "Get" + t.one, kind: "one"}
	if t.deleted != "" {
		q.note = "In the trash or not."
	}
	q.text = "SELECT " + t.selected() + "\nFROM " + t.name() + "\nWHERE " + t.reach(t.key()+" = @id", t.read) + ";"
	return q
}

// reach are the conditions of a query on rows by their ids.
func (t *table) reach(ids string, r rule, more ...string) string {
	all := append([]string{t.prefix + "tenant_id = @tenant_id", ids}, more...)
	if c := t.within(r); c != "" {
		all = append(all, c)
	}
	return strings.Join(all, " AND ")
}

// within are the rows that the rule lets its asker reach; those that may not be seen are never among them. "" is all.
func (t *table) within(r rule) string {
	if r.cond == t.read.cond {
		return r.cond
	}
	return both("and", t.read.cond, r.cond)
}

// seenBy is the condition under which the asker may see a row of the table, its columns behind prefix; "" is always.
func seenBy(t *model.Table, prefix string) string {
	if t.Access == nil {
		return ""
	}
	a := asked{table: t, op: "read"}
	if a.floor(t.Access.Read.Value, false) == 1 {
		return ""
	}
	return a.sql(t.Access.Read.Value, prefix)
}

// mayQuery asks whether a row is one that its writer may write so.
func (t *table) mayQuery(verb, note, cond string) []query {
	if cond == "" {
		return nil
	}
	return []query{{
		name: "May" + verb + t.one, kind: "one", note: note,
		text: "SELECT coalesce(" + cond + ", false)::boolean AS may FROM " + t.name() + "\nWHERE " + t.prefix + "tenant_id = @tenant_id AND " + t.key() + " = @id;",
	}}
}

// moved is what must hold for the new parent of a row: to bring it there needs what changing one there would need.
func (t *table) moved() string {
	if !asks(t.Access.Update.Value, annotation.Parent) {
		return ""
	}
	for _, f := range t.updated() {
		if f.Name == t.Resource.ParentKey.Column() {
			key := f.param(f.Name, !f.NotNull)
			there := asked{table: t.Table, op: "update"}.parentSQL(key)
			if there == "" { // everybody may change every parent
				return ""
			}
			return t.col(f.Name) + " IS NOT DISTINCT FROM " + key + " OR " + there
		}
	}
	return ""
}

// optionsQuery lists the rows that relations may point to.
func (t *table) optionsQuery() query {
	label, joins := t.col(t.Label.Name), ""
	switch {
	case t.Label.Ref != nil:
		label, joins = rowName(t.Table, t.Naming(), t.name())
	case t.Label.Type.Base != model.Text:
		label += "::text"
	}
	var more []string
	if t.deleted != "" {
		more = append(more, t.col(t.deleted)+" IS NULL")
	}
	more = append(more, within("ids", t.key()), "(sqlc.narg('search')::text IS NULL OR "+label+" ILIKE sqlc.narg('search')::text)")
	conditions := t.reach(more[0], t.read, more[1:]...)
	return query{
		name: t.one + "Options", kind: "many",
		text: "SELECT " + t.keyOutput() + ", " + strings.TrimSuffix(label, "::text") + "::text AS label FROM " + t.name() + joins + "\nWHERE " + conditions +
			"\nORDER BY " + strings.TrimSuffix(label, "::text") + ", " + t.key() + "\nLIMIT @page_size;",
	}
}

// within is the condition that a row is one of those that an optional parameter names.
func within(param, key string) string {
	p := "sqlc.narg('" + param + "')::uuid[]"
	return "(" + p + " IS NULL OR " + key + " = ANY (" + p + "))"
}

// offering are the relations that offer other rows than their target's own query does, or by another name.
func (t *table) offering() []field {
	var all []field
	for _, f := range t.relations() {
		x, target := f.Field, f.Ref.Target
		own := x.OptionWhere.Known() || strings.HasPrefix(x.OptionLabel.Why.Cause, "@options") || target.Resource == nil || !f.leads()
		if own && t.hasForm() && x.InForm.Value && f.Type.Base == model.UUID {
			all = append(all, f)
		}
	}
	return all
}

// offerQuery lists the rows that one relation may point to: those that its where lets through, and its asker may see.
func (t *table) offerQuery(f field) query {
	target := f.Ref.Target
	label, joins := rowName(target, f.Field.OptionLabel.Value, "r")
	key := "r." + ident(f.Ref.RefColumn())
	conditions := []string{"r.tenant_id = @tenant_id"}
	if d := target.Facts.SoftDelete; d.Known() {
		conditions = append(conditions, "r."+ident(d.Value)+" IS NULL")
	}
	conditions = append(conditions, within("ids", key), "(sqlc.narg('search')::text IS NULL OR "+label+" ILIKE sqlc.narg('search')::text)")
	where := ""
	if f.Field.OptionWhere.Known() {
		where = asked{table: target, op: "read"}.sql(f.Field.OptionWhere.Value, "r.")
	}
	if c := both("and", where, seenBy(target, "r.")); c != "" {
		conditions = append(conditions, c)
	}
	return query{
		name: t.one + goName(f.Name) + "Options", kind: "many",
		text: "SELECT " + key + " AS id, (" + label + ")::text AS label FROM " + ident(target.Name) + " AS r" + joins + "\nWHERE " +
			strings.Join(conditions, " AND ") + "\nORDER BY 2, 1\nLIMIT @page_size;",
	}
}
