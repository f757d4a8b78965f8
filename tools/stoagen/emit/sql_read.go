package emit

import (
	"strings"

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
	if c := r.condition(t); c != "" {
		all = append(all, c)
	}
	return strings.Join(all, " AND ")
}

// optionsQuery lists the rows that relations may point to.
func (t *table) optionsQuery() query {
	label := t.col(t.Label.Name)
	if t.Label.Type.Base != model.Text {
		label += "::text"
	}
	var more []string
	if t.deleted != "" {
		more = append(more, t.col(t.deleted)+" IS NULL")
	}
	more = append(more, "(sqlc.narg('search')::text IS NULL OR "+label+" ILIKE sqlc.narg('search')::text)")
	conditions := t.reach(more[0], t.read, more[1:]...)
	return query{
		name: t.one + "Options", kind: "many",
		text: "SELECT " + t.keyOutput() + ", " + strings.TrimSuffix(label, "::text") + "::text AS label FROM " + t.name() + "\nWHERE " + conditions +
			"\nORDER BY " + strings.TrimSuffix(label, "::text") + ", " + t.key() + "\nLIMIT @page_size;",
	}
}
