package emit

import (
	"strings"

	"stoa/tools/stoagen/model"
)

// created are the columns that an INSERT sets, in the order of the table, and the value of each.
func (t *table) created() (columns []field, sql []string) {
	for _, c := range t.Columns {
		f := newField(c)
		if c.Name == model.TenantColumn || c.Key() || c.Name == t.deleted || c.Generated != "" || f.kind == "" {
			continue
		}
		value, ok := t.createValue(f)
		if ok {
			columns, sql = append(columns, f), append(sql, value)
		}
	}
	return columns, sql
}

// createValue is a column's value in an INSERT; ok is false when the database alone sets it.
func (t *table) createValue(f field) (value string, ok bool) {
	by := f.Field.DefaultBy.Value
	switch {
	case by == "me" && f.Field.InForm.Value:
		return "coalesce(" + f.param(f.Name, true) + ", @me::uuid)", true
	case by == "me":
		return "@me::uuid", true
	case !f.Field.InForm.Value && by == "now":
		return f.now(), true
	case !f.Field.InForm.Value && f.Default != "":
		return "", false
	case f.defaulted():
		return "coalesce(" + f.param(f.Name, true) + ", " + f.Default + ")", true
	case by == "now" && f.NotNull:
		return "coalesce(" + f.param(f.Name, true) + ", " + f.now() + ")", true
	}
	return f.param(f.Name, !f.NotNull), true
}

// now is this moment, or today of a date.
func (f field) now() string {
	if f.Type.Base == model.Date {
		return "current_date"
	}
	return "now()"
}

func (t *table) createQuery() query {
	columns, values := t.created()
	names := []string{"tenant_id", ident(t.Key.Name)}
	parts := []string{"@tenant_id", "@id"}
	for i, c := range columns {
		names = append(names, ident(c.Name))
		parts = append(parts, values[i])
	}
	return query{
		name: "Create" + t.one, kind: "exec",
		text: "INSERT INTO " + t.name() + " (\n" + pack("  ", names) + "\n) VALUES (\n" + pack("  ", parts) + "\n);",
	}
}

// updated are the fields that an edit form sets, and the unseen ones that a step may set.
func (t *table) updated() []field {
	var fields []field
	for _, f := range t.fields {
		if f.Field.InForm.Value && !f.Field.Immutable.Value && !f.Field.ReadOnly.Value {
			fields = append(fields, f)
		}
	}
	return append(fields, t.unseen...)
}

func (t *table) updateQuery() query {
	var sets []string
	for _, f := range t.updated() {
		value := f.param(f.Name, !f.NotNull || f.writes.sql != "")
		if f.Field.Hidden.Value {
			value = "coalesce(" + f.param(f.Name, true) + ", " + t.col(f.Name) + ")"
		}
		if f.kind == "Secret" {
			value = "CASE WHEN @" + f.Name + "_kept::boolean THEN " + t.col(f.Name) + " ELSE " + f.param(f.Name, true) + " END"
		}
		if f.writes.sql != "" { // who may not write it, or of whom that is not known, leaves it as it is
			value = "CASE WHEN " + f.writes.sql + " THEN " + value + " ELSE " + t.col(f.Name) + " END"
		}
		sets = append(sets, ident(f.Name)+" = "+value)
	}
	var more []string
	if t.deleted != "" {
		more = append(more, t.col(t.deleted)+" IS NULL")
	}
	more = append(more, t.prefix+"xmin::text = @revision::text")
	return query{
		name: "Update" + t.one, kind: "execrows", note: "Changes nothing when somebody saved since the revision.",
		text: "UPDATE " + t.name() + " SET\n" + pack("  ", sets) + "\nWHERE " + t.reach(t.key()+" = @id", t.update, more...) + ";",
	}
}

func (t *table) deleteQueries() []query {
	ids := t.key() + " = ANY (@ids::uuid[])"
	if t.deleted == "" {
		all := []query{{name: "Delete" + t.many, kind: "execrows", text: "DELETE FROM " + t.name() + " WHERE " + t.reach(ids, t.remove) + ";"}}
		return append(all, t.touchQuery()...)
	}
	d := ident(t.deleted)
	in, out := t.prefix+d+" IS NOT NULL", t.prefix+d+" IS NULL"
	all := []query{
		{name: "Delete" + t.many, kind: "execrows", text: "UPDATE " + t.name() + " SET " + d + " = now() WHERE " + t.reach(ids, t.remove, out) + ";"},
		{name: "Restore" + t.many, kind: "execrows", text: "UPDATE " + t.name() + " SET " + d + " = NULL WHERE " + t.reach(ids, t.remove, in) + ";"},
		{name: "Purge" + t.many, kind: "execrows", text: "DELETE FROM " + t.name() + " WHERE " + t.reach(ids, t.remove, in) + ";"},
	}
	return append(all, t.touchQuery()...)
}

// children are the foreign keys whose rows go with a row of the table, one of each table.
func (t *table) children() []*model.ForeignKey {
	var keys []*model.ForeignKey
	seen := map[string]bool{}
	for _, k := range t.Referrers {
		if k.OnDelete == "cascade" && k.Column() != "" && k.Table.Tenant() && k.Table != t.Table && !seen[k.Table.Name] {
			seen[k.Table.Name] = true
			keys = append(keys, k)
		}
	}
	return keys
}

func (t *table) touchQuery() []query {
	var parts []string
	for _, k := range t.children() {
		c := ident(k.Table.Name)
		of := " = ANY (@ids::uuid[])"
		if k.RefColumn() != t.Key.Name {
			of = " IN (SELECT p." + ident(k.RefColumn()) + " FROM " + t.name() + " AS p WHERE p.tenant_id = @tenant_id AND p." + ident(t.Key.Name) + of + ")"
		}
		parts = append(parts, "(SELECT count(*) FROM "+c+" AS c WHERE c.tenant_id = @tenant_id AND c."+ident(k.Column())+of+")::bigint AS "+c)
	}
	if len(parts) == 0 {
		return nil
	}
	return []query{{
		name: "Count" + t.one + "Children", kind: "one", note: "What goes with the rows when they are deleted for good.",
		text: "SELECT " + strings.Join(parts, ",\n       ") + ";",
	}}
}
