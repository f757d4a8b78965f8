package crud

import (
	"slices"
	"strings"
	"time"

	"stoa/internal/resource"
)

var stateParams = []string{paramSearch, paramTab, paramSort, paramAfter, paramBefore}

// parseFilter reads one parameter of a list's address as a filter: field=value, or for a range
// field.from and field.to, both inclusive to people.
func (t *table) parseFilter(s *state, name, text string) error {
	if slices.Contains(stateParams, name) || text == "" {
		return nil
	}
	field, end, ranged := strings.Cut(name, ".")
	f, ok := t.Field(field)
	if !ok || !slices.Contains(t.List.Filters, field) || ranged != f.Kind.Ranged() || ranged && end != "from" && end != "to" {
		return badParam(name)
	}
	if f.Kind == resource.Boolean && text != "true" && text != "false" {
		return badParam(name)
	}
	value, problem := resource.Decode(f, []string{text})
	if problem != "" || value == nil {
		return badParam(name)
	}
	s.filters[name] = text
	if day, ok := value.(time.Time); ok && end == "to" && len(text) == len(time.DateOnly) {
		value = day.AddDate(0, 0, 1) // the whole day
	}
	s.typed[name] = value
	return nil
}
