// Package infer derives from the schema what pages, forms and the API must know, each fact with its reason.
//
// SQL is read first and annotations override it. Annotations that make no sense are the business of package check:
// here they are passed over.
package infer

import (
	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// Infer fills in every derived fact of the schema.
func Infer(schema *model.Schema, notes annotation.Notes) {
	in := &inferrer{schema: schema, notes: notes}
	for _, e := range schema.Enums {
		in.enum(e)
	}
	for _, d := range schema.Domains {
		d.Was = in.was(d)
		in.checks(d.Checks, false)
	}
	for _, t := range schema.Tables {
		in.tableFacts(t)
		in.constraints(t)
	}
	for _, t := range schema.Tables { // a field needs the label columns of other tables
		for _, c := range t.Columns {
			in.field(t, c)
		}
	}
	for _, t := range schema.Tables {
		in.audience(t)
	}
	for _, t := range schema.Tables { // panels need to know what is a resource
		in.panels(t)
	}
}

type inferrer struct {
	schema *model.Schema
	notes  annotation.Notes
}

// because is the reason that an annotation gives; of several arguments it cites the one that matters.
func because(a *annotation.Annotation, param ...string) model.Reason {
	for _, arg := range a.Args {
		if len(a.Args) > 1 && len(param) > 0 && arg.Param.Name == param[0] {
			return model.Reason{Cause: "@" + a.Name + "(" + arg.Text + ")", Pos: arg.Pos}
		}
	}
	return model.Reason{Cause: a.Text, Pos: a.Pos}
}

// byDefault is the reason of what nothing in the schema decides.
func byDefault(rule string) model.Reason {
	if rule == "" {
		return model.Reason{Cause: "default"}
	}
	return model.Reason{Cause: "default: " + rule}
}

// flag is a fact that an annotation without arguments states.
func (in *inferrer) flag(x any, name string) (f model.Fact[bool]) {
	if a := in.notes.Find(x, name); a != nil {
		f.Set(true, because(a))
	}
	return f
}

// str is a fact that one argument of an annotation states.
func (in *inferrer) str(x any, name, param string) (f model.Fact[string]) {
	if a := in.notes.Find(x, name); a != nil {
		if v, ok := a.Get(param); ok {
			f.Set(v.Str, because(a, param))
		}
	}
	return f
}

func (in *inferrer) was(x any) model.Fact[string] { return in.str(x, "was", "name") }

// enum names the values of an enum type.
func (in *inferrer) enum(e *model.Enum) {
	e.Was = in.was(e)
	a := in.notes.Find(e, "enum")
	for i := range e.Options {
		e.Options[i].Label = optionLabel(a, e.Options[i].Value)
	}
}

func optionLabel(a *annotation.Annotation, value string) string {
	if a != nil {
		for _, arg := range a.Args {
			if arg.Key == value {
				return arg.Value.Str
			}
		}
	}
	return human(value)
}

// constraints fills in messages and where they are shown.
func (in *inferrer) constraints(t *model.Table) {
	in.checks(t.Checks, true)
	all := t.Uniques
	if t.PrimaryKey != nil {
		all = append([]*model.Unique{t.PrimaryKey}, all...)
	}
	for _, u := range all {
		u.Global = in.flag(u, "global")
		u.Message, u.Field = in.message(u, u.Columns)
	}
	for _, k := range t.ForeignKeys {
		k.Message, k.Field = in.message(k, k.Columns)
	}
	for _, x := range t.Indexes {
		x.Global = in.flag(x, "global")
		if x.Unique {
			x.Message, x.Field = in.message(x, x.Columns())
		}
	}
}

func (in *inferrer) checks(checks []*model.Check, ofTable bool) {
	for _, c := range checks {
		columns := c.Columns
		if !ofTable {
			columns = nil // a domain does not know its column
		}
		c.Message, c.Field = in.message(c, columns)
		a := in.notes.Find(c, "enum")
		for _, r := range c.Rules {
			if r.Kind != model.In {
				continue
			}
			c.LabelsWhy = model.Reason{Cause: "CHECK " + c.Name, Pos: c.Pos}
			for _, v := range r.Values {
				c.Labels = append(c.Labels, model.Option{Value: v, Label: optionLabel(a, v)})
			}
			break
		}
	}
}

// message is what is shown when a constraint is broken, and at which field: its only column besides tenant_id, unless
// @message names one.
func (in *inferrer) message(x any, columns []string) (text, field model.Fact[string]) {
	one, several := "", false
	for _, c := range columns {
		if c != model.TenantColumn {
			several = several || one != ""
			one = c
		}
	}
	if one != "" && !several {
		field.Set(one, byDefault("its only column"))
	}
	if f := in.str(x, "message", "field"); f.Known() {
		field.Override(f.Value, f.Why)
	}
	return in.str(x, "message", "text"), field
}
