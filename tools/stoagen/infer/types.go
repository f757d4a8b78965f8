package infer

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/model"
)

// fromType reads lengths and steps from the column's type.
func (d *fielder) fromType() {
	t := d.c.Type
	why := d.because("type " + t.SQL)
	if t.Array {
		return
	}
	switch {
	case t.Base == model.Text && t.Length > 0:
		d.f.MaxLength.Set(t.Length, why)
	case t.Base == model.Integer:
		d.f.Step.Set("1", why)
	case t.Base == model.Float, t.Base == model.Decimal && t.Precision == 0:
		d.f.Step.Set("any", why)
	case t.Base == model.Decimal && t.Scale >= 0 && t.Scale <= t.Precision:
		d.f.Step.Set(decimal("0", "", t.Scale, "1"), why)
		largest := decimal(strings.Repeat("9", t.Precision-t.Scale), "9", t.Scale, "9")
		d.f.Max.Set(largest, why)
		d.f.Min.Set("-"+largest, why)
	}
}

// decimal writes whole.fill…last with scale digits behind the point; without any it is whole, or last for 0.
func decimal(whole, fill string, scale int, last string) string {
	if scale == 0 {
		if whole == "0" {
			return last
		}
		return whole
	}
	if fill == "" {
		fill = "0"
	}
	if whole == "" {
		whole = "0"
	}
	return whole + "." + strings.Repeat(fill, scale-1) + last
}

// maxChoices is how many options still are radio buttons.
const maxChoices = 4

// longText is the length from which a text gets several lines.
const longText = 500

// options collects the values of an enum, a CHECK IN or a boolean that may be unknown.
func (d *fielder) options() {
	t := d.c.Type
	switch {
	case t.Array:
		return
	case t.Enum != nil:
		d.f.Options.Infer(t.Enum.Options, model.Reason{Cause: "enum " + t.Enum.Name, Pos: t.Enum.Pos})
	case t.Base == model.Boolean && !d.c.NotNull:
		yesNo := []model.Option{{Value: "true", Label: "Yes"}, {Value: "false", Label: "No"}}
		d.f.Options.Infer(yesNo, d.because("boolean that may be NULL"))
	}
	if d.f.Options.Known() {
		d.f.Badge.Set(true, d.f.Options.Why)
	} else if t.Base == model.Boolean {
		d.f.Badge.Set(true, d.because("type boolean"))
	}
}

// widget chooses the way to edit.
func (d *fielder) widget() {
	t, f := d.c.Type, d.f
	why := d.because("type " + t.SQL)
	switch {
	case d.c.Name == model.TenantColumn:
		f.Widget.Set(model.WidgetHidden, d.because("tenant_id is set from the scope only"))
	case f.RelatesTo.Known():
		f.Widget.Set(model.WidgetRelation, f.RelatesTo.Why)
	case f.Options.Known() && len(f.Options.Value) <= maxChoices:
		f.Widget.Set(model.WidgetRadio, f.Options.Why)
	case f.Options.Known():
		f.Widget.Set(model.WidgetSelect, f.Options.Why)
	case t.Array && t.Base == model.Text:
		f.Widget.Set(model.WidgetTags, why)
	case t.Array:
		f.Widget.Set(model.WidgetHidden, why)
	case t.Base == model.Text:
		d.text(why)
	default:
		f.Widget.Set(widgets[t.Base], why)
	}
}

var widgets = map[model.Base]model.Widget{
	model.Integer: model.WidgetNumber, model.Decimal: model.WidgetNumber, model.Float: model.WidgetNumber,
	model.Boolean: model.WidgetSwitch, model.UUID: model.WidgetText, model.Timestamp: model.WidgetDatetime,
	model.Date: model.WidgetDate, model.Time: model.WidgetTime, model.Interval: model.WidgetText, model.JSON: model.WidgetJSON,
	model.Bytes: model.WidgetHidden, model.Vector: model.WidgetHidden, model.Search: model.WidgetHidden,
	model.Network: model.WidgetText, model.Opaque: model.WidgetHidden, model.Choice: model.WidgetSelect,
}

func (d *fielder) text(why model.Reason) {
	f := d.f
	switch {
	case d.c.Type.Name == "citext" && slices.Contains([]string{"email", "email_address"}, d.c.Name):
		f.Email.Set(true, d.because("citext "+d.c.Name))
		f.Widget.Set(model.WidgetEmail, d.because("citext "+d.c.Name))
	case !f.MaxLength.Known() && f.MaxBytes.Known():
		f.Widget.Set(model.WidgetTextarea, f.MaxBytes.Why)
	case !f.MaxLength.Known():
		f.Widget.Set(model.WidgetTextarea, why)
	case f.MaxLength.Value > longText:
		f.Widget.Set(model.WidgetTextarea, f.MaxLength.Why)
	default:
		f.Widget.Set(model.WidgetText, f.MaxLength.Why)
	}
}
