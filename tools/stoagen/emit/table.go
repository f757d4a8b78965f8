package emit

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// table is a resource with what the templates need of it.
type table struct {
	*model.Table
	out     *Output
	written Written
	home    string // of the generated packages

	many, one string // Go names: Widgets, Widget
	fields    []field
	unseen    []field // columns that no page shows but a step may set: @hidden ones
	filters   []field
	sorts     []field
	deleted   string // soft delete column, or ""
	prefix    string // before its columns where a query reads other tables as well: sqlc takes them for ambiguous

	procedural bool // plugins declare operations beside its own

	read, create, update, remove rule
	acts                         []rule // who may do the actions, in their order
	marks                        []mark
}

func newTable(t *model.Table, out *Output) *table {
	x := &table{Table: t, out: out, many: goName(t.Name), one: goName(singular(t.Name)), deleted: t.Facts.SoftDelete.Value}
	for _, c := range t.Columns {
		x.column(c)
	}
	if x.readsOthers() {
		x.prefix = ident(t.Name) + "."
	}
	x.rules()
	x.columnRules()
	for _, f := range x.fields {
		switch {
		case !f.Field.Sortable.Value:
		case !f.NotNull:
			out.Problems.Add(f.Field.Sortable.Why.Pos, "column %s can be NULL, so that lists cannot be sorted by it", f.Name)
		default:
			x.sorts = append(x.sorts, f)
		}
		if f.kind != "JSON" && (f.Field.Filterable.Value || panelKey(t, f.Name)) {
			if slices.Contains(listed, f.Name) {
				out.Problems.Add(f.Pos, "column %s: lists have a parameter of that name, so that none can be filtered by it; call it otherwise", f.Name)
			}
			x.filters = append(x.filters, f)
		}
	}
	x.unsupported()
	return x
}

func (t *table) column(c *model.Column) {
	f := newField(c)
	switch {
	case c.Name == model.TenantColumn, c.Key(), c.Name == t.deleted:
		return
	case c.Field.Hidden.Value:
		if f.kind != "" && c.Generated == "" {
			t.unseen = append(t.unseen, f)
		}
		return
	case f.kind == "":
		return
	}
	if taken(c.Name) {
		t.out.Problems.Add(c.Pos, "column %s of a resource: generated queries have a parameter of that name, call it otherwise", c.Name)
	}
	if !f.text && !c.NotNull && c.Type.Domain != nil || c.Type.Name == "timestamp" {
		t.out.Problems.Add(c.Pos, "column %s: type %s cannot be shown on pages; use timestamptz, or the domain's type", c.Name, c.Type.SQL)
	}
	t.fields = append(t.fields, f)
}

// panelKey reports whether a page shows the rows whose column is its own row.
func panelKey(t *model.Table, column string) bool {
	if k := t.Resource.ParentKey; k != nil && k.Column() == column {
		return true
	}
	for _, k := range t.ForeignKeys {
		if k.Column() == column && k.Target.Resource != nil && slices.Contains(k.Target.Resource.PanelKeys, k) {
			return true
		}
	}
	return false
}

// rules compiles who may do what. Two that hold for the same rows share a mark.
func (t *table) rules() {
	t.publicly()
	t.read, t.create = ruleOf(t.Table, "read", t.prefix), ruleOf(t.Table, "create", t.prefix)
	t.update, t.remove = ruleOf(t.Table, "update", t.prefix), ruleOf(t.Table, "delete", t.prefix)
	if t.has("update") {
		t.update.mark = t.marked("update", t.update.cond)
	}
	if t.has("delete") {
		t.remove.mark = t.marked("delete", t.remove.cond)
	}
	for _, a := range t.Resource.Actions {
		allow := a.Allow
		if allow == nil {
			allow = t.Access.Update.Value
		}
		r := ruleFrom(allow, asked{table: t.Table, op: "update"}, t.prefix)
		r.mark = t.marked("act_"+strings.ReplaceAll(a.Name, "-", "_"), r.cond)
		t.acts = append(t.acts, r)
	}
}

// conditions are all that @allow says on the table and its columns.
func (t *table) conditions() []*annotation.Expr {
	a := t.Access
	all := []*annotation.Expr{a.Read.Value, a.Create.Value, a.Update.Value, a.Delete.Value}
	for _, action := range t.Resource.Actions {
		if action.Allow != nil {
			all = append(all, action.Allow)
		}
	}
	for _, c := range t.Columns {
		for _, e := range []*annotation.Expr{c.Field.Read.Value, c.Field.Write.Value} {
			if e != nil {
				all = append(all, e)
			}
		}
	}
	return all
}

// columnRules compiles @allow on columns. Who may not read a column does not write it either.
func (t *table) columnRules() {
	for i := range t.fields {
		f := &t.fields[i]
		x := f.Field
		read, write := x.Read.Value, x.Write.Value
		if write == nil {
			write = read
		} else if read != nil {
			write = &annotation.Expr{Op: annotation.And, Args: []*annotation.Expr{read, write}}
		}
		f.sees, f.writes = t.columnRule("read", "read_"+f.Name, read), t.columnRule("update", "write_"+f.Name, write)
		made := asked{table: t.Table, op: "create"}
		if write != nil && t.has("create") && f.NotNull && !f.defaulted() && f.Field.InForm.Value &&
			made.floor(write, true) > made.floor(t.Access.Create.Value, true) {
			t.out.Problems.Add(x.Write.Why.Pos, "who may create rows of table %s, but not write column %s, can make none: give it a DEFAULT", t.Name, f.Name)
		}
		if f.sees.sql != "" { // the row says it, whoever asks
			f.sees.mark = t.marked("read_"+f.Name, f.sees.sql)
		}
	}
}

func (t *table) columnRule(op, name string, e *annotation.Expr) column {
	if e == nil {
		return column{}
	}
	a := asked{table: t.Table, op: op}
	c := column{rule: ruleFrom(e, a, t.prefix), sql: a.sql(e, t.prefix)}
	if c.cond != "" {
		c.mark = t.marked(name, c.cond)
	}
	return c
}

// publicly refuses what no page can keep: without a login there is no tenant to look into.
func (t *table) publicly() {
	for _, e := range t.conditions() {
		e.Walk(func(x *annotation.Expr) {
			if x.Op == annotation.Public {
				t.out.Problems.Add(x.Pos, "@allow: public cannot be generated, because pages need a login that names the tenant; mount a handler in handlers/%s", t.Plugin)
			}
		})
	}
}

// mark is an output that says whether the asker may do something with the row.
type mark struct{ name, cond string }

// marked is the mark of a condition.
func (t *table) marked(name, cond string) string {
	if cond == "" {
		return ""
	}
	for _, m := range t.marks {
		if m.cond == cond {
			return m.name
		}
	}
	t.marks = append(t.marks, mark{name, cond})
	return name
}

// readsOthers reports whether queries on the table read others: for names of rows, for what a parent allows.
func (t *table) readsOthers() bool {
	if len(t.relations()) > 0 {
		return true
	}
	return slices.ContainsFunc(t.conditions(), func(e *annotation.Expr) bool { return asks(e, annotation.Parent) || asks(e, annotation.In) })
}

func (t *table) has(op string) bool { return t.Resource.Has(op) }

// field returns the shown field of that name.
func (t *table) field(name string) (field, bool) {
	for _, f := range t.fields {
		if f.Name == name {
			return f, true
		}
	}
	return field{}, false
}
