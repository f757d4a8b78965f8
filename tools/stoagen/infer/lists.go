package infer

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// lists says where the column shows in lists, and what lists can do by it.
func (d *fielder) lists() {
	f := d.f
	if f.Hidden.Value {
		return
	}
	for _, flag := range []struct {
		name string
		fact *model.Fact[bool]
	}{{"list", &f.InList}, {"sort", &f.Sortable}, {"filter", &f.Filterable}, {"search", &f.Searchable}} {
		if a := d.notes.Find(d.c, flag.name); a != nil {
			flag.fact.Set(true, because(a))
		}
	}
	if a := d.notes.Find(d.t, "list"); a != nil {
		columns, _ := a.Get("columns")
		sort, _ := a.Get("sort")
		if slices.Contains(columns.Strs(), d.c.Name) {
			f.InList.Infer(true, because(a, "columns"))
		}
		if slices.Contains(sort.Strs(), d.c.Name) {
			f.Sortable.Infer(true, because(a, "sort"))
		}
	}
	if a := d.notes.Find(d.t, "search"); a != nil {
		columns, _ := a.Get("columns")
		if slices.Contains(columns.Strs(), d.c.Name) {
			f.Searchable.Infer(true, because(a, "columns"))
		}
	}
	if f.Badge.Known() {
		d.badgeFilter()
	}
}

// badgeFilter offers a filter by few known values, if an index makes it cheap.
func (d *fielder) badgeFilter() {
	why := d.f.Badge.Why
	name := PagingIndex(d.t, d.c)
	if name == "" {
		d.f.Filterable.Infer(false, model.Reason{Cause: why.Cause + ", but no index (tenant_id, " + d.c.Name + ", key)", Pos: why.Pos})
		return
	}
	d.f.Filterable.Infer(true, model.Reason{Cause: why.Cause + " with index " + name, Pos: why.Pos})
}

// PagingIndex names the index by which rows of one tenant can be paged in the order of a column: (tenant_id, column, key),
// column and key in the same direction. A unique (tenant_id, column) that is never NULL does as well, and the key needs no
// other. A partial index counts when it leaves out no more than the trash. "" is none.
func PagingIndex(t *model.Table, c *model.Column) string {
	if t.Key == nil {
		return ""
	}
	for _, x := range t.Indexes {
		if x.Method == "btree" && (x.Where == "" || onlyTrash(t, x.Where)) && pages(led(x, t), t.Key.Name, c) {
			return x.Name
		}
	}
	for _, u := range append(slices.Clone(t.Uniques), t.PrimaryKey) {
		if u == nil || len(u.Columns) < 2 || u.Columns[0] != model.TenantColumn || u.Columns[1] != c.Name {
			continue
		}
		if len(u.Columns) == 2 && c.NotNull || len(u.Columns) > 2 && u.Columns[2] == t.Key.Name {
			return u.Name
		}
	}
	return ""
}

// led are the parts of an index as a list of the table reads it: where everybody sees only rows of their own, the owner
// may stand behind the tenant.
func led(x *model.Index, t *model.Table) model.Index {
	if t.Owner != nil && t.Access != nil && fewOf(t.Access.Read.Value) && len(x.Parts) > 2 && x.Parts[1].Column == t.Owner.Name {
		return model.Index{Unique: x.Unique, Parts: slices.Delete(slices.Clone(x.Parts), 1, 2)}
	}
	return *x
}

// fewOf reports whether a condition lets everybody see only what is their own, or was given to them.
func fewOf(e *annotation.Expr) bool {
	switch {
	case e == nil:
		return false
	case e.Op == annotation.Or:
		return !slices.ContainsFunc(e.Args, func(arg *annotation.Expr) bool { return !fewOf(arg) })
	case e.Op == annotation.And:
		return slices.ContainsFunc(e.Args, fewOf)
	}
	return e.Op == annotation.Owner || e.Op == annotation.In
}

func pages(x model.Index, key string, c *model.Column) bool {
	if len(x.Parts) < 2 || x.Parts[0].Column != model.TenantColumn || x.Parts[1].Column != c.Name {
		return false
	}
	if len(x.Parts) == 2 {
		return x.Unique && c.NotNull || c.Name == key
	}
	return x.Parts[2].Column == key && x.Parts[2].Down == x.Parts[1].Down
}

func onlyTrash(t *model.Table, where string) bool {
	return t.Facts.SoftDelete.Known() && where == t.Facts.SoftDelete.Value+" IS NULL"
}
