package storybook

import (
	"strconv"

	"stoa/views/crud"
	"stoa/views/ui"
)

const live = "/chats/1/stream"

var resourceColumns = []crud.Column{
	{Label: "Name", Sort: "/widgets?sort=name", Order: "ascending"}, {Label: "State"}, {Label: "Colour", Minor: true},
	{Label: "Visitors", Number: true, Minor: true}, {Label: "Changed", Minor: true},
}

// resources is the pages of a generated resource, with every kind of control and cell.
func (b book) resources() []Story {
	page := b.page("Widgets", "Widgets")
	list := crud.ListProps{
		Page: page, Title: "Widgets", Help: "Chat windows for your websites.", New: crud.Link{Text: "New widget", Href: "/widgets/new"},
		Export: crud.Link{Text: "Export", Href: "/widgets.csv"}, Region: region(6),
	}
	empty, nothing, trash := list, list, list
	empty.Region = crud.Region{Table: "widgets", Base: "/widgets", Address: "/widgets", Caption: "Widgets", Live: live, Tabs: list.Region.Tabs,
		Empty: ui.EmptyProps{Title: "No widgets yet", Text: "Chat windows for your websites.", Href: "/widgets/new", Action: "New widget"}}
	nothing.Region.Rows, nothing.Region.Next = nil, ""
	nothing.Region.Empty = ui.EmptyProps{Title: "Nothing matches", Text: "No widget is like that.", Href: "/widgets", Action: "Show all widgets"}
	trash.Region = region(2)
	for i := range trash.Region.Rows {
		r := &trash.Region.Rows[i]
		r.Edit, r.Restore, r.Purge = "", "/widgets/1/restore", "/widgets/1/delete"
	}
	crumbs := []crud.Link{{Text: "Widgets", Href: "/widgets"}, {Text: longName, Href: "/widgets/1"}}
	form := crud.FormProps{Page: page, Title: "New widget", Action: "/widgets", TenantID: tenantID, Groups: controls(false), Submit: "Create widget",
		Cancel: "/widgets", Crumbs: crumbs[:1]}
	refused := form
	refused.Title, refused.Error, refused.Groups, refused.Crumbs = "Edit widget", "Some fields need another look.", controls(true), crumbs
	refused.Delete, refused.Revision, refused.Base, refused.Live = "/widgets/1/delete", "7", "name=1", live
	record := crud.Record{DOM: "record-1", Title: longName, Facts: facts(), Edit: "/widgets/1/edit", Delete: "/widgets/1/delete", TenantID: tenantID}
	record.Acts = []crud.Act{{Label: "Pause", Href: "/widgets/1/do/pause"}, {Label: "Hand over", Href: "/widgets/1/do/hand", Asks: true}}
	gone := record
	gone.Trash, gone.Restore, gone.Edit = at("datetime"), "/widgets/1/restore", ""
	gone.Acts = nil
	panel := crud.Panel{Title: "Visitors", Columns: resourceColumns, Rows: region(2).Rows, All: crud.Link{Text: "All visitors", Href: "/visitors"}}
	for i := range panel.Rows {
		panel.Rows[i].Pick = false
	}
	cards := list
	cards.Region = region(6)
	cards.Region.Cards = true
	for i := range cards.Region.Rows {
		cards.Region.Rows[i].Cards = true
	}
	return []Story{
		{"resource-list", crud.List(list)},
		{"resource-cards", crud.List(cards)},
		{"resource-empty", crud.List(empty)},
		{"resource-nothing", crud.List(nothing)},
		{"resource-trash", crud.List(trash)},
		{"resource-form", crud.Form(form)},
		{"resource-refused", crud.Form(refused)},
		{"resource-row", crud.Detail(crud.DetailProps{Page: page, Crumbs: crumbs[:1], Record: record, Panels: []crud.Panel{panel, {Title: "Notes", Empty: "No notes yet."}}, Live: live})},
		{"resource-in-trash", crud.Detail(crud.DetailProps{Page: page, Crumbs: crumbs[:1], Record: gone})},
		{"resource-conflict", crud.Conflict(crud.ConflictProps{
			Page: page, Crumbs: crumbs, Title: "Two versions of this widget", Action: "/widgets/1", TenantID: tenantID, Revision: "8", Cancel: "/widgets/1",
			Differences: []crud.Difference{
				{Name: "name", Label: "Name", Mine: "a", Theirs: "b", MineCell: crud.Cell{Text: longName}, Current: crud.Cell{Text: "Docs assistant"}, TakeTheirs: true},
				{Name: "config", Label: "Config", Mine: "{}", Theirs: "", MineCell: crud.Cell{Kind: crud.Code, Text: "{\n  \"a\": 1\n}"}},
			},
		})},
		{"resource-upload", crud.Upload(crud.UploadProps{
			Page: page, Crumbs: crumbs, Title: "Import widgets", Action: "/widgets/import", TenantID: tenantID, Cancel: "/widgets", Export: "/widgets.csv",
			Error: "A quoted value that begins in line 12 does not end, or is followed by more text.", Most: "10.0 MiB", MostRows: "100,000",
			Fields: []crud.ImportField{{Label: "Name", Required: true, Form: "text, at most 120 characters"}, {Label: "Active", Form: "yes or no"}},
			Past:   []crud.PastImport{{Name: longName + ".csv", Href: "/widgets/import/1", Rows: "1,204", When: at("datetime"), State: "imported", Kind: "good"}},
		})},
		{"resource-import-columns", crud.Import(crud.ImportProps{Page: page, Crumbs: crumbs, Title: "Import of widgets.csv", Region: importRegion("mapping")})},
		{"resource-import-checking", crud.Import(crud.ImportProps{Page: page, Crumbs: crumbs, Title: "Import of widgets.csv", Region: importRegion("checking"), Live: live})},
		{"resource-import-checked", crud.Import(crud.ImportProps{Page: page, Crumbs: crumbs, Title: "Import of widgets.csv", Region: importRegion("checked")})},
		{"resource-action", crud.ActPage(crud.ActProps{
			Page: page, Crumbs: crumbs, Title: "Hand over “" + longName + "”", Text: "Whoever gets it is asked first.", Error: "Some fields need another look.",
			Groups: controls(true)[:1], Action: "/widgets/1/do/hand", TenantID: tenantID, Submit: "Hand over", Cancel: "/widgets/1",
		})},
		{"resource-delete", crud.Delete(crud.DeleteProps{
			Page: page, Crumbs: crumbs, Title: "Delete “" + longName + "”?", Text: "It cannot be brought back.", Touches: []string{"1,204 visitors", "12 messages"},
			Action: "/widgets/1/delete", TenantID: tenantID, Submit: "Delete for good", Cancel: "/widgets/1",
		})},
	}
}

func region(rows int) crud.Region {
	r := crud.Region{
		Table: "widgets", Base: "/widgets", Address: "/widgets?q=a", Caption: "Widgets", TenantID: tenantID, Columns: resourceColumns, Count: "1,204 widgets",
		Live: live, Next: "/widgets?after=1", Previous: "/widgets?before=1", Keep: []crud.Pair{{Name: "sort", Value: "name"}},
		Tabs:  []crud.Tab{{Label: "All", Href: "/widgets", Figure: "1,204", Current: true}, {Label: "Paused", Href: "/widgets?tab=paused", Figure: "2"}, {Label: "Trash", Href: "/widgets?tab=trash"}},
		Chips: []crud.Chip{{Text: "“a”", Without: "/widgets"}, {Text: "created from 2026-11-01", Without: "/widgets?q=a"}},
		Search: crud.Search{Shown: true, Value: "a", Placeholder: "Search name or greeting", Open: true, Filters: []crud.Control{
			{Kind: "date", Field: ui.Field{ID: "filter-from", Name: "created_at.from", Label: "Created from", Value: "2026-11-01", Optional: true}},
			{Kind: "enum", Field: ui.Field{ID: "filter-state", Name: "state", Label: "State", Optional: true}, Options: []ui.Option{{Label: "any"}, {Value: "a", Label: "active"}}},
		}},
		Bulk: crud.Bulk{Action: "/widgets/bulk", State: "q=a", All: "All 1,204 that match", Do: []crud.BulkAction{{Name: "delete", Label: "Move to the trash", Kind: "destructive"}}},
	}
	names := []string{"Docs assistant", longName, "Checkout questions", "Intranet helper with a rather long name that has to end somewhere"}
	for i := range rows {
		id, name := strconv.Itoa(i+1), names[i%len(names)]
		r.Rows = append(r.Rows, crud.Row{
			DOM: "row-widgets-" + id, ID: id, Title: name, Edit: "/widgets/" + id + "/edit", Pick: true, TenantID: tenantID, Columns: resourceColumns,
			Cells: []crud.Cell{
				{Text: name, Href: "/widgets/" + id}, {Kind: crud.State, Text: "yes", State: "good"}, {Kind: crud.Color, Text: "#0f766e"},
				{Kind: crud.Number, Text: "8,310"}, {Kind: crud.Moment, Time: at("datetime")},
			},
		})
	}
	return r
}

func importRegion(state string) crud.ImportRegion {
	r := crud.ImportRegion{
		State: state, Here: "/widgets/import/1", TenantID: tenantID, File: "1,204 rows, Windows-1252, separated by semicolons", Done: 480, Total: 1204,
		Text: "480 of 1,204 rows checked; nothing is written yet.", List: crud.Link{Text: "Go to all widgets", Href: "/widgets"}, Again: "/widgets/import",
	}
	switch state {
	case "mapping":
		r.Map = &crud.MapForm{Action: r.Here, Submit: "Check 1,204 rows", Error: "Every widget needs “Name”: choose the column.", Notes: []string{"“Notes” is no field of a widget and is not imported, unless you choose one."}}
		options := []ui.Option{{Label: "not imported"}, {Value: "name", Label: "Name"}, {Value: "active", Label: "Active"}}
		for i, name := range []string{"Titel", "active", "Notes", longName} {
			r.Map.Columns = append(r.Map.Columns, crud.MapColumn{Name: name, Samples: []string{"Docs assistant", "Checkout questions"}, Options: options,
				Field: ui.Field{ID: "column-" + strconv.Itoa(i), Name: "column." + strconv.Itoa(i), Label: "Becomes"}})
		}
	case "checked":
		r.Text, r.Start, r.Bad, r.Next, r.Download = "1,180 rows are good, 24 rows are not. Nothing is written yet.", "Import 1,180 rows", true, "/widgets/import/1?after=9", "/widgets/import/1/problems.csv"
		r.Problems = []crud.Problem{
			{Line: "17", Column: "Colour", Value: "blue", Text: "Write a colour as # and six digits, such as #0f766e."},
			{Line: "1,031", Column: "Name", Value: longName, Text: "Write at most 120 characters; these are 154."},
			{Line: "1,077", Column: "whole row", Text: "This row has more values than there are columns."},
		}
	}
	return r
}

func facts() []crud.Fact {
	return []crud.Fact{
		{Label: "Public id", Cell: crud.Cell{Text: "506ccc3d075a46a5"}}, {Label: "Greeting"},
		{Label: "Allowed origins", Cell: crud.Cell{Kind: crud.Code, Text: "https://docs.example.com\nhttps://a-rather-long-origin-without-a-place-to-break.example.com"}},
		{Label: "Widget", Cell: crud.Cell{Text: "Docs assistant", Href: "/widgets/2"}}, {Label: "State", Cell: crud.Cell{Kind: crud.State, Text: "no", State: "off"}},
		{Label: "Colour", Cell: crud.Cell{Kind: crud.Color, Text: "#be123c"}}, {Label: "Created", Cell: crud.Cell{Kind: crud.Moment, Time: at("datetime")}},
	}
}

// controls are all kinds, each with a mistake or none.
func controls(bad bool) []crud.Group {
	problem := ""
	if bad {
		problem = "This does not have the form that is needed."
	}
	one := func(kind, label, value string) crud.Control {
		return crud.Control{Kind: kind, Validate: "/widgets/validate?field=" + kind, Field: ui.Field{Name: kind, Label: label, Help: "What this is for.", Value: value, Error: problem}}
	}
	choices := []ui.Option{{Value: "a", Label: "First"}, {Value: "b", Label: "Second"}}
	enum, relation, boolean, optional := one("enum", "Kind", "a"), one("relation", "Widget", "b"), one("boolean", "Active", ""), one("url", "Site", "")
	enum.Options, relation.Options, boolean.Checked, optional.Field.Optional = choices, choices, true, true
	relation.Lookup, relation.Find = "/widgets/options?as=relation", "relation"
	return []crud.Group{
		{Rows: [][]crud.Control{
			{one("text", "Name", longName)}, {one("email", "Mail", ""), optional}, {one("color", "Colour", "#0f766e"), boolean}, {enum}, {relation},
			{one("integer", "Size", "7"), one("decimal", "Price", "1.50")}, {one("date", "Born", "1999-12-31"), one("time", "At", "2026-01-31T14:30:00")},
			{one("tags", "Origins", "https://docs.example.com")}, {one("secret", "Token", "")},
		}},
		{Label: "Advanced", Open: bad, Rows: [][]crud.Control{{one("json", "Config", "{\n  \"a\": 1\n}")}, {one("markdown", "Note", "")}}},
	}
}
