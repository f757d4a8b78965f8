package crud

import (
	"strings"

	"stoa/internal/resource"
	views "stoa/views/crud"
	"stoa/views/ui"
)

// finder is the search box and the filters, and the state that its form carries on.
func (t *table) finder(s state) (views.Search, []views.Pair) {
	search := views.Search{Shown: len(t.List.Search) > 0, Value: s.search, Open: len(s.filters) > 0}
	if search.Shown {
		search.Placeholder = "Search " + strings.Join(t.searched(), " or ")
	}
	var keep []views.Pair
	for _, name := range t.List.Filters {
		f, _ := t.Field(name)
		if f.Kind == resource.Relation || f.Kind == resource.ID { // chosen by the link that led here, removed by its chip
			if id := s.filters[name]; id != "" {
				keep = append(keep, views.Pair{Name: name, Value: id})
			}
			continue
		}
		search.Filters = append(search.Filters, filterControls(f, s)...)
	}
	if s.tab != "" {
		keep = append(keep, views.Pair{Name: paramTab, Value: s.tab})
	}
	if key := t.sortKey(s.sort); key != "" && !s.trash() {
		keep = append(keep, views.Pair{Name: paramSort, Value: key})
	}
	return search, keep
}

func (t *table) searched() []string {
	return resource.Map(t.List.Search, func(name string) string {
		f, _ := t.Field(name)
		return inSentence(f.Label)
	})
}

func filterControls(f resource.Field, s state) []views.Control {
	control := func(name, label, kind string) views.Control {
		return views.Control{Kind: kind, Field: ui.Field{
			ID: "filter-" + strings.ReplaceAll(name, ".", "-"), Name: name, Label: label, Value: s.filters[name], Optional: true,
		}}
	}
	if f.Kind.Ranged() {
		kind := string(f.Kind)
		if f.Kind == resource.Time {
			kind = string(resource.Date)
		}
		return []views.Control{control(f.Name+".from", f.Label+" from", kind), control(f.Name+".to", f.Label+" to", kind)}
	}
	c := control(f.Name, f.Label, "enum")
	switch f.Kind {
	case resource.Boolean:
		c.Options = []ui.Option{{Label: "any"}, {Value: "true", Label: "yes"}, {Value: "false", Label: "no"}}
	case resource.Enum:
		c.Options = append([]ui.Option{{Label: "any"}}, options(f.Options)...)
	default:
		c.Kind = string(resource.Text)
	}
	return []views.Control{c}
}

func options(list []resource.Option) []ui.Option {
	return resource.Map(list, func(o resource.Option) ui.Option { return ui.Option{Value: o.Value, Label: o.Label} })
}

// chips are the filters in use, each with the address without it.
func (t *table) chips(s state) []views.Chip {
	var chips []views.Chip
	if s.search != "" {
		chips = append(chips, views.Chip{Text: "“" + short(s.search, 40) + "”", Without: t.address(s, paramSearch, "")})
	}
	for _, name := range t.List.Filters {
		f, _ := t.Field(name)
		for _, end := range []string{"", ".from", ".to"} {
			if text, ok := s.filters[name+end]; ok {
				chips = append(chips, views.Chip{Text: chipText(f, end, text), Without: t.address(s, name+end, "")})
			}
		}
	}
	return chips
}

func chipText(f resource.Field, end, text string) string {
	label := inSentence(f.Label)
	switch {
	case end == ".from":
		return label + " from " + text
	case end == ".to":
		return label + " to " + text
	case f.Kind == resource.Boolean && text == "true":
		return label
	case f.Kind == resource.Boolean:
		return "not " + label
	case f.Kind == resource.Enum:
		return label + ": " + resource.OptionLabel(f, text)
	}
	return label + ": " + short(text, 40)
}
