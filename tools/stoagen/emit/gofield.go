package emit

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"stoa/tools/stoagen/model"
)

// fieldParts is the literal of one field, in the order of resource.Field.
func (t *table) fieldParts(f field) []string {
	x := f.Field
	p := texts(nil, "Name", f.Name, "Label", x.Caption.Value, "Help", x.Help.Value)
	p = append(p, "Kind: resource."+f.kind)
	p = append(p, ruleParts("Read", f.sees)...)
	p = append(p, ruleParts("Write", f.writes)...)
	inForm := t.hasForm() && x.InForm.Value && !x.ReadOnly.Value
	switch {
	case !inForm:
		p = texts(flags(p, "Readonly"), "JSONType", x.JSONType.Value)
		return texts(append(p, f.options()...), "Target", target(f), "Format", x.Format.Value)
	case x.Required.Value && f.kind != "Boolean":
		p = flags(p, "Required")
	case f.defaulted() || f.NotNull && (x.DefaultBy.Value == "now" || x.DefaultBy.Value == "me"):
		p = flags(p, "Defaulted")
	}
	if x.Immutable.Value {
		p = flags(p, "Immutable")
	}
	if w := x.Widget; strings.HasPrefix(w.Why.Cause, "@widget") && slices.Contains([]model.Widget{model.WidgetRadio, model.WidgetSelect, model.WidgetSlider, model.WidgetTel}, w.Value) {
		p = texts(p, "Widget", string(w.Value))
	}
	p = append(p, f.limits()...)
	if pattern := f.pattern(); pattern != "" {
		p = append(p, "Pattern: "+raw(pattern))
		p = texts(p, "PatternHelp", f.patternHelp())
	}
	p = texts(p, "JSONType", x.JSONType.Value)
	if x.Trim.Value {
		p = flags(p, "Trim")
	}
	if x.Lower.Value {
		p = flags(p, "Lower")
	}
	p = append(p, f.options()...)
	if x.Show.Known() {
		p = append(p, "Show: &resource.When"+when(x.Show.Value))
	}
	if f.kind == "Slug" {
		p = texts(p, "SlugFrom", x.SlugFrom.Value)
	}
	p = texts(p, "Target", target(f))
	for _, own := range t.offering() {
		if own.Name == f.Name {
			q := t.offerQuery(f)
			p = append(p, fmt.Sprintf("Offer: %s((*db.Queries).%s, option[db.%sRow])", offer(q.text), q.name, q.name))
		}
	}
	if n := x.OptionLimit.Value; f.kind == "Relation" && n > 0 && n != 20 {
		p = append(p, fmt.Sprint("Limit: ", n))
	}
	if d := f.shownDefault(); d != "" {
		p = append(p, "Default: "+d)
	}
	return texts(p, "Placeholder", x.Placeholder.Value, "Example", x.Example.Value, "Group", x.Group.Value, "Format", x.Format.Value)
}

func ruleParts(name string, c column) []string {
	if c.sql == "" {
		return nil
	}
	return []string{name + ": &" + c.literal()}
}

func target(f field) string {
	if f.kind != "Relation" || !f.leads() {
		return ""
	}
	return f.Field.RelatesTo.Value
}

// limits are the lengths and bounds that the engine checks.
func (f field) limits() []string {
	var p []string
	number := func(name string, n int) {
		if n > 0 {
			p = append(p, name+": "+strconv.Itoa(n))
		}
	}
	switch f.kind {
	case "Text", "Textarea", "Markdown", "Email", "URL", "Slug", "Secret":
		number("MinLength", f.Field.MinLength.Value)
		number("MaxLength", f.Field.MaxLength.Value)
		number("MaxBytes", f.Field.MaxBytes.Value)
	case "Tags":
		number("MinItems", f.Field.MinItems.Value)
		number("MaxItems", f.Field.MaxItems.Value)
	}
	if !f.ranged() {
		return p
	}
	p = texts(p, "Min", f.bound(f.Field.Min.Value, f.Field.MinOpen.Value, 1), "Max", f.bound(f.Field.Max.Value, f.Field.MaxOpen.Value, -1))
	if step := f.Field.Step.Value; step != "any" && step != "1" {
		p = texts(p, "Step", step)
	}
	return p
}

// bound is a limit that belongs to the range. One that is left out of a range of whole numbers, or of a number with steps,
// becomes the next; of others the database keeps it.
func (f field) bound(limit string, open bool, sign int64) string {
	if !open {
		return limit
	}
	n, ok := new(big.Rat).SetString(limit)
	step, okStep := new(big.Rat).SetString(f.Field.Step.Value)
	if !ok || !okStep {
		return limit
	}
	_, digits, _ := strings.Cut(f.Field.Step.Value, ".")
	return n.Add(n, step.Mul(step, big.NewRat(sign, 1))).FloatString(len(digits))
}

func (f field) options() []string {
	if f.kind != "Enum" || !f.Field.Options.Known() {
		return nil
	}
	var all []string
	for _, o := range f.Field.Options.Value {
		all = append(all, fmt.Sprintf("{Value: %q, Label: %q}", o.Value, o.Label))
	}
	text := "Options: []resource.Option{" + strings.Join(all, ", ") + "}"
	if len(text) <= width-16 {
		return []string{text}
	}
	return []string{"Options: []resource.Option{\n" + pack("\t\t\t\t\t", all) + ",\n}"}
}

// shownDefault is what a new form shows, in Go.
func (f field) shownDefault() string {
	if f.Field.DefaultBy.Value != "value" || f.Literal == nil && !f.Field.Default.Known() {
		return ""
	}
	v := f.Field.Default.Value
	switch f.kind {
	case "Boolean":
		return strconv.FormatBool(v == "true" || v == "t")
	case "Integer":
		if _, err := strconv.ParseInt(v, 10, 64); err != nil {
			return ""
		}
		return "int64(" + v + ")"
	case "JSON":
		return "json.RawMessage(" + raw(v) + ")"
	case "Date":
		day, err := time.Parse(time.DateOnly, v)
		if err != nil {
			return ""
		}
		return fmt.Sprintf("time.Date(%d, %d, %d, 0, 0, 0, 0, time.UTC)", day.Year(), day.Month(), day.Day())
	case "Tags", "Time", "Relation", "ID":
		return ""
	}
	if v == "" {
		return ""
	}
	return strconv.Quote(v)
}
