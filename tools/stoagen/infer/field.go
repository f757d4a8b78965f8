package infer

import (
	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// fielder derives one field.
type fielder struct {
	*inferrer
	t *model.Table
	c *model.Column
	f *model.Field
}

// field derives everything about a column, SQL first, then its annotations.
func (in *inferrer) field(t *model.Table, c *model.Column) {
	d := &fielder{inferrer: in, t: t, c: c, f: &c.Field}
	d.words()
	d.fromType()
	for _, check := range c.Checks {
		d.fromCheck(check)
	}
	d.options()
	d.relation()
	d.unique()
	d.widget()
	d.place()
	d.annotations()
	d.defaults()
	d.required()
	d.lists()
}

// at is the annotation on the column or, failing that, on its domain.
func (d *fielder) at(name string) *annotation.Annotation {
	if a := d.notes.Find(d.c, name); a != nil {
		return a
	}
	if domain := d.c.Type.Domain; domain != nil {
		return d.notes.Find(domain, name)
	}
	return nil
}

// because is a reason at the column itself.
func (d *fielder) because(cause string) model.Reason { return model.Reason{Cause: cause, Pos: d.c.Pos} }

func (d *fielder) words() {
	d.f.Caption.Set(captionOf(d.c.Name, d.c.Ref != nil), d.because("name of the column"))
	switch domain := d.c.Type.Domain; {
	case d.c.Comment != "":
		d.f.Help.Set(d.c.Comment, model.Reason{Cause: "COMMENT ON COLUMN", Pos: d.c.CommentPos})
	case domain != nil && domain.Comment != "":
		d.f.Help.Set(domain.Comment, model.Reason{Cause: "COMMENT ON DOMAIN " + domain.Name, Pos: domain.Pos})
	}
}

// relation describes the select of a foreign key.
func (d *fielder) relation() {
	key := d.c.Ref
	if key == nil || key.Target == nil || d.c.Name == model.TenantColumn {
		return
	}
	why := model.Reason{Cause: "foreign key " + key.Name, Pos: key.Pos}
	d.f.RelatesTo.Set(key.Target.Name, why)
	if key.Target.Label != nil {
		labelWhy := key.Target.Facts.Label.Why
		labelWhy.Cause = "label column of " + key.Target.Name + " (" + labelWhy.Cause + ")"
		d.f.OptionLabel.Set(key.Target.Naming(), labelWhy)
	}
	d.f.OptionLimit.Set(20, byDefault(""))
}

// unique says which constraint's conflict is a message at this field.
func (d *fielder) unique() {
	for _, u := range d.c.Uniques {
		d.f.Unique.Infer(u.Name, model.Reason{Cause: "UNIQUE " + u.Name, Pos: u.Pos})
	}
	for _, x := range d.t.Indexes {
		if x.Unique && x.Field.Value == d.c.Name && len(x.Columns()) == len(x.Parts) {
			d.f.Unique.Infer(x.Name, model.Reason{Cause: "UNIQUE INDEX " + x.Name, Pos: x.Pos})
		}
	}
}

// place says whether the column is in forms, and whether people may change it.
func (d *fielder) place() {
	c, f := d.c, d.f
	softDelete := d.t.Facts.SoftDelete
	switch {
	case c.Name == model.TenantColumn:
		why := d.because("tenant_id is set from the scope only")
		f.Hidden.Set(true, why)
		f.InForm.Set(false, why)
	case c.Key():
		d.readOnly(d.because("key, a UUIDv7 made by the server"))
	case c.Generated != "":
		d.readOnly(d.because("GENERATED"))
	case c.Name == "created_at", c.Name == "updated_at":
		d.readOnly(d.because("column " + c.Name))
	case softDelete.Known() && softDelete.Value == c.Name:
		d.readOnly(softDelete.Why)
	case f.Widget.Value == model.WidgetHidden:
		f.InForm.Set(false, f.Widget.Why)
	default:
		f.InForm.Set(true, byDefault(""))
	}
}

func (d *fielder) readOnly(why model.Reason) {
	d.f.ReadOnly.Override(true, why)
	d.f.InForm.Override(false, why)
}
