package crud

import (
	"fmt"
	"hash/fnv"
	"net/url"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
	"stoa/views/ui"
)

// region is the list without its heading.
func (t *table) region(p *session.Principal, s state, page found) views.Region {
	r := views.Region{
		Table: t.Table, Base: t.path(), Address: t.here(s), Caption: t.Plural, TenantID: p.Tenant.String(),
		Tabs: t.tabs(s, page.counts), Chips: t.chips(s), Columns: t.columns(s), Rows: t.rows(p, page.rows, s.trash()), Cards: t.List.Cards,
		Bulk: t.bulkBar(p, s, page), Count: t.countText(s, page), Empty: t.emptyText(p, s),
	}
	if len(page.rows) > 0 || s.narrowed() || s.tab != "" { // an empty resource has nothing to look for
		r.Search, r.Keep = t.finder(s)
	}
	if page.previous && len(page.rows) > 0 {
		r.Previous = t.address(s, paramBefore, resource.CursorOf(page.rows[0], s.sort.Field).String())
	}
	if page.next {
		r.Next = t.address(s, paramAfter, resource.CursorOf(page.rows[len(page.rows)-1], s.sort.Field).String())
	}
	if t.Live.List {
		r.Live = t.listStream(p.Role, s, page.rows)
	}
	if !s.narrowed() && s.tab == "" && t.o.Slots.Empty != nil {
		r.EmptyBox = t.o.Slots.Empty(p)
	}
	return r
}

// here is the address of the state with its place in the list.
func (t *table) here(s state, more ...string) string {
	if s.after != nil {
		more = append(more, paramAfter, s.after.String())
	}
	if s.before != nil {
		more = append(more, paramBefore, s.before.String())
	}
	return t.address(s, more...)
}

// listStream is the address of the stream that keeps this list live. It says which rows the page
// shows, so that only a page that has missed something gets it all anew.
func (t *table) listStream(role string, s state, rows []resource.Row) string {
	return "/events?topic=" + url.QueryEscape(t.here(s, paramSeen, fingerprint(role, rows)))
}

// fingerprint is of rows as people of a role see them: others have other columns and buttons.
func fingerprint(role string, rows []resource.Row) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(role)) // a hash takes everything
	for _, r := range rows {
		_, _ = h.Write(r.ID[:])
		_, _ = h.Write([]byte(r.Revision))
		_, _ = h.Write([]byte(r.Note))
	}
	return fmt.Sprintf("%x", h.Sum64())
}

func (t *table) tabs(s state, n resource.Counts) []views.Tab {
	exact := t.List.Count > 0 && n.Total <= t.List.Count && !s.trash()
	figure := func(n int) string {
		if !exact {
			return ""
		}
		return web.Count(int64(n))
	}
	tabs := []views.Tab{{Label: "All", Href: t.address(s, paramTab, ""), Figure: figure(n.Total), Current: s.tab == ""}}
	for _, tab := range t.Tabs {
		tabs = append(tabs, views.Tab{
			Label: tab.Label, Href: t.address(s, paramTab, tab.Name), Figure: figure(n.Tabs[tab.Name]), Current: s.tab == tab.Name,
		})
	}
	if t.SoftDelete {
		tabs = append(tabs, views.Tab{Label: "Trash", Href: t.address(s, paramTab, tabTrash, paramSort, ""), Current: s.trash()})
	}
	return tabs
}

func (t *table) columns(s state) []views.Column {
	columns := make([]views.Column, len(t.List.Columns))
	for i, name := range t.List.Columns {
		f, _ := t.Field(name)
		column := views.Column{Label: f.Label, Number: f.Kind.Number(), Minor: i > 1}
		for _, sort := range t.List.Sorts {
			if sort != name || s.trash() {
				continue
			}
			next := resource.Sort{Field: name}
			if s.sort.Field == name {
				next.Desc = !s.sort.Desc
				column.Order = map[bool]string{false: "ascending", true: "descending"}[s.sort.Desc]
			}
			column.Sort = t.address(s, paramSort, t.sortKey(next))
		}
		columns[i] = column
	}
	return columns
}

// sortKey leaves the default order out of the address.
func (t *table) sortKey(sort resource.Sort) string {
	if sort == t.List.Default {
		return ""
	}
	return sort.Key()
}

// current is how many rows the state matches, and whether that is all of them.
func (t *table) current(s state, n resource.Counts) (rows int, exact bool) {
	if n.Total > t.List.Count {
		return n.Total - 1, false
	}
	if s.tab == "" || s.trash() {
		return n.Total, true
	}
	return n.Tabs[s.tab], true
}

func (t *table) countText(s state, page found) string {
	if t.List.Count == 0 {
		return ""
	}
	n, exact := t.current(s, page.counts)
	text := web.Count(int64(n)) + " " + t.many()
	switch {
	case !exact && s.tab != "" && !s.trash():
		text = "" // the limit was reached before the tab's own rows were counted
	case !exact:
		text = "more than " + text
	case n == 1:
		text = "1 " + t.one()
	}
	return text
}

func (t *table) emptyText(p *session.Principal, s state) ui.EmptyProps {
	switch {
	case s.trash() && !s.narrowed():
		return ui.EmptyProps{Title: "The trash is empty", Text: "What is deleted stays here and can be restored."}
	case s.narrowed() || s.tab != "":
		return ui.EmptyProps{Title: "Nothing matches", Text: "No " + t.one() + " is like that.", Href: t.path(), Action: "Show all " + t.many()}
	}
	e := ui.EmptyProps{Icon: t.Icon, Title: "No " + t.many() + " yet", Text: t.Help}
	if t.Ops.Create && t.Allow.Create.Somebody(p.Role) {
		e.Href, e.Action = t.path("new"), "New "+t.one()
	}
	return e
}
