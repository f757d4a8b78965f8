package emit

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// table is a resource with what the templates need of it.
type table struct {
	*model.Table
	out     *Output
	written Written

	many, one string // Go names: Widgets, Widget
	fields    []field
	unseen    []field // columns that no page shows but a step may set: @hidden ones
	filters   []field
	sorts     []field
	deleted   string // soft delete column, or ""
	prefix    string // before its columns where a query reads other tables as well: sqlc takes them for ambiguous

	read, create, update, remove rule
}

func newTable(t *model.Table, out *Output) *table {
	x := &table{Table: t, out: out, many: goName(t.Name), one: goName(singular(t.Name)), deleted: t.Facts.SoftDelete.Value}
	for _, c := range t.Columns {
		x.column(c)
	}
	for _, f := range x.fields {
		switch {
		case !f.Field.Sortable.Value:
		case !f.NotNull:
			out.Notes.Add(f.Field.Sortable.Why.Pos, "column %s can be NULL, so that lists are not sorted by it", f.Name)
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
	x.rules()
	if x.reads() {
		x.prefix = ident(t.Name) + "."
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

func (t *table) rules() {
	for _, r := range []struct {
		to *rule
		op func(*model.Access) *annotation.Expr
	}{
		{&t.read, func(a *model.Access) *annotation.Expr { return a.Read.Value }},
		{&t.create, func(a *model.Access) *annotation.Expr { return a.Create.Value }},
		{&t.update, func(a *model.Access) *annotation.Expr { return a.Update.Value }},
		{&t.remove, func(a *model.Access) *annotation.Expr { return a.Delete.Value }},
	} {
		e := r.op(t.Access)
		rule, ok := ruleOf(t.Table, e, r.op)
		if !ok {
			pos := e.Pos
			if pos.Line == 0 {
				pos = t.Pos
			}
			t.out.Problems.Add(pos, "@allow: %s cannot be generated: pages know roles, owner and parent, joined by or", e)
		}
		*r.to = rule
	}
	if t.create.owner {
		t.out.Problems.Add(t.Pos, "table %s: a row that is not made yet has no owner: let create name a role", t.Name)
	}
}

// reads reports whether queries on the table read others: for names of rows, for a parent's owner.
func (t *table) reads() bool {
	return len(t.relations()) > 0 || t.read.via != nil || t.update.via != nil || t.remove.via != nil
}

// whose is the rule that says which owner a row is shown to have.
func (t *table) whose() rule {
	for _, r := range []rule{t.read, t.update, t.remove} {
		if r.owner {
			return r
		}
	}
	return rule{}
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
