package crud

import (
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	views "stoa/views/crud"
)

// Manifest names the parts of pages that the engine makes of any resource, and text. The engine is always on.
var Manifest = manifest.Manifest{ID: "crud", Version: "1", Doc: "The pages of every resource, and parts of pages.", Provides: manifest.Provides{Components: []manifest.Component{
	{Name: "DataTable", Doc: "Rows of a resource, with the way to all of them.", Props: []manifest.Prop{
		{Name: "rows", Kind: manifest.List, Required: true, Doc: "which rows"},
		{Name: "title", Kind: manifest.Text, Doc: "its heading; the resource's name when it is missing"},
	}},
	{Name: "Markdown", Doc: "A text.", Props: []manifest.Prop{
		{Name: "text", Kind: manifest.Text, Required: true, Doc: "in Markdown"},
	}},
}}}

func (e *Engine) components() map[string]plugin.Component {
	return map[string]plugin.Component{
		"DataTable": e.dataTable,
		"Markdown": func(_ echo.Context, args plugin.Args) (plugin.Part, error) {
			return plugin.Part{Body: views.Prose(markdown.HTML(args["text"].Text))}, nil
		},
	}
}

// dataTable is the beginning of a list, in the scope of who asks; for whom may not read the resource it is not there.
func (e *Engine) dataTable(c echo.Context, args plugin.Args) (plugin.Part, error) {
	b, p := args["rows"].Binding, web.Who(c)
	t, ok := e.byTable[b.Table]
	if !ok || !t.Allow.Read.Somebody(p.Role) {
		return plugin.Part{Body: views.Excerpt(views.ExcerptProps{})}, nil
	}
	values := url.Values{}
	if b.Sort != "" {
		values.Set(paramSort, b.Sort)
	}
	s, err := t.parse(values)
	if err != nil {
		return plugin.Part{}, err
	}
	q, err := t.query(p, s)
	if err != nil {
		return plugin.Part{}, err
	}
	q.Limit = b.Limit
	rows, err := t.Store.List(c.Request().Context(), t.door(p), q)
	if err != nil {
		return plugin.Part{}, err
	}
	title := args["title"].Text
	if title == "" {
		title = t.Plural
	}
	shown := t.rows(p, rows, false)
	for i := range shown {
		shown[i].Pick = false
	}
	columns := t.columns(s)
	for i := range columns { // it is no list to be sorted
		columns[i] = views.Column{Label: columns[i].Label, Number: columns[i].Number, Minor: columns[i].Minor}
	}
	return plugin.Part{Title: title, Body: views.Excerpt(views.ExcerptProps{
		Title: title, All: views.Link{Text: "All " + t.Plural, Href: t.path()},
		Region: views.Region{Table: t.Table, Caption: title, Columns: slices.Clip(columns), Rows: shown},
	})}, nil
}
