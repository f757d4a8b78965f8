package crud

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
	"stoa/views/ui"
)

const (
	offered  = 20 // rows that a relation offers at a time
	longText = 500
)

// groups are the form's controls, the fields of each group together and the ungrouped first.
func (t *table) groups(ctx context.Context, p *session.Principal, f filled) ([]views.Group, error) {
	var groups []views.Group
	at := map[string]int{}
	for _, row := range t.layout(f.row == nil) {
		var controls []views.Control
		for _, field := range row {
			c, err := t.control(ctx, p, field, f)
			if err != nil {
				return nil, err
			}
			controls = append(controls, c)
		}
		name := row[0].Group
		if _, ok := at[name]; !ok {
			at[name] = len(groups)
			groups = append(groups, views.Group{Label: name})
		}
		g := &groups[at[name]]
		g.Rows = append(g.Rows, controls)
		g.Open = g.Open || firstProblem(g.Rows)
	}
	return groups, nil
}

// control prepares one field of a form.
func (t *table) control(ctx context.Context, p *session.Principal, f resource.Field, form filled) (views.Control, error) {
	creating := form.row == nil
	c := views.Control{Kind: string(f.Kind), Widget: f.Widget, Min: f.Min, Max: f.Max, Step: f.Step, Validate: t.validateAddress(f, form.row), Field: ui.Field{
		Name: f.Name, Label: f.Label, Help: help(f), Error: form.fields[f.Name], Placeholder: f.Placeholder,
		Optional: !f.Required && (creating && f.Default == nil || !f.Defaulted || f.Kind == resource.Tags), Rows: lines(f),
	}}
	c.Leads, c.Off = t.followed(f.Name), f.Show != nil && !t.shows(f, t.typed(form))
	switch {
	case form.raw != nil && f.Kind != resource.Secret:
		c.Field.Value = form.raw[f.Name]
	case form.row != nil:
		c.Field.Value = resource.Encode(f, form.row.Values[f.Name])
	}
	if choices := t.o.Slots.Choices[f.Name]; choices != nil {
		return choose(c, options(choices(ctx, p))), nil
	}
	switch f.Kind {
	case resource.Boolean:
		c.Checked, c.Field.Value = c.Field.Value == "true", ""
	case resource.Enum:
		c.Options = options(f.Options)
		if c.Field.Optional {
			c.Options = append([]ui.Option{{Label: "none"}}, c.Options...)
		}
	case resource.Color:
		if c.Field.Optional {
			c.Kind = string(resource.Text) // the browser's control for colours cannot be left empty
		}
	case resource.Secret:
		if set, _ := valueOf(form.row, f).(bool); set {
			c.Field.Help, c.Field.Optional, c.Removable = "It is set. Leave this empty to keep it.", true, !f.Required
		}
		c.Field.Autocomplete = "new-password"
	case resource.Relation:
		return t.relation(ctx, p, f, form, c)
	}
	return c, nil
}

// choose makes a select of a control; a value that is no choice any more stays one.
func choose(c views.Control, list []ui.Option) views.Control {
	c.Kind, c.Options = string(resource.Relation), list
	if !offers(list, c.Field.Value) {
		c.Options = append(list[:len(list):len(list)], ui.Option{Value: c.Field.Value, Label: c.Field.Value})
	}
	return c
}

func valueOf(row *resource.Row, f resource.Field) any {
	if row == nil {
		return nil
	}
	return row.Values[f.Name]
}

// help is the column's comment, and what the rules allow.
func help(f resource.Field) string {
	text := f.Help
	add := func(s string) {
		text = strings.TrimSpace(text + " " + s)
	}
	if f.MaxLength > 0 && f.Kind != resource.Tags {
		add(fmt.Sprintf("At most %d characters.", f.MaxLength))
	}
	switch {
	case f.Kind == resource.Tags && !strings.Contains(text, "one a line"):
		add("Write one a line.")
	case f.Kind == resource.Time:
		add("In UTC.")
	}
	if f.Min != "" && f.Max != "" && f.Kind.Number() {
		add("From " + f.Min + " to " + f.Max + ".")
	}
	return text
}

func lines(f resource.Field) int {
	if f.Kind == resource.Markdown || f.Kind == resource.Textarea && f.MaxLength > 2*longText {
		return 8
	}
	return 0
}

// finds is what was looked for in the relations of a form that is not sent yet.
type finds struct{ field, search string }

// relation prepares a select: the row that is chosen, and some of the others.
func (t *table) relation(ctx context.Context, p *session.Principal, f resource.Field, form filled, c views.Control) (views.Control, error) {
	offer, lookup := t.offer(p.Role, f)
	if c.Field.Optional || c.Field.Value == "" {
		c.Options = []ui.Option{{Label: "none"}}
	}
	if offer == nil {
		if c.Field.Value != "" {
			c.Options = append(c.Options, ui.Option{Value: c.Field.Value, Label: t.chosenLabel(ctx, p, f, form, c.Field.Value)})
		}
		return c, nil
	}
	search := ""
	if form.find.field == f.Name {
		search = form.find.search
	}
	found, err := offer(ctx, t.door(p), scopeOf(p), resource.Find{Search: search, Limit: limit(f)})
	if err != nil {
		return c, err
	}
	c.Lookup, c.Find, c.Search = lookup, f.Name, search
	list := options(found)
	if c.Field.Value != "" && !offers(list, c.Field.Value) {
		list = append([]ui.Option{{Value: c.Field.Value, Label: t.chosenLabel(ctx, p, f, form, c.Field.Value)}}, list...)
	}
	c.Options = append(c.Options, list...)
	return c, nil
}

func offers(list []ui.Option, value string) bool {
	for _, o := range list {
		if o.Value == value {
			return true
		}
	}
	return false
}

// chosenLabel is what the row that a relation points to is called; one that may not be seen goes by its id.
func (t *table) chosenLabel(ctx context.Context, p *session.Principal, f resource.Field, form filled, value string) string {
	if form.row != nil && form.row.Labels[f.Name] != "" && resource.Encode(f, form.row.Values[f.Name]) == value {
		return form.row.Labels[f.Name]
	}
	id, err := uuid.Parse(value)
	offer, _ := t.offer(p.Role, f)
	if err != nil || offer == nil {
		return short(value, 40)
	}
	found, err := offer(ctx, t.door(p), scopeOf(p), resource.Find{IDs: []uuid.UUID{id}, Limit: 1})
	if err != nil || len(found) == 0 {
		return short(value, 40)
	}
	return found[0].Label
}

// validateAddress checks one field of a form that is being filled in.
func (t *table) validateAddress(f resource.Field, row *resource.Row) string {
	q := url.Values{"field": {f.Name}}
	if row != nil {
		q.Set("id", row.ID.String())
	}
	return t.path("validate") + "?" + q.Encode()
}
