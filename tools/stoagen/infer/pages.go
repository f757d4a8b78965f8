package infer

import (
	"slices"

	"stoa/tools/stoagen/model"
)

// guessedColumns is how many columns a list shows when nothing says which.
const guessedColumns = 5

// list describes the list page.
func (in *inferrer) list(t *model.Table) {
	r := t.Resource
	a := in.notes.Find(t, "list")
	var said []string
	why := byDefault("its first short columns")
	for _, c := range t.Columns {
		if f := in.notes.Find(c, "list"); f != nil {
			if said == nil {
				why = because(f)
			}
			said = append(said, c.Name)
		}
	}
	if said == nil {
		said = guessColumns(t)
	}
	r.Columns.Set(said, why)
	in.sort(t)
	r.PageSize.Set(25, byDefault(""))
	text(&r.Count, a, "count", "capped", "")
	text(&r.View, a, "view", "table", "")
	if a != nil {
		if v, ok := a.Get("columns"); ok {
			r.Columns.Set(v.Strs(), because(a, "columns"))
		}
		if v, ok := a.Get("page"); ok {
			r.PageSize.Set(v.Int, because(a, "page"))
		}
	}
	for _, c := range t.Columns {
		c.Field.InList.Infer(slices.Contains(r.Columns.Value, c.Name), r.Columns.Why)
	}
}

// guessColumns takes the label, then what is short enough for a table, then when it was made.
func guessColumns(t *model.Table) []string {
	var columns []string
	if t.Label != nil {
		columns = append(columns, t.Label.Name)
	}
	for _, c := range t.Columns {
		w := c.Field.Widget.Value
		long := w == model.WidgetTextarea || w == model.WidgetMarkdown || w == model.WidgetJSON || w == model.WidgetHidden
		if len(columns) < guessedColumns && c.Field.InForm.Value && !long && !c.Field.Secret.Value && !slices.Contains(columns, c.Name) {
			columns = append(columns, c.Name)
		}
	}
	if c := t.Column("created_at"); c != nil && !c.Field.Hidden.Value {
		columns = append(columns, c.Name)
	}
	return columns
}

// sort is the order of a list at first; without one the newest come first, because ids are UUIDv7.
func (in *inferrer) sort(t *model.Table) {
	if t.Key != nil {
		t.Resource.Sort.Set([]model.SortKey{{Column: t.Key.Name, Down: true}}, byDefault("newest first, ids are UUIDv7"))
	}
	a := in.notes.Find(t, "list")
	if a == nil {
		return
	}
	v, ok := a.Get("sort")
	if !ok {
		return
	}
	var keys []model.SortKey
	for _, item := range v.List {
		keys = append(keys, model.SortKey{Column: item.Str, Down: item.Down})
	}
	t.Resource.Sort.Set(keys, because(a, "sort"))
}

// layout arranges the form; what @form leaves out is in no form.
func (in *inferrer) layout(t *model.Table) {
	r := t.Resource
	a := in.notes.Find(t, "form")
	if a == nil {
		var rows [][]string
		for _, c := range t.Columns {
			if c.Field.InForm.Value {
				rows = append(rows, []string{c.Name})
			}
		}
		r.Layout.Set(rows, byDefault("one field under the other"))
		return
	}
	v, _ := a.Get("layout")
	var rows [][]string
	placed := map[string]bool{}
	for _, row := range v.List {
		rows = append(rows, row.Strs())
		for _, name := range row.Strs() {
			placed[name] = true
		}
	}
	r.Layout.Set(rows, because(a))
	for _, c := range t.Columns {
		if c.Field.InForm.Value && !placed[c.Name] {
			c.Field.InForm.Override(false, because(a))
			c.Field.Required = model.Fact[bool]{}
		}
	}
}

// panels are the resources that refer to this one, unless @detail says which.
func (in *inferrer) panels(t *model.Table) {
	if t.Resource == nil {
		return
	}
	r := t.Resource
	a := in.notes.Find(t, "detail")
	var wanted []string
	if a != nil {
		v, _ := a.Get("panels")
		wanted = v.Strs()
	}
	for _, k := range t.Referrers {
		child := k.Table
		switch {
		case k.Column() == "" || t.Key == nil || k.RefColumn() != t.Key.Name || slices.Contains(r.Panels.Value, child.Name):
		case a != nil && !slices.Contains(wanted, child.Name):
		case a == nil && (child.Resource == nil || !child.Resource.Has("list")):
		default:
			r.Panels.Set(append(r.Panels.Value, child.Name), byDefault("resources with a foreign key to this one"))
			r.PanelKeys = append(r.PanelKeys, k)
		}
	}
	if a != nil {
		in.orderPanels(r, wanted)
		r.Panels.Set(r.Panels.Value, because(a))
	}
}

// orderPanels brings the panels into the order in which @detail names them.
func (in *inferrer) orderPanels(r *model.Resource, wanted []string) {
	slices.SortStableFunc(r.PanelKeys, func(a, b *model.ForeignKey) int {
		return slices.Index(wanted, a.Table.Name) - slices.Index(wanted, b.Table.Name)
	})
	for i, k := range r.PanelKeys {
		r.Panels.Value[i] = k.Table.Name
	}
}
