package crud

import (
	"context"
	"net/url"
	"strings"

	"stoa/internal/errs"
	"stoa/internal/resource"
)

// input is what a form said.
type input struct {
	raw    map[string]string // as typed, by field, to show it again
	change *Change
	fields errs.Fields
}

// read decodes a form into typed values and holds them against the rules. Only fields that a form may
// set are looked at; old is the row that is edited, nil for a new one.
func (t *table) read(ctx context.Context, form url.Values, change *Change) input {
	in := input{raw: map[string]string{}, change: change, fields: errs.Fields{}}
	t.fill(change, func(f resource.Field) { in.field(f, form) })
	t.check(ctx, change, in.fields)
	return in
}

// fill sets the fields that may be written by what a request says, and leaves the others as they are.
func (t *table) fill(change *Change, set func(resource.Field)) {
	change.Values = resource.Values{}
	creating := change.Old == nil
	for _, f := range t.Fields {
		switch {
		case f.Hidden || f.Readonly:
		case !f.Writable(creating):
			change.Values[f.Name] = change.Old.Values[f.Name]
		default:
			set(f)
		}
	}
}

// check holds the values against the rules and adds what breaks them to fields.
func (t *table) check(ctx context.Context, change *Change, fields errs.Fields) {
	creating := change.Old == nil
	t.unasked(change, fields)
	t.slugs(change)
	if t.o.Normalise != nil {
		t.o.Normalise(ctx, change)
	}
	for _, f := range t.Fields {
		if f.Writable(creating) && t.shows(f, change.Values) {
			if problem := resource.Check(f, change.Values[f.Name], creating); problem != "" {
				fields.Add(f.Name, problem)
			}
		}
	}
	t.accept(ctx, change, fields)
	if t.o.Validate != nil {
		t.o.Validate(ctx, change, fields)
	}
}

// slugs makes those that were left empty. Whether one is taken the database says, at its field.
func (t *table) slugs(change *Change) {
	for _, f := range t.Fields {
		from, ok := change.Values[f.SlugFrom].(string)
		if f.Kind == resource.Slug && ok && change.Values[f.Name] == nil && f.Writable(change.Old == nil) {
			if made := resource.Slugged(from, f.MaxLength); made != "" {
				change.Values[f.Name] = made
			}
		}
	}
}

// field decodes one field. One that an edit form does not send stays as it is, except for check
// boxes, which send nothing when they are unchecked.
func (in *input) field(f resource.Field, form url.Values) {
	texts, sent := form[f.Name]
	old := in.change.Old
	if old != nil && f.Kind == resource.Secret && strings.Join(texts, "") == "" { // the row only says whether there is one
		in.change.Values[f.Name] = nil
		if !f.Required && form.Get(f.Name+".remove") == "true" {
			in.change.Values[f.Name] = resource.Removed{}
		}
		return
	}
	if old != nil && !sent && f.Kind != resource.Boolean {
		in.change.Values[f.Name] = old.Values[f.Name]
		return
	}
	value, problem := resource.Decode(f, texts)
	if in.raw[f.Name] = strings.Join(texts, "\n"); f.Kind == resource.Boolean {
		in.raw[f.Name] = resource.Encode(f, value)
	}
	if problem != "" {
		in.fields.Add(f.Name, problem)
	}
	if old != nil && f.Kind != resource.Secret && resource.Encode(f, value) == resource.Encode(f, old.Values[f.Name]) {
		value = old.Values[f.Name] // untouched: what the control cannot show exactly is not lost
	}
	in.change.Values[f.Name] = value
}
