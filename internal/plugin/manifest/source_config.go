package manifest

import (
	"go/ast"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// config makes a struct like the type that the literal names, with the comments of its fields as the tag doc.
func (r *reader) config(e ast.Expr, v reflect.Value, path string) {
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		r.problems.Errorf(r.pos(e), "want a literal of a struct that is declared in this file: manifests are read as text")
		return
	}
	t, ok := r.goType(literal.Type)
	if !ok || t.Kind() != reflect.Struct {
		r.problems.Errorf(r.pos(e), "want a literal of a struct that is declared in this file")
		return
	}
	made := reflect.New(t).Elem()
	r.fields(literal, made, path)
	v.Set(made)
}

var plain = map[string]reflect.Type{
	"string": reflect.TypeFor[string](), "bool": reflect.TypeFor[bool](), "int": reflect.TypeFor[int](),
	"int64": reflect.TypeFor[int64](), "float64": reflect.TypeFor[float64](),
}

// goType is the type that an expression names; ok is false when options cannot have it.
func (r *reader) goType(e ast.Expr) (t reflect.Type, ok bool) {
	switch e := e.(type) {
	case *ast.Ident:
		if t, ok = plain[e.Name]; ok {
			return t, true
		}
		if s := r.structure(e.Name); s != nil {
			return r.structType(s)
		}
	case *ast.SelectorExpr:
		if e.Sel.Name == "Duration" {
			return reflect.TypeFor[time.Duration](), true
		}
	case *ast.ArrayType:
		if of, ok := r.goType(e.Elt); ok && e.Len == nil {
			return reflect.SliceOf(of), true
		}
	}
	return nil, false
}

// structure is the declaration of a struct of this file.
func (r *reader) structure(name string) *ast.StructType {
	for _, d := range r.file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, spec := range group.Specs {
			if t := spec.(*ast.TypeSpec); t.Name.Name == name { //nolint:forcetypeassert // a TYPE holds nothing else
				s, _ := t.Type.(*ast.StructType)
				return s
			}
		}
	}
	return nil
}

func (r *reader) structType(s *ast.StructType) (reflect.Type, bool) {
	var fields []reflect.StructField
	for _, f := range s.Fields.List {
		t, ok := r.goType(f.Type)
		if !ok {
			r.problems.Errorf(r.pos(f), "options are texts, switches, numbers, durations, structs, and lists of them")
			return nil, false
		}
		tag := ""
		if f.Tag != nil {
			tag, _ = strconv.Unquote(f.Tag.Value)
		}
		doc := comment(f)
		for _, n := range f.Names {
			if doc == "" {
				r.problems.Errorf(r.pos(n), "say in a comment what the option %s does: it is the documentation", n.Name)
			}
			fields = append(fields, reflect.StructField{Name: n.Name, Type: t, Tag: reflect.StructTag(strings.TrimSpace(tag + " doc:" + strconv.Quote(doc)))})
		}
	}
	return reflect.StructOf(fields), true
}

func comment(f *ast.Field) string {
	for _, g := range []*ast.CommentGroup{f.Doc, f.Comment} {
		if g != nil {
			return strings.Join(strings.Fields(g.Text()), " ")
		}
	}
	return ""
}
