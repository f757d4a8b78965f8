package api

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	views "stoa/views/api"
)

// reference is the API for people: an overview, and a page for each operation with a form to try it.
type reference struct {
	site *web.Site
	doc  *document
}

func (r *reference) routes(g *echo.Group) {
	g.GET("/api", r.overview)
	g.GET("/api/:operation", r.operation)
	g.POST("/api/:operation", r.try)
}

func (r *reference) overview(c echo.Context) error {
	page, err := r.site.Page(c, "API")
	if err != nil {
		return err
	}
	props := views.ReferenceProps{Page: page, Plain: web.Who(c) == nil, Document: web.APIPrefix + documentPath}
	for _, o := range r.doc.operations {
		if n := len(props.Groups); n == 0 || props.Groups[n-1].Label != o.Tags[0] {
			props.Groups = append(props.Groups, views.Group{Label: o.Tags[0]})
		}
		g := &props.Groups[len(props.Groups)-1]
		g.Operations = append(g.Operations, views.Operation{Method: o.method, Path: o.path, Title: o.Summary, Scope: o.Scope, Href: href(o)})
	}
	for _, kind := range slices.Sorted(maps.Keys(web.Problems)) {
		props.Problems = append(props.Problems, views.Problem{Name: web.Problems[kind].Name, Status: web.Status(errs.New(kind, "")), Title: web.Problems[kind].Title})
	}
	slices.SortFunc(props.Problems, func(a, b views.Problem) int { return cmp.Compare(a.Status, b.Status) })
	return web.Render(c, http.StatusOK, views.Reference(props))
}

func href(o *operation) string { return "/api/" + o.ID }

func (r *reference) operation(c echo.Context) error {
	o := r.doc.find(c.Param("operation"))
	if o == nil {
		return errNoOperation
	}
	return r.show(c, http.StatusOK, o, nil)
}

var errNoOperation = errs.New(errs.NotFound, "There is no such operation.")

// asked is what somebody typed to try an operation, what is wrong with it, and what came of it.
type asked struct {
	values map[string]string // by the names of the form's fields
	errors errs.Fields
	answer *views.Answer
}

// show is the page of an operation. Its form keeps what was typed, but never the token.
func (r *reference) show(c echo.Context, status int, o *operation, a *asked) error {
	page, err := r.site.Page(c, o.Summary)
	if err != nil {
		return err
	}
	props := views.OperationProps{
		Page: page, Plain: web.Who(c) == nil, Doc: o.Description, Scope: o.Scope,
		Operation: views.Operation{Method: o.method, Path: web.APIPrefix + o.path, Title: o.Summary, Scope: o.Scope, Href: href(o)},
	}
	body := r.doc.body(o)
	if a == nil {
		a = &asked{values: map[string]string{fieldBody: r.doc.sample(body)}}
	}
	for _, p := range o.Parameters {
		name := fieldOf(p)
		props.Inputs = append(props.Inputs, views.Input{
			Field: name, Name: p.Name, In: p.In, Help: help(p.Description, r.doc.kind(p.Schema), rules(p.Schema)), Required: p.Required, Value: a.values[name], Error: a.errors[name],
			Options: choices(p.Schema),
		})
	}
	if body != nil {
		props.Body = &views.Body{Value: a.values[fieldBody], Error: a.errors[fieldBody], Fields: r.fields(body, "")}
	}
	props.TokenError, props.Answer = a.errors[fieldToken], a.answer
	for _, answer := range o.Responses {
		props.Answers = append(props.Answers, r.answers(answer)...)
	}
	return web.Render(c, status, views.OperationPage(props))
}

// choices are the values of an enum or a switch; nil for all else.
func choices(s *schema) (all []string) {
	if slices.Contains(s.Type, "boolean") {
		return []string{"true", "false"}
	}
	for _, v := range s.Enum {
		if text, ok := v.(string); ok {
			all = append(all, text)
		}
	}
	return all
}

func help(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// answers is one line of what may come back; those of problems say nothing that the overview does not.
func (r *reference) answers(a named[response]) []views.Outcome {
	if a.value.Ref != "" {
		return nil
	}
	out := views.Outcome{Status: a.name, Text: a.value.Description}
	for _, media := range slices.Sorted(maps.Keys(a.value.Content)) {
		s, name := r.doc.resolve(a.value.Content[media].Schema)
		out.Media, out.Shape, out.Fields = media, name, r.fields(s, "")
	}
	return []views.Outcome{out}
}

// deepest is how far the tables of fields follow shapes within shapes.
const deepest = 3

// fields are the lines of a table; those of a shape within follow it, by its name.
func (r *reference) fields(s *schema, within string) (all []views.Field) {
	for _, p := range s.Properties {
		name := within + p.name
		all = append(all, views.Field{
			Name: name, Kind: r.doc.kind(p.value), Required: slices.Contains(s.Required, p.name), Doc: help(p.value.Description, rules(p.value)),
		})
		inner, more := p.value, name+"."
		if inner.Items != nil {
			inner, more = inner.Items, name+"[]."
		}
		if inner, _ = r.doc.resolve(inner); inner != nil && strings.Count(more, ".") < deepest {
			all = append(all, r.fields(inner, more)...)
		}
	}
	return all
}
