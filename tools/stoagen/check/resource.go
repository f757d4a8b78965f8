package check

import (
	"slices"

	"stoa/tools/stoagen/model"
)

// resource checks what only all facts of a resource together show.
func (c *checker) resource(t *model.Table) {
	r := t.Resource
	if r == nil {
		return
	}
	if parent := r.Parent; parent.Known() && r.ParentKey == nil && c.schema.Table(parent.Value) != nil {
		c.problems.Add(parent.Why.Pos, "table %s has no foreign key to its parent %s", t.Name, parent.Value)
	}
	c.files(t)
	c.apiOps(t)
	c.panels(t)
	c.form(t)
}

// files checks the operations with files. A file's rows are made as the form makes them, so there has to be one; and
// what is write-only should not lie about in files.
func (c *checker) files(t *model.Table) {
	for _, op := range []string{"export", "import"} {
		if a := c.notes.Find(t, op); a != nil && !t.Resource.Has(op) {
			c.problems.Add(a.Pos, "@%s beside @resource(ops: …) without %s: add it there or leave @%s away", op, op, op)
		}
	}
	if !t.Resource.Has("import") {
		return
	}
	if !t.Resource.Has("create") {
		c.problems.Add(t.Resource.Import.Why.Pos, "import makes rows as create does: add create to @resource(ops: …)")
	}
	for _, column := range t.Columns {
		if f := column.Field; f.Secret.Value && f.Required.Value {
			c.problems.Add(t.Resource.Import.Why.Pos, "import leaves @secret columns empty, and %s is required", column.Name)
		}
	}
}

func (c *checker) apiOps(t *model.Table) {
	a := c.notes.Find(t, "api")
	if a == nil {
		return
	}
	_, off := a.Get("off")
	if off && len(a.Args) > 1 || len(a.Args) == 0 {
		c.problems.Add(a.Pos, "@api is either off or has arguments")
	}
	if v, ok := a.Get("ops"); ok {
		for _, item := range v.List {
			switch {
			case !t.Resource.Has(item.Str):
				c.problems.Add(item.Pos, "@api(ops:) has %s, which @resource(ops:) has not", item.Str)
			case item.Str == "export" || item.Str == "import":
				c.problems.Add(item.Pos, "@api(ops:) has %s, which is of files and pages: a program lists and makes rows", item.Str)
			}
		}
	}
}

func (c *checker) panels(t *model.Table) {
	a := c.notes.Find(t, "detail")
	if a == nil {
		return
	}
	v, _ := a.Get("panels")
	for _, item := range v.List {
		child := c.schema.Table(item.Str)
		switch {
		case child == nil:
		case !slices.ContainsFunc(t.Resource.PanelKeys, func(k *model.ForeignKey) bool { return k.Table == child }):
			c.problems.Add(item.Pos, "table %s has no foreign key to %s", child.Name, t.Name)
		case child.Resource == nil || !child.Resource.Has("list"):
			c.problems.Add(item.Pos, "table %s is no @resource with a list: a panel has nothing to show", child.Name)
		}
	}
}

// form checks that @form places each field at most once, places only what can be edited, and all that must be filled in.
func (c *checker) form(t *model.Table) {
	a := c.notes.Find(t, "form")
	if a == nil {
		return
	}
	v, _ := a.Get("layout")
	placed := map[string]bool{}
	for _, row := range v.List {
		for _, item := range row.List {
			column := t.Column(item.Str)
			switch {
			case column == nil:
			case placed[item.Str]:
				c.problems.Add(item.Pos, "@form has %s twice", item.Str)
			case !column.Field.InForm.Value && column.Name != model.TenantColumn && !column.Field.Hidden.Value:
				c.problems.Add(item.Pos, "column %s is in no form (%s)", item.Str, column.Field.InForm.Why)
			}
			placed[item.Str] = true
		}
	}
}
