package infer

import (
	"slices"

	"stoa/tools/stoagen/model"
)

// tableFacts fills in what holds for a table, resource or not.
func (in *inferrer) tableFacts(t *model.Table) {
	t.Global, t.Internal = in.flag(t, "global"), in.flag(t, "internal")
	f := &t.Facts
	f.Audit = in.flag(t, "audit")
	f.SoftDelete = in.str(t, "soft_delete", "column")
	f.Retention.Column = in.str(t, "retention", "column")
	if a := in.notes.Find(t, "retention"); a != nil {
		days, _ := a.Get("days")
		f.Retention.Days.Set(days.Int, because(a, "days"))
	}
	f.Was = in.was(t)
	if t.Key != nil {
		f.Key.Set(t.Key.Name, in.keyReason(t))
	}
	if t.Revision != nil {
		f.Revision.Set(t.Revision.Name, model.Reason{Cause: "column updated_at", Pos: t.Revision.Pos})
	}
	for _, c := range t.Columns {
		if a := in.notes.Find(c, "owner"); a != nil && t.Owner == nil {
			t.Owner = c
			f.Owner.Set(c.Name, because(a))
		}
	}
	in.label(t)
}

func (in *inferrer) keyReason(t *model.Table) model.Reason {
	if t.PrimaryKey != nil && slices.Contains(t.PrimaryKey.Columns, t.Key.Name) {
		return model.Reason{Cause: "PRIMARY KEY " + t.PrimaryKey.Name, Pos: t.PrimaryKey.Pos}
	}
	for _, u := range t.Key.Uniques {
		return model.Reason{Cause: "UNIQUE " + u.Name, Pos: u.Pos}
	}
	return byDefault("")
}

// labelNames are the columns that name a row when @label does not say.
var labelNames = []string{"name", "title", "label", "subject", "email", "slug"}

// label finds the column that names a row: @label, else a usual name, else the first text that is always there, else the key.
func (in *inferrer) label(t *model.Table) {
	for _, c := range t.Columns {
		if a := in.notes.Find(c, "label"); a != nil && t.Label == nil {
			t.Label = c
			t.Facts.Label.Set(c.Name, because(a))
		}
	}
	if t.Label != nil {
		return
	}
	for _, name := range labelNames {
		if c := t.Column(name); c != nil && in.nameable(c) {
			in.guess(t, c, "a usual name for it")
			return
		}
	}
	for _, c := range t.Columns {
		if c.NotNull && in.nameable(c) {
			in.guess(t, c, "the first text that is always there")
			return
		}
	}
	if t.Key != nil {
		in.guess(t, t.Key, "no text names a row")
	}
}

func (in *inferrer) guess(t *model.Table, c *model.Column, rule string) {
	t.Label = c
	t.Facts.Label.Set(c.Name, byDefault(rule))
}

func (in *inferrer) nameable(c *model.Column) bool {
	secret := in.notes.Find(c, "hidden") != nil || in.notes.Find(c, "secret") != nil
	return c.Type.Base == model.Text && !c.Type.Array && !secret
}
