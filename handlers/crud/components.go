package crud

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/ui"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// Manifest names the parts of pages that the engine makes of any resource, and text. The engine is always on.
var Manifest = manifest.Manifest{ID: "crud", Version: "1", Doc: "The pages of every resource, and parts of pages.", Provides: manifest.Provides{Components: []manifest.Component{
	{Name: "DataTable", Doc: "Rows of a resource, with the way to all of them.", Props: []manifest.Prop{
		{Name: "rows", Kind: manifest.List, Required: true, Doc: "which rows"},
		{Name: "title", Kind: manifest.Text, Doc: "its heading; the resource's name when it is missing"},
	}},
	{Name: "Stats", Doc: "How many rows a resource has, and how many in each of its tabs.", Props: []manifest.Prop{
		{Name: "rows", Kind: manifest.List, Required: true, Doc: "of which resource"},
		{Name: "title", Kind: manifest.Text, Doc: "its heading; the resource's name when it is missing"},
	}},
	{Name: "Chart", Doc: "A drawing of rows by a column, days for a time, with its figures as a table. It is of the rows that the binding names, at most 100.", Props: []manifest.Prop{
		{Name: "rows", Kind: manifest.List, Required: true, Doc: "which rows"},
		{Name: "by", Kind: manifest.Column, Required: true, Doc: "what each bar is: a day, or a value of the column"},
		{Name: "sum", Kind: manifest.Column, Doc: "the column of whole numbers that is added up; rows are counted when it is missing"},
		{Name: "title", Kind: manifest.Text, Doc: "its heading; the resource's name when it is missing"},
	}},
	{Name: "Detail", Doc: "The facts of one row.", Props: []manifest.Prop{
		{Name: "of", Kind: manifest.Record, Required: true, Doc: "which row"},
	}},
	{Name: "Form", Doc: "The form of a new row. It is not shown to whom may not make one.", Props: []manifest.Prop{
		{Name: "of", Kind: manifest.List, Required: true, Doc: "of which resource"},
	}},
	{Name: "Markdown", Doc: "A text.", Props: []manifest.Prop{
		{Name: "text", Kind: manifest.Text, Required: true, Doc: "in Markdown"},
	}},
}}}

func (e *Engine) components() map[string]plugin.Component {
	return map[string]plugin.Component{
		"DataTable": e.dataTable, "Stats": e.stats, "Chart": e.chart, "Detail": e.detailPart, "Form": e.formPart,
		"Markdown": func(_ echo.Context, args plugin.Args) (plugin.Part, error) {
			return plugin.Part{Body: views.Prose(markdown.HTML(args["text"].Text))}, nil
		},
	}
}

// nothing is what a component shows to whom may not read its resource.
var nothing = plugin.Part{Body: templ.NopComponent}

// bound is the resource of a binding as the person may read it, or nil.
func (e *Engine) bound(p *session.Principal, b ui.Binding) *table {
	t, ok := e.byTable[b.Table]
	if !ok || !t.Allow.Read.Somebody(p.Role) {
		return nil
	}
	return t.as(p)
}

// bind reads the rows that a binding names, in the scope of who asks.
func (t *table) bind(ctx context.Context, p *session.Principal, b ui.Binding) (state, []resource.Row, error) {
	s := t.unfiltered()
	if b.Sort != "" {
		if s.sort.Field, s.sort.Desc = strings.CutPrefix(b.Sort, "-"); !slices.Contains(t.List.Sorts, s.sort.Field) {
			return s, nil, errState
		}
	}
	q, err := t.query(p, s)
	if err != nil {
		return s, nil, err
	}
	q.Limit = b.Limit
	rows, err := t.Store.List(ctx, t.lister(p, q), q)
	return s, rows, err
}

func titled(args plugin.Args, otherwise string) string {
	if title := args["title"].Text; title != "" {
		return title
	}
	return otherwise
}

// dataTable is the beginning of a list.
func (e *Engine) dataTable(c echo.Context, args plugin.Args) (plugin.Part, error) {
	b, p := args["rows"].Binding, web.Who(c)
	t := e.bound(p, b)
	if t == nil {
		return nothing, nil
	}
	s, rows, err := t.bind(c.Request().Context(), p, b)
	if err != nil {
		return plugin.Part{}, err
	}
	title := titled(args, t.Plural)
	columns, shown := t.excerpt(p, s, rows)
	return plugin.Part{Title: title, Body: views.Excerpt(views.ExcerptProps{
		Title: title, All: views.Link{Text: "All " + t.many(), Href: t.path()},
		Region: views.Region{Table: t.Table, Caption: title, Columns: columns, Rows: shown},
	})}, nil
}

// stats counts as the list does: to its bound, and by its tabs.
func (e *Engine) stats(c echo.Context, args plugin.Args) (plugin.Part, error) {
	p := web.Who(c)
	t := e.bound(p, args["rows"].Binding)
	if t == nil || !t.counted() {
		return nothing, nil
	}
	q, err := t.query(p, t.unfiltered())
	if err != nil {
		return plugin.Part{}, err
	}
	counts, err := t.Store.Count(c.Request().Context(), t.lister(p, q), q, t.List.Count+1)
	if err != nil {
		return plugin.Part{}, err
	}
	figure := func(label string, n int) views.Figure {
		text := web.Count(int64(n))
		if n > t.List.Count {
			text = "more than " + web.Count(int64(t.List.Count))
		}
		return views.Figure{Label: label, Text: text}
	}
	props := views.FiguresProps{Title: titled(args, t.Plural), Href: t.path(), Figures: []views.Figure{figure("All", counts.Total)}}
	for _, tab := range t.Tabs {
		props.Figures = append(props.Figures, figure(tab.Label, counts.Tabs[tab.Name]))
	}
	return plugin.Part{Title: props.Title, Body: views.Figures(props)}, nil
}

// detailPart is a row's facts, the same 404 for one that is not there and one that is not theirs.
func (e *Engine) detailPart(c echo.Context, args plugin.Args) (plugin.Part, error) {
	p := web.Who(c)
	t := e.bound(p, args["of"].Binding)
	if t == nil {
		return plugin.Part{}, errNotFound
	}
	id, err := args.ID(c, "of")
	if err != nil {
		return plugin.Part{}, err
	}
	row, err := t.get(c.Request().Context(), p, id)
	if err != nil {
		return plugin.Part{}, err
	}
	record := t.record(p, row)
	return plugin.Part{Title: record.Title, Body: views.RecordPart(record)}, nil
}

// formPart posts to the resource's own address, which answers with its form's page when something is wrong.
func (e *Engine) formPart(c echo.Context, args plugin.Args) (plugin.Part, error) {
	p := web.Who(c)
	t := e.bound(p, args["of"].Binding)
	if t == nil || !t.Ops.Create || !t.Allow.Create.Somebody(p.Role) {
		return nothing, nil
	}
	props, err := t.formProps(c, filled{raw: t.preset(c)})
	return plugin.Part{Title: props.Title, Body: views.FormPart(props)}, err
}
