package emit

import (
	"fmt"
	"strings"
)

// pages writes what the pages show: rows of the form, panels, tabs, the list, messages.
func (t *table) pages(b *strings.Builder) {
	var rows []string
	for _, row := range t.Resource.Layout.Value {
		if !t.hasForm() {
			break
		}
		var names []string
		for _, name := range row {
			if _, ok := t.field(name); ok {
				names = append(names, quote(name))
			}
		}
		if len(names) > 0 {
			rows = append(rows, "{"+strings.Join(names, ", ")+"}")
		}
	}
	block(b, "Layout: [][]string{", rows)
	var panels []string
	for _, k := range t.Resource.PanelKeys {
		panels = append(panels, fmt.Sprintf("{Table: %q, By: %q}", k.Table.Name, k.Column()))
	}
	block(b, "Panels: []resource.Panel{", panels)
	var tabs []string
	for _, s := range t.Resource.Scopes {
		tabs = append(tabs, fmt.Sprintf("{Name: %q, Label: %q}", s.Name, s.Label))
	}
	block(b, "Tabs: []resource.Tab{", tabs)
	var actions []string
	for i, a := range t.Resource.Actions {
		parts := texts(nil, "Name", a.Name, "Label", a.Label, "Confirm", a.Confirm)
		if a.Bulk {
			parts = flags(parts, "Bulk")
		}
		parts = append(append(parts, strs("Ask", a.Ask)...), "Allow: "+t.acts[i].literal())
		actions = append(actions, "{"+strings.TrimLeft(pack("\t\t\t\t", parts), "\t")+"}")
	}
	block(b, "Actions: []resource.Action{", actions)
	b.WriteString("List: resource.ListSpec{\n" + pack("\t\t\t", t.listSpec()) + ",\n},\n")
	var messages []string
	for _, c := range t.constraints() {
		parts := texts(nil, "Name", c.name, "Field", c.field, "Message", c.message)
		messages = append(messages, "{"+strings.TrimLeft(pack("\t\t\t\t", parts), "\t")+"}")
	}
	block(b, "Constraints: []resource.Constraint{", messages)
	item(b, strs("Hooks", t.Resource.Hooks.Value))
	var last []string
	if t.deleted != "" {
		last = flags(last, "SoftDelete")
	}
	if t.Facts.Audit.Value {
		last = flags(last, "Audit")
	}
	if live := t.Realtime; live != nil {
		topics := map[string]string{"list": "List", "get": "Get"}
		on := make([]string, len(live.Subscribe.Value))
		for i, topic := range live.Subscribe.Value {
			on[i] = topics[topic]
		}
		parts := texts(flags(nil, on...), "By", live.By.Value)
		last = append(last, "Live: resource.Live{"+strings.Join(parts, ", ")+"}")
		last = texts(last, "Stream", live.Stream.Value)
	}
	item(b, append(last, "Record: db."+t.record()+"{}"))
}

// block writes a list on one line when it fits, else an element a line, packed.
func block(b *strings.Builder, head string, parts []string) {
	if len(parts) == 0 {
		return
	}
	end := "},\n"
	if strings.HasPrefix(head, "return ") || strings.Contains(head, " := ") {
		end = "}\n" // a statement
	}
	if one := head + strings.Join(parts, ", ") + end; columns("\t\t")+len(one) <= width {
		b.WriteString(one)
		return
	}
	b.WriteString(head + "\n" + pack("\t\t\t", parts) + ",\n" + end)
}

// strs are the parts of "Name: []string{…}", so that it can be cut between any two; none for an empty list.
func strs(name string, list []string) []string {
	var parts []string
	for _, s := range list {
		parts = append(parts, quote(s))
	}
	if len(parts) > 0 {
		parts[0] = name + ": []string{" + parts[0]
		parts[len(parts)-1] += "}"
	}
	return parts
}

func fieldNames(fields []field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// listSpec describes the list page. Columns that no page shows are left out.
func (t *table) listSpec() []string {
	var columns []string
	for _, name := range t.Resource.Columns.Value {
		if _, ok := t.field(name); ok {
			columns = append(columns, name)
		}
	}
	parts := strs("Columns", columns)
	parts = append(parts, strs("Sorts", fieldNames(t.sorts))...)
	parts = append(parts, t.defaultSort(), fmt.Sprint("Page: ", t.Resource.PageSize.Value))
	switch t.Resource.Count.Value {
	case "capped":
		parts = append(parts, "Count: 1000")
	case "exact":
		parts = append(parts, "Count: math.MaxInt32 - 1")
	}
	if t.Resource.View.Value == "cards" {
		parts = flags(parts, "Cards")
	}
	parts = append(parts, strs("Search", t.searched())...)
	return append(parts, strs("Filters", fieldNames(t.filters))...)
}

// defaultSort is the first key of the list's order; the id, the newest first, when that is none that lists are sorted by.
func (t *table) defaultSort() string {
	for _, k := range t.Resource.Sort.Value {
		if k.Column == t.Key.Name && !k.Down {
			return `Default: resource.Sort{Field: "id"}`
		}
		for _, f := range t.sorts {
			if f.Name == k.Column && k.Down {
				return fmt.Sprintf("Default: resource.Sort{Field: %q, Desc: true}", k.Column)
			} else if f.Name == k.Column {
				return fmt.Sprintf("Default: resource.Sort{Field: %q}", k.Column)
			}
		}
	}
	return `Default: resource.Sort{Field: "id", Desc: true}`
}
