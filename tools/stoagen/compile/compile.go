// Package compile turns parsed files into the model: it resolves names and reads what each CHECK demands.
package compile

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// Compile builds the model of all files together, without the derived facts, and returns the annotations of each of its
// parts. Every problem is noted; what has one is left out or left empty.
func Compile(files []*parse.File, problems *diag.List) (*model.Schema, annotation.Notes) {
	b := &builder{
		schema: &model.Schema{}, notes: annotation.Notes{}, problems: problems,
		constraints: map[string]bool{}, relations: map[string]bool{},
	}
	for _, step := range []func(*parse.File, *parse.Statement){
		b.enum, b.domain, b.table, b.keys, b.rest, b.comment,
	} {
		for _, f := range files {
			for _, s := range f.Statements {
				if !s.Refused {
					step(f, s)
				}
			}
		}
	}
	b.link()
	return b.schema, b.notes
}

type builder struct {
	schema   *model.Schema
	notes    annotation.Notes
	problems *diag.List
	pending  []pendingKey // foreign keys, whose targets may come later
	// Names that PostgreSQL has given or been given, so that the names it makes up can be foretold.
	constraints, relations map[string]bool
}

// note keeps the annotations of an element under the part of the model that it became.
func (b *builder) note(part any, e *parse.Element) {
	b.notes[part] = append(b.notes[part], e.Annotations...)
}

func (b *builder) extension(n *pg.CreateExtensionStmt) {
	if !slices.Contains(b.schema.Extensions, n.Extname) {
		b.schema.Extensions = append(b.schema.Extensions, n.Extname)
	}
}

// enum adds a CREATE TYPE … AS ENUM.
func (b *builder) enum(_ *parse.File, s *parse.Statement) {
	n := s.Node.GetCreateEnumStmt()
	if n == nil {
		return
	}
	e := &model.Enum{Name: lastName(n.TypeName), Pos: s.Top.Pos}
	for _, v := range n.Vals {
		e.Options = append(e.Options, model.Option{Value: v.GetString_().GetSval()})
	}
	if b.freeType(e.Name, s) {
		b.schema.Enums = append(b.schema.Enums, e)
		b.note(e, s.Top)
	}
}

// freeType notes a type that is there twice.
func (b *builder) freeType(name string, s *parse.Statement) bool {
	if b.schema.Enum(name) != nil || b.schema.Domain(name) != nil || builtin[name].Name != "" {
		b.problems.Add(s.Top.Pos, "there is a type %s already", name)
		return false
	}
	return true
}

// rest adds indexes, functions, views, triggers and extensions.
func (b *builder) rest(_ *parse.File, s *parse.Statement) {
	switch n := s.Node.Node.(type) {
	case *pg.Node_IndexStmt:
		b.index(n.IndexStmt, s)
	case *pg.Node_CreateExtensionStmt:
		b.extension(n.CreateExtensionStmt)
	case *pg.Node_CreateFunctionStmt:
		b.schema.Functions = append(b.schema.Functions, &model.Function{Name: lastName(n.CreateFunctionStmt.Funcname), Pos: s.Top.Pos})
	case *pg.Node_ViewStmt:
		b.view(n.ViewStmt, s)
	case *pg.Node_CreateTrigStmt:
		b.trigger(n.CreateTrigStmt, s)
	case *pg.Node_AlterTableStmt:
		b.alter(n.AlterTableStmt, s)
	}
}

func (b *builder) view(n *pg.ViewStmt, s *parse.Statement) {
	v := &model.View{Name: n.View.Relname, Pos: s.Top.Pos}
	for _, o := range n.Options {
		if d := o.GetDefElem(); d.GetDefname() == "security_invoker" {
			v.Invoker = truthy(d.Arg)
		}
	}
	b.schema.Views = append(b.schema.Views, v)
}

// truthy reads the value of an option, which is true when it is left out.
func truthy(arg *pg.Node) bool {
	switch {
	case arg == nil:
		return true
	case arg.GetInteger() != nil:
		return arg.GetInteger().Ival != 0
	case arg.GetBoolean() != nil:
		return arg.GetBoolean().Boolval
	default:
		text := arg.GetString_().GetSval()
		if names := arg.GetTypeName().GetNames(); len(names) > 0 {
			text = lastName(names)
		}
		return slices.Contains([]string{"true", "on", "yes", "1"}, text)
	}
}

func (b *builder) trigger(n *pg.CreateTrigStmt, s *parse.Statement) {
	t := b.lookup(n.Relation.GetRelname(), s.Top.Pos)
	if t == nil {
		return
	}
	t.Triggers = append(t.Triggers, &model.Trigger{Name: n.Trigname, Pos: s.Top.Pos, Function: lastName(n.Funcname)})
}

// lookup finds a table, or notes that there is none.
func (b *builder) lookup(name string, pos diag.Pos) *model.Table {
	t := b.schema.Table(name)
	if t == nil {
		b.problems.Add(pos, "there is no table %s%s", name, diag.Hint(name, b.schema.TableNames()))
	}
	return t
}

func lastName(names []*pg.Node) string {
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1].GetString_().GetSval()
}
