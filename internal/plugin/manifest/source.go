package manifest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"time"

	"stoa/internal/plugin/strict"
)

// Source is a manifest and where its parts stand.
type Source struct {
	Manifest
	file   string
	places map[string]strict.Pos
}

// Compiled is a manifest that is part of the program; its places are the file alone.
func Compiled(m Manifest) Source {
	return Source{Manifest: m, file: "handlers/" + m.ID + "/plugin.go"}
}

// At is where a part stands, such as "Requires.Plugins[0]", or what is around it.
func (s Source) At(part string) strict.Pos {
	for part != "" {
		if p, ok := s.places[part]; ok {
			return p
		}
		part = part[:max(0, strings.LastIndexAny(part, ".["))]
	}
	if p, ok := s.places[""]; ok {
		return p
	}
	return strict.Pos{File: s.file}
}

// Read finds the variable Manifest in the text of a Go file. It compiles nothing, so the literal may hold constants only:
// texts, numbers, switches, lists, structs, and the kinds of this package.
func Read(file string, text []byte, problems *strict.Problems) (Source, bool) {
	s := Source{file: file, places: map[string]strict.Pos{}}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		problems.Errorf(strict.Pos{File: file}, "this is not Go: %v", err)
		return s, false
	}
	literal := variable(parsed, "Manifest")
	if literal == nil {
		problems.Errorf(strict.Pos{File: file}, "the plugin says nothing of itself: declare var Manifest = manifest.Manifest{…}")
		return s, false
	}
	r := &reader{source: &s, set: set, file: parsed, problems: problems}
	r.into(literal, reflect.ValueOf(&s.Manifest).Elem(), "")
	return s, true
}

// variable is the value of a package variable.
func variable(file *ast.File, name string) ast.Expr {
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			v := spec.(*ast.ValueSpec) //nolint:forcetypeassert // a VAR holds nothing else
			for i, n := range v.Names {
				if n.Name == name && i < len(v.Values) {
					return v.Values[i]
				}
			}
		}
	}
	return nil
}

// reader puts Go literals into values.
type reader struct {
	source   *Source
	set      *token.FileSet
	file     *ast.File
	problems *strict.Problems
}

func (r *reader) pos(n ast.Node) strict.Pos {
	p := r.set.Position(n.Pos())
	return strict.Pos{File: p.Filename, Line: p.Line, Col: p.Column}
}

func (r *reader) into(e ast.Expr, v reflect.Value, path string) {
	r.source.places[path] = r.pos(e)
	switch v.Kind() {
	case reflect.Struct:
		r.fields(e, v, path)
	case reflect.Slice:
		r.elements(e, v, path)
	case reflect.Interface:
		r.config(e, v, path)
	default:
		r.constant(e, v)
	}
}

func (r *reader) fields(e ast.Expr, v reflect.Value, path string) {
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		r.problems.Errorf(r.pos(e), "want a literal: manifests are read as text")
		return
	}
	for _, element := range literal.Elts {
		kv, ok := element.(*ast.KeyValueExpr)
		if !ok {
			r.problems.Errorf(r.pos(element), "want fields with their names")
			continue
		}
		name := fmt.Sprint(kv.Key)
		field := v.FieldByName(name)
		if !field.IsValid() {
			r.problems.Unknown(r.pos(kv.Key), "field", name, names(v.Type()))
			continue
		}
		r.into(kv.Value, field, strings.TrimPrefix(path+"."+name, "."))
	}
}

func names(t reflect.Type) []string {
	all := make([]string, t.NumField())
	for i := range all {
		all[i] = t.Field(i).Name
	}
	return all
}

func (r *reader) elements(e ast.Expr, v reflect.Value, path string) {
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		r.problems.Errorf(r.pos(e), "want a literal: manifests are read as text")
		return
	}
	list := reflect.MakeSlice(v.Type(), len(literal.Elts), len(literal.Elts))
	for i, element := range literal.Elts {
		r.into(element, list.Index(i), path+"["+strconv.Itoa(i)+"]")
	}
	v.Set(list)
}

// kinds are the constants of this package by their names.
var kinds = map[string]Kind{
	"Text": Text, "Number": Number, "Switch": Switch, "Record": Record, "List": List, "Column": Column, "Fields": Fields,
}

// units are the constants of package time that durations are made of.
var units = map[string]time.Duration{"Millisecond": time.Millisecond, "Second": time.Second, "Minute": time.Minute, "Hour": time.Hour}

func (r *reader) constant(e ast.Expr, v reflect.Value) {
	var err error
	switch text := literalText(e); v.Kind() {
	case reflect.String:
		if s, ok := e.(*ast.SelectorExpr); ok && v.Type() == reflect.TypeFor[Kind]() && kinds[s.Sel.Name] != "" {
			v.SetString(string(kinds[s.Sel.Name]))
			return
		}
		v.SetString(r.text(e))
	case reflect.Bool:
		var b bool
		b, err = strconv.ParseBool(text)
		v.SetBool(b)
	case reflect.Int, reflect.Int64:
		var i int64
		if i, err = number(e); err == nil {
			v.SetInt(i)
		}
	case reflect.Float64:
		var f float64
		f, err = strconv.ParseFloat(text, 64)
		v.SetFloat(f)
	default:
		err = fmt.Errorf("a %s cannot be read", v.Type())
	}
	if err != nil {
		r.problems.Errorf(r.pos(e), "want a constant of type %s", v.Type())
	}
}

// text is a string, or several with + between.
func (r *reader) text(e ast.Expr) string {
	if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return r.text(sum.X) + r.text(sum.Y)
	}
	s, err := strconv.Unquote(literalText(e))
	if err != nil {
		r.problems.Errorf(r.pos(e), "want a text in quotes: manifests are read as text")
	}
	return s
}

func literalText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Value
	case *ast.Ident:
		return e.Name
	case *ast.UnaryExpr:
		return e.Op.String() + literalText(e.X)
	}
	return ""
}

// number is a whole number, or a product such as 5 * time.Minute or 96 << 10.
func number(e ast.Expr) (int64, error) {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		a, errA := number(e.X)
		b, errB := number(e.Y)
		switch {
		case errA != nil || errB != nil:
		case e.Op == token.MUL:
			return a * b, nil
		case e.Op == token.SHL && b >= 0 && b < 63:
			return a << b, nil
		}
		return 0, strconv.ErrSyntax
	case *ast.SelectorExpr:
		if unit, ok := units[e.Sel.Name]; ok {
			return int64(unit), nil
		}
	}
	return strconv.ParseInt(literalText(e), 0, 64)
}
