package crud

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/resource"
	views "stoa/views/crud"
	"stoa/views/ui"
)

// importable are the fields that a file may fill: those of the form. A secret does not belong into files.
func (t *table) importable() []resource.Field {
	var fields []resource.Field
	for _, f := range t.Fields {
		if f.Writable(true) && f.Kind != resource.Secret {
			fields = append(fields, f)
		}
	}
	return fields
}

// guess finds the field of each column by its name or label; of columns with one name the first gets it.
func (t *table) guess(header []string) []string {
	mapping, taken := make([]string, len(header)), map[string]bool{}
	for i, name := range header {
		for _, f := range t.importable() {
			if like := plainName(name); !taken[f.Name] && (like == plainName(f.Name) || like == plainName(f.Label)) {
				mapping[i], taken[f.Name] = f.Name, true
				break
			}
		}
	}
	return mapping
}

// plainName is a name without what people write in different ways: case, blanks, hyphens.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// mapping reads which field each column fills, and what is wrong with that by column.
func (t *table) mapping(c echo.Context, header []string) (mapping []string, problems errs.Fields) {
	fields, problems := t.importable(), errs.Fields{}
	first := map[string]int{}
	for i := range header {
		name := c.FormValue(columnName(i))
		known := slices.ContainsFunc(fields, func(f resource.Field) bool { return f.Name == name })
		switch at, taken := first[name]; {
		case name != "" && !known:
			problems.Add(columnName(i), "Choose one of the fields.")
		case name != "" && taken:
			problems.Add(columnName(i), fmt.Sprintf("Column %d fills this field already.", at+1))
		default:
			first[name] = i
		}
		mapping = append(mapping, name)
	}
	var missing []string
	for _, f := range fields {
		if f.Required && !slices.Contains(mapping, f.Name) {
			missing = append(missing, "“"+f.Label+"”")
		}
	}
	if len(missing) > 0 {
		problems.Add("", "Every "+t.one()+" needs "+strings.Join(missing, ", ")+": choose the column.")
	}
	return mapping, problems
}

func columnName(i int) string { return fmt.Sprintf("column.%d", i) }

// mapForm is the form that says what each column is.
func (t *table) mapForm(ctx context.Context, q *db.Queries, imp db.Import, mapping []string, problems errs.Fields) (*views.MapForm, error) {
	if mapping == nil {
		mapping = imp.Mapping
	}
	if len(mapping) != len(imp.Header) {
		mapping = t.guess(imp.Header)
	}
	sample, err := q.ImportSample(ctx, db.ImportSampleParams{TenantID: imp.TenantID, ImportID: imp.ID})
	if err != nil {
		return nil, err
	}
	form := &views.MapForm{Action: t.path(importPart, imp.ID.String()), Error: problems[""], Submit: "Check " + t.quantityOfRows(imp.Total), Notes: t.mapNotes(imp.Header, mapping)}
	choices := []ui.Option{{Label: "not imported"}}
	for _, f := range t.importable() {
		choices = append(choices, ui.Option{Value: f.Name, Label: f.Label})
	}
	for i, name := range imp.Header {
		column := views.MapColumn{Name: name, Options: choices, Field: ui.Field{
			ID: fmt.Sprintf("column-%d", i), Name: columnName(i), Label: "Becomes", Value: mapping[i], Error: problems[columnName(i)],
		}}
		for _, raw := range sample {
			if cells := cellsOf(raw); i < len(cells) && strings.TrimSpace(cells[i]) != "" {
				column.Samples = append(column.Samples, short(cells[i], 60))
			}
		}
		form.Columns = append(form.Columns, column)
	}
	return form, nil
}

// mapNotes tell what a person should know about the header.
func (t *table) mapNotes(header, mapping []string) (notes []string) {
	var doubled, unknown, own []string
	for i, name := range header {
		like := plainName(name)
		first := slices.IndexFunc(header, func(other string) bool { return plainName(other) == like })
		switch f, ok := t.fieldLike(like); {
		case first < i && like != "":
			doubled = append(doubled, "“"+short(name, 40)+"”")
		case mapping[i] != "":
		case like == "id", ok && !f.Writable(true), ok && f.Kind == resource.Secret:
			own = append(own, "“"+short(name, 40)+"”")
		default:
			unknown = append(unknown, "“"+short(name, 40)+"”")
		}
	}
	add := func(names []string, one, many string) {
		if len(names) == 1 {
			notes = append(notes, names[0]+" "+one)
		} else if len(names) > 1 {
			notes = append(notes, strings.Join(names, ", ")+" "+many)
		}
	}
	add(doubled, "names more than one column; the first one counts, unless you choose otherwise.", "name more than one column each; the first one counts, unless you choose otherwise.")
	add(unknown, "is no field of a "+t.one()+" and is not imported, unless you choose one.", "are no fields of a "+t.one()+" and are not imported, unless you choose some.")
	add(own, "is written by Stoa and not imported.", "are written by Stoa and not imported.")
	return notes
}

func (t *table) fieldLike(plain string) (resource.Field, bool) {
	for _, f := range t.Fields {
		if plain == plainName(f.Name) || plain == plainName(f.Label) {
			return f, true
		}
	}
	return resource.Field{}, false
}

// importFields tell on the upload page what a file may hold.
func (t *table) importFields() []views.ImportField {
	return resource.Map(t.importable(), func(f resource.Field) views.ImportField {
		return views.ImportField{Label: f.Label, Required: f.Required, Form: formOf(f)}
	})
}

// formOf says how a value is written in a file.
func formOf(f resource.Field) string {
	switch f.Kind {
	case resource.Boolean:
		return "yes or no"
	case resource.Enum:
		return strings.Join(resource.Map(f.Options, func(o resource.Option) string { return o.Label }), ", ")
	case resource.Date:
		return "a date, such as 2026-01-31 or 31.01.2026"
	case resource.Time:
		return "date and time, such as 2026-01-31 14:30, in UTC"
	case resource.Tags:
		return "one a line in the cell"
	case resource.Relation:
		return "its name or its ID"
	case resource.JSON:
		return "JSON"
	case resource.Color:
		return "a colour, such as #0f766e"
	case resource.Integer, resource.Decimal:
		return "a number"
	}
	if f.MaxLength > 0 {
		return fmt.Sprintf("text, at most %d characters", f.MaxLength)
	}
	return "text"
}
