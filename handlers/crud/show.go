package crud

import (
	"slices"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	views "stoa/views/crud"
)

// shows reports whether the field is asked for beside these values.
func (t *table) shows(f resource.Field, v resource.Values) bool {
	return f.Show == nil || f.Show.Holds(t.Field, v)
}

// followed reports whether another field is asked for or not by what this one holds.
func (t *table) followed(name string) bool {
	return slices.ContainsFunc(t.Fields, func(f resource.Field) bool { return f.Show != nil && slices.Contains(f.Show.Fields(), name) })
}

// unasked takes back what a form says of fields that are not asked for: they stay what they were, and nothing is wrong with them.
func (t *table) unasked(change *Change, fields errs.Fields) {
	for _, f := range t.Fields {
		if !f.Writable(change.Old == nil) || t.shows(f, change.Values) {
			continue
		}
		delete(fields, f.Name)
		switch {
		case f.Kind == resource.Secret:
			change.Values[f.Name] = nil
		case change.Old != nil:
			change.Values[f.Name] = change.Old.Values[f.Name]
		default:
			change.Values[f.Name] = f.Default
		}
	}
}

// typed are the values that a form shows, as far as they are some.
func (t *table) typed(form filled) resource.Values {
	if form.raw == nil && form.row != nil {
		return form.row.Values
	}
	v := resource.Values{}
	for name, text := range form.raw {
		if f, ok := t.Field(name); ok {
			v[name], _ = resource.Decode(f, []string{text})
		}
	}
	return v
}

// following are the controls that come or go with a field, as patches of the open form.
func (t *table) following(c echo.Context, f resource.Field, form filled) (list []templ.Component, err error) {
	for _, other := range t.Fields {
		if other.Show == nil || !other.Writable(form.row == nil) || !slices.Contains(other.Show.Fields(), f.Name) {
			continue
		}
		control, err := t.control(c.Request().Context(), web.Who(c), other, form)
		if err != nil {
			return nil, err
		}
		control.Field.Error = "" // nobody has been there yet
		list = append(list, patch("#control-"+other.Name, "outerMorph", views.Field(control)))
	}
	return list, nil
}
