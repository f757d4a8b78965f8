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
	c.export(t)
	c.apiOps(t)
	c.panels(t)
	c.form(t)
}

func (c *checker) export(t *model.Table) {
	if a := c.notes.Find(t, "export"); a != nil && !t.Resource.Has("export") {
		c.problems.Add(a.Pos, "@export beside @resource(ops: …) without export: add it there or leave @export away")
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
			if !t.Resource.Has(item.Str) {
				c.problems.Add(item.Pos, "@api(ops:) has %s, which @resource(ops:) has not", item.Str)
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
