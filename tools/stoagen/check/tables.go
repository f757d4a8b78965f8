package check

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// tableAnnotations checks each annotation of a table: what it needs, and what it names.
func (c *checker) tableAnnotations(t *model.Table) {
	for _, a := range c.notes[t] {
		c.needs(a, t)
		c.references(a, t, nil)
		switch a.Name {
		case "resource":
			c.exposed(a, t)
		case "soft_delete":
			c.softDelete(a, t)
		case "audit":
			c.audit(a, t)
		case "retention":
			c.retention(a, t)
		case "realtime":
			c.realtime(a, t)
		case "list":
			c.list(a, t)
		case "search":
			c.searched(a, t)
		}
	}
}

// needs refuses annotations that would silently do nothing.
func (c *checker) needs(a *annotation.Annotation, t *model.Table) {
	switch {
	case a.Form.Needs == annotation.AResource && t.Resource == nil:
		c.problems.Add(a.Pos, "@%s does nothing without @resource on table %s", a.Name, t.Name)
	case a.Form.Needs == annotation.AnAudience && t.Resource == nil && t.Realtime == nil:
		c.problems.Add(a.Pos, "@%s does nothing without @resource or @realtime on table %s", a.Name, t.Name)
	}
}

func (c *checker) exposed(a *annotation.Annotation, t *model.Table) {
	if t.Global.Value {
		c.problems.Add(a.Pos, "a @global table cannot be a @resource: its rows belong to no tenant who could be shown them")
	}
	if t.Internal.Value {
		c.problems.Add(a.Pos, "table %s is @internal and a @resource: say one", t.Name)
	}
	if t.Key == nil || t.Key.Type.Base != model.UUID {
		c.problems.Add(a.Pos, "a @resource needs one uuid that names a row: PRIMARY KEY (tenant_id, id)")
	}
}

func (c *checker) softDelete(a *annotation.Annotation, t *model.Table) {
	v, _ := a.Get("column")
	if column := t.Column(v.Str); column != nil && (column.Type.Name != "timestamptz" || column.Type.Array || column.NotNull) {
		c.problems.Add(v.Pos, "@soft_delete wants a timestamptz that may be NULL, and %s is %s%s", v.Str, column.Type.SQL, nullness(column))
	}
}

// audit demands what an entry of the log names a row by.
func (c *checker) audit(a *annotation.Annotation, t *model.Table) {
	if id := t.Column("id"); !t.Tenant() || id == nil || id.Type.Base != model.UUID || id.Type.Array {
		c.problems.Add(a.Pos, "@audit wants a table of a tenant whose rows have an id of type uuid")
	}
}

func nullness(column *model.Column) string {
	if column.NotNull {
		return " NOT NULL"
	}
	return ""
}

func (c *checker) retention(a *annotation.Annotation, t *model.Table) {
	days, _ := a.Get("days")
	if days.Int < 1 {
		c.problems.Add(days.Pos, "@retention wants at least one day")
	}
	v, _ := a.Get("column")
	if column := t.Column(v.Str); column != nil && (column.Type.Name != "timestamptz" && column.Type.Base != model.Date || column.Type.Array) {
		c.problems.Add(v.Pos, "@retention counts from a timestamptz or date, and %s is %s", v.Str, column.Type.SQL)
	} else if column != nil && t.Key != nil && t.Tenant() && !aged(t, column.Name) {
		c.problems.Add(a.Pos, "@retention needs an index: CREATE INDEX ON %s (tenant_id, %s, %s);", t.Name, column.Name, t.Key.Name)
	}
}

// aged reports whether an index finds the oldest rows of a tenant by the column.
func aged(t *model.Table, column string) bool {
	return slices.ContainsFunc(t.Indexes, func(x *model.Index) bool {
		return x.Method == "btree" && len(x.Parts) > 1 && x.Parts[0].Column == model.TenantColumn && x.Parts[1].Column == column &&
			(x.Where == "" || x.Where == column+" IS NOT NULL")
	})
}

func (c *checker) realtime(a *annotation.Annotation, t *model.Table) {
	if t.Global.Value {
		c.problems.Add(a.Pos, "a @global table gives off no events: they belong to a tenant")
	}
	if t.Key == nil {
		c.problems.Add(a.Pos, "@realtime needs one column that names a row: PRIMARY KEY (tenant_id, id)")
	}
	for _, param := range []string{"subscribe", "by", "stream"} {
		if v, ok := a.Get(param); ok && t.Resource == nil {
			c.problems.Add(v.Pos, "@realtime(%s:) is about pages and does nothing without @resource on table %s", param, t.Name)
		}
	}
	if v, ok := a.Get("by"); ok && v.Str != model.TenantColumn && t.Column(v.Str) != nil {
		c.toldBy(v, t)
	}
	if v, ok := a.Get("stream"); ok {
		if column := t.Column(v.Str); column != nil {
			c.streams(v.Pos, t, column)
		}
	}
}

// toldBy wants a foreign key by whose parent pages show rows: a panel, or a list that is filtered by it.
func (c *checker) toldBy(v annotation.Value, t *model.Table) {
	var key *model.ForeignKey
	var known []string
	for _, k := range t.ForeignKeys {
		if column := t.Column(k.Column()); column == nil || column.Name == model.TenantColumn || column.Type.Base != model.UUID {
			continue
		}
		known = append(known, k.Column())
		if k.Column() == v.Str {
			key = k
		}
	}
	if key == nil {
		c.problems.Add(v.Pos, "@realtime(by:) wants a foreign key of table %s to one uuid, and %s is none%s", t.Name, v.Str, diag.Hint(v.Str, known))
		return
	}
	why := ""
	switch r := t.Resource; {
	case r == nil: // said already
	case !r.Has("list"):
		why = "@resource(ops: …) has no list"
	case !slices.Contains(t.Realtime.Subscribe.Value, "list"):
		why = "@realtime(subscribe: …) has no list"
	case !t.Column(v.Str).Field.Filterable.Value && r.ParentKey != key && (key.Target.Resource == nil || !slices.Contains(key.Target.Resource.PanelKeys, key)):
		why = "there is no @filter, no parent: and no panel"
	}
	if why != "" {
		c.problems.Add(v.Pos, "@realtime(by:): no open page shows the rows of one %s alone: %s", v.Str, why)
	}
}

// streams wants a text that stands in the open page of a row, beside what the row is called.
func (c *checker) streams(pos diag.Pos, t *model.Table, column *model.Column) {
	why := ""
	switch r := t.Resource; {
	case !isText(column.Type):
		c.problems.Add(pos, "@realtime(stream:) wants a text, and %s is %s", column.Name, column.Type.SQL)
	case r == nil: // said already
	case !r.Has("get"):
		why = "@resource(ops: …) has no get"
	case !slices.Contains(t.Realtime.Subscribe.Value, "get"):
		why = "@realtime(subscribe: …) has no get"
	case column.Field.Secret.Value:
		why = "nobody sees it"
	case r.Title.Value == "{"+column.Name+"}":
		why = "it is the heading"
	}
	if why != "" {
		c.problems.Add(pos, "@realtime(stream:): no open page of a row shows column %s as it grows: %s", column.Name, why)
	}
}

func (c *checker) list(a *annotation.Annotation, t *model.Table) {
	if v, ok := a.Get("page"); ok && (v.Int < 1 || v.Int > 200) {
		c.problems.Add(v.Pos, "a page has 1 to 200 rows")
	}
	if v, ok := a.Get("sort"); ok {
		for _, item := range v.List {
			column := t.Column(item.Str)
			switch {
			case column == nil:
			case !sortable(column.Type):
				c.problems.Add(item.Pos, "lists cannot be sorted by %s, column %s", column.Type.SQL, column.Name)
			case item.Str == v.List[0].Str:
				by := *a
				by.Pos = item.Pos
				c.demandIndex(&by, t, column)
			default:
				c.problems.Add(item.Pos, "lists are sorted by one column, and by the key within it")
			}
		}
	}
	columns, ok := a.Get("columns")
	for _, column := range t.Columns {
		if own := c.notes.Find(column, "list"); ok && own != nil {
			c.problems.Add(own.Pos, "@list(columns:) of table %s, in line %d, says which columns are shown: leave @list away here", t.Name, columns.Pos.Line)
		}
	}
}

// searched wants texts; the columns' own @search have been checked.
func (c *checker) searched(a *annotation.Annotation, t *model.Table) {
	v, _ := a.Get("columns")
	for _, item := range v.List {
		column := t.Column(item.Str)
		if column == nil {
			continue
		}
		if !isText(column.Type) && !named(column) {
			c.problems.Add(item.Pos, "@search is for text, and %s is %s", item.Str, column.Type.SQL)
		}
		if own := c.notes.Find(column, "search"); own != nil {
			c.problems.Add(own.Pos, "column %s stands in @search of table %s already", item.Str, t.Name)
		}
	}
}

// words demands what a search of words needs: an index of just them, and columns that everybody reads who sees the row.
func (c *checker) words(t *model.Table) {
	a := c.notes.Find(t, "search")
	if t.Resource == nil || a == nil {
		return
	}
	language, said := a.Get("language")
	if t.Resource.SearchMode.Value != "fts" {
		if said {
			c.problems.Add(language.Pos, "@search(language:) does nothing without mode: fts")
		}
		return
	}
	for _, name := range t.Resource.Search.Value {
		column := t.Column(name)
		if column == nil {
			return
		}
		if !isText(column.Type) {
			c.problems.Add(a.Pos, "@search(mode: fts) is for text of the table itself, and %s is %s", name, column.Type.SQL)
		}
		if column.Field.Read.Known() {
			c.problems.Add(a.Pos, "@search(mode: fts) finds a row by all its words at once, and not everybody reads column %s: leave it out, or use trigram", name)
		}
	}
	for _, x := range t.Indexes {
		if x.Method == "gin" && len(x.Parts) == 1 && indexes(x.Parts[0].Expr, t.Resource) {
			return
		}
	}
	c.problems.Add(a.Pos, "@search(mode: fts) needs an index: CREATE INDEX ON %s USING gin (%s);", t.Name, t.Words(""))
}

// indexes reports whether an expression of an index is about the words of the search, in whatever way it is written.
func indexes(expr string, r *model.Resource) bool {
	has := func(part string) bool { return strings.Contains(expr, part) }
	return has("to_tsvector") && has("'"+r.Language.Value+"'") && !slices.ContainsFunc(r.Search.Value, func(name string) bool { return !has(name) })
}

// buttons demands that actions and tabs have names of their own.
func (c *checker) buttons(t *model.Table) {
	if t.Resource == nil {
		return
	}
	taken := slices.Concat(annotation.Ops, []string{"new", "edit", "bulk", "import", "restore", "purge", "stream"})
	seen := map[string]bool{}
	for _, action := range t.Resource.Actions {
		if slices.Contains(taken, action.Name) || seen[action.Name] {
			c.problems.Add(action.Why.Pos, "@action(%s): the name is taken", action.Name)
		}
		seen[action.Name] = true
		for _, name := range action.Ask {
			if column := t.Column(name); column != nil && !column.Field.InForm.Value {
				c.problems.Add(action.Why.Pos, "@action(%s) asks for %s, which is in no form (%s)", action.Name, name, column.Field.InForm.Why)
			}
		}
	}
	tabs := map[string]bool{}
	for _, scope := range t.Resource.Scopes {
		if tabs[scope.Name] || strings.EqualFold(scope.Name, "all") {
			c.problems.Add(scope.Why.Pos, "@scope has a tab %s already", scope.Name)
		}
		tabs[scope.Name] = true
	}
}
