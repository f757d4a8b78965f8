package compile

import (
	"slices"

	"stoa/tools/stoagen/model"
)

// link turns names into pointers, once everything is known.
func (b *builder) link() {
	for _, p := range b.pending {
		b.resolve(p.key)
	}
	for _, t := range b.schema.Tables {
		t.Key = keyOf(t)
		t.Revision = t.Column("updated_at")
		for _, c := range t.Columns {
			linkColumn(t, c)
		}
	}
}

func linkColumn(t *model.Table, c *model.Column) {
	if d := c.Type.Domain; d != nil {
		c.Checks = append(c.Checks, d.Checks...)
	}
	for _, check := range t.Checks {
		if len(check.Columns) == 1 && check.Columns[0] == c.Name {
			c.Checks = append(c.Checks, check)
		}
	}
	for _, u := range t.Uniques {
		if own(u.Columns, c.Name) {
			c.Uniques = append(c.Uniques, u)
		}
	}
	for _, k := range t.ForeignKeys {
		if k.Column() == c.Name && c.Ref == nil {
			c.Ref = k
		}
	}
}

// own reports whether a key is that column, alone or with tenant_id.
func own(columns []string, name string) bool {
	return sameSet(columns, []string{name}) || sameSet(columns, []string{model.TenantColumn, name})
}

// keyOf is the one column besides tenant_id that names a row: id, or else that of the primary key.
func keyOf(t *model.Table) *model.Column {
	keys := slices.Clone(t.Uniques)
	if t.PrimaryKey != nil {
		keys = append(keys, t.PrimaryKey)
	}
	unique := func(name string) bool {
		return slices.ContainsFunc(keys, func(u *model.Unique) bool { return own(u.Columns, name) })
	}
	if id := t.Column("id"); id != nil && unique("id") {
		return id
	}
	for _, c := range t.Columns {
		if t.PrimaryKey != nil && c.Name != model.TenantColumn && own(t.PrimaryKey.Columns, c.Name) {
			return c
		}
	}
	return nil
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
