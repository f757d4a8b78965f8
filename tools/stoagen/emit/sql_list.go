package emit

import (
	"fmt"
	"strings"
)

// narrowing are the conditions that a list and its count share, without the tab's.
func (t *table) narrowing() []string {
	all := []string{t.prefix + "tenant_id = @tenant_id"}
	if t.read.cond != "" {
		all = append(all, t.read.cond)
	}
	if t.deleted != "" {
		d := t.col(t.deleted)
		all = append(all, "CASE WHEN @trash::boolean THEN "+d+" IS NOT NULL ELSE "+d+" IS NULL END")
	}
	if found := t.found("search"); found != "" {
		all = append(all, "("+found+")")
	}
	for _, f := range t.filters {
		all = append(all, t.filter(f)...)
	}
	return all
}

// found is the condition of the search box: the text stands somewhere in one of the columns.
func (t *table) found(param string) string {
	columns := t.searched()
	if len(columns) == 0 {
		return ""
	}
	p := "sqlc.narg('" + param + "')::text"
	parts := []string{p + " IS NULL"}
	if t.words() {
		return parts[0] + " OR " + t.Words(t.prefix) + " @@ to_tsquery('" + t.Resource.Language.Value + "', " + p + ")"
	}
	for _, c := range columns {
		f, _ := t.field(c)
		if f.kind == "Relation" {
			parts = append(parts, f.only("EXISTS ("+named(f, t.Table, p)+")"))
			continue
		}
		parts = append(parts, f.only(t.col(c)+" ILIKE "+p))
	}
	return strings.Join(parts, " OR ")
}

// words reports whether the search box finds words and not their parts.
func (t *table) words() bool { return t.Resource.SearchMode.Value == "fts" }

// only holds for those rows alone whose column the asker may read: what is found by a value tells the value.
func (f field) only(condition string) string {
	if f.sees.sql == "" {
		return condition
	}
	return "(" + f.sees.sql + " AND " + condition + ")"
}

// searched are the columns of the search box.
func (t *table) searched() []string {
	var columns []string
	for _, name := range t.Resource.Search.Value {
		if _, ok := t.field(name); ok {
			columns = append(columns, name)
		}
	}
	return columns
}

func (t *table) filter(f field) []string {
	column := t.col(f.Name)
	when := func(name, op string) string {
		return "(" + f.given(name) + " IS NULL OR " + f.only(column+" "+op+" "+f.param(name, true)) + ")"
	}
	switch {
	case f.kind == "Tags":
		return []string{"(sqlc.narg('" + f.Name + "')::text[] IS NULL OR " + f.only(column+" @> sqlc.narg('"+f.Name+"')::text[]") + ")"}
	case f.kind == "Time":
		return []string{when(f.Name+"_from", ">="), when(f.Name+"_to", "<")}
	case f.kind == "Date":
		return []string{when(f.Name+"_from", ">="), when(f.Name+"_to", "<")}
	case f.ranged():
		return []string{when(f.Name+"_from", ">="), when(f.Name+"_to", "<=")}
	}
	return []string{when(f.Name, "=")}
}

// sortKeys are the orders of a list: column and its field; the last may be the trash's.
func (t *table) sortKeys() []field {
	keys := t.sorts
	if t.deleted != "" {
		keys = append(keys[:len(keys):len(keys)], newField(t.Column(t.deleted)))
	}
	return keys
}

func (t *table) listQuery() query {
	conditions := t.narrowing()
	if tabs := t.tabs(); tabs != "" {
		conditions = append(conditions, tabs)
	}
	conditions = append(conditions, "(sqlc.narg('ids')::uuid[] IS NULL OR "+t.key()+" = ANY (sqlc.narg('ids')::uuid[]))")
	var after, order strings.Builder
	for _, f := range t.sortKeys() {
		c := t.col(f.Name)
		for _, dir := range []struct{ sign, op, desc string }{{"", ">", ""}, {"-", "<", " DESC"}} {
			fmt.Fprintf(&after, "\n    WHEN '%s%s' THEN (%s, %s) %s (%s, sqlc.narg('after_id')::uuid)", dir.sign, f.Name, c, t.key(), dir.op, f.param("after_"+f.Name, true))
			fmt.Fprintf(&order, "\n  CASE WHEN @sort_key::text = '%s%s' THEN %s END%s,", dir.sign, f.Name, c, dir.desc)
		}
	}
	fmt.Fprintf(&after, "\n    WHEN 'id' THEN %s > sqlc.narg('after_id')::uuid", t.key())
	fmt.Fprintf(&after, "\n    WHEN '-id' THEN %s < sqlc.narg('after_id')::uuid", t.key())
	conditions = append(conditions, "(sqlc.narg('after_id')::uuid IS NULL OR CASE @sort_key::text"+after.String()+"\n  END)")
	return query{
		name: "List" + t.many, kind: "many",
		note: "Conditions on parameters fold away when the statement is planned, so that the index of the sort key serves order and cursor.",
		text: "SELECT " + t.selected() + "\nFROM " + t.name() + "\nWHERE " + strings.Join(conditions, "\n  AND ") + "\nORDER BY" + order.String() +
			"\n  CASE WHEN left(@sort_key::text, 1) <> '-' THEN " + t.key() + " END,\n  " + t.key() + " DESC\nLIMIT @page_size;",
	}
}

// tabs is the condition of the list's tab.
func (t *table) tabs() string {
	if len(t.Resource.Scopes) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("CASE @tab::text")
	for _, s := range t.Resource.Scopes {
		b.WriteString(" WHEN " + literal(s.Name) + " THEN " + where(s.Where, t.prefix))
	}
	return b.String() + " ELSE true END"
}

func (t *table) countQuery() query {
	outputs := []string{"count(*)::bigint AS total"}
	var columns []string
	for _, s := range t.Resource.Scopes {
		outputs = append(outputs, "(count(*) FILTER (WHERE "+where(s.Where, "w.")+"))::bigint AS tab_"+strings.ReplaceAll(s.Name, "-", "_"))
		columns = columnsOf(s.Where, columns)
	}
	if len(columns) == 0 {
		columns = []string{t.Key.Name}
	}
	for i := range columns {
		columns[i] = t.col(columns[i])
	}
	note := "Counts at most so many rows."
	if len(t.Resource.Scopes) > 0 {
		note = "Counts at most so many rows, all tabs at once."
	}
	return query{
		name: "Count" + t.many, kind: "one", note: note,
		text: "SELECT " + strings.Join(outputs, ",\n       ") + "\nFROM (\n  SELECT " + strings.Join(columns, ", ") + " FROM " + t.name() +
			"\n  WHERE " + strings.Join(t.narrowing(), "\n    AND ") + "\n  LIMIT @most\n) AS w;",
	}
}
