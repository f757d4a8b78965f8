package procedure

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stoa/tools/stoagen/diag"
)

// Read finds the procedures in a Go file. It compiles nothing: what it needs stands there as constants.
func Read(file string, text []byte, problems *diag.List) []*Procedure {
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		problems.Add(diag.Pos{File: file}, "this is not Go: %v", err)
		return nil
	}
	r := &reader{file: file, set: set, problems: problems, types: map[string]*ast.StructType{}, docs: map[string]string{}, made: map[string]*Struct{}}
	r.declared(parsed)
	var all []*Procedure
	for _, d := range parsed.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			for _, value := range spec.(*ast.ValueSpec).Values { //nolint:forcetypeassert // a VAR holds nothing else
				if p := r.procedure(value); p != nil {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// reader turns one file's syntax into procedures.
type reader struct {
	file     string
	set      *token.FileSet
	problems *diag.List
	order    []string
	types    map[string]*ast.StructType
	docs     map[string]string
	made     map[string]*Struct
}

func (r *reader) bad(n ast.Node, format string, args ...any) {
	p := r.set.Position(n.Pos())
	r.problems.Add(diag.Pos{File: r.file, Line: p.Line, Col: p.Column}, format, args...)
}

// declared notes the structs of the file.
func (r *reader) declared(file *ast.File) {
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, spec := range group.Specs {
			t := spec.(*ast.TypeSpec) //nolint:forcetypeassert // a TYPE holds nothing else
			s, ok := t.Type.(*ast.StructType)
			if !ok {
				r.bad(t, "only structs are declared here")
				continue
			}
			doc := group.Doc
			if t.Doc != nil {
				doc = t.Doc
			}
			r.order, r.types[t.Name.Name], r.docs[t.Name.Name] = append(r.order, t.Name.Name), s, sentence(t.Name.Name, doc)
		}
	}
}

// sentence is a doc comment without the name and the verb that it begins with.
func sentence(name string, doc *ast.CommentGroup) string {
	text := strings.Join(strings.Fields(doc.Text()), " ")
	for _, verb := range []string{" is ", " are ", " says "} {
		if rest, ok := strings.CutPrefix(text, name+verb); ok {
			return strings.ToUpper(rest[:1]) + rest[1:]
		}
	}
	return text
}

var (
	nameForm  = regexp.MustCompile(`^[A-Z][A-Za-z]*\.[A-Z][A-Za-z]*$`)
	pathForm  = regexp.MustCompile(`^(/([a-z][a-z0-9_-]*|\{[a-z][a-z0-9_]*\}))+$`)
	scopeForm = regexp.MustCompile(`^[a-z][a-z0-9_]*:[a-z][a-z0-9_]*$`)
)

func (r *reader) procedure(e ast.Expr) *Procedure {
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	index, ok := literal.Type.(*ast.IndexListExpr)
	if !ok || len(index.Indices) != 2 {
		return nil
	}
	p := &Procedure{File: r.file}
	for _, element := range literal.Elts {
		r.part(p, element)
	}
	for _, c := range []struct {
		ok   bool
		want string
	}{
		{nameForm.MatchString(p.Name), `Name: a group and a verb, such as "Chats.Send"`},
		{pathForm.MatchString(p.Path), `Path: such as "/chats/{id}/messages"`},
		{scopeForm.MatchString(p.Scope), `Scope: such as "conversations:send"`},
		{p.Method == "GET" || p.Method == "POST", "Method: GET or POST"},
		{!p.Events || p.Method == "GET", "Method: GET, since it answers with events"},
		{p.Title != "", "Title: what it does"},
	} {
		if !c.ok {
			r.bad(literal, "a procedure needs a %s", c.want)
		}
	}
	p.In, p.Out = r.structOf(index.Indices[0]), r.structOf(index.Indices[1])
	r.parts(p)
	return p
}

func (r *reader) part(p *Procedure, element ast.Expr) {
	kv, ok := element.(*ast.KeyValueExpr)
	if !ok {
		r.bad(element, "want fields with their names")
		return
	}
	name, _ := kv.Key.(*ast.Ident)
	if name.Name == "Events" {
		value, _ := kv.Value.(*ast.Ident)
		p.Events = value != nil && value.Name == "true"
		return
	}
	into := map[string]*string{"Name": &p.Name, "Title": &p.Title, "Doc": &p.Doc, "Method": &p.Method, "Path": &p.Path, "Scope": &p.Scope}[name.Name]
	value, ok := kv.Value.(*ast.BasicLit)
	if into == nil || !ok {
		r.bad(kv, "%s: want one of Name, Title, Doc, Method, Path, Scope, Events, as a constant: procedures are read as text", name.Name)
		return
	}
	*into, _ = strconv.Unquote(value.Value) // it is a literal, which the parser has seen
}

// parts are the structs that the procedure consists of, in the order of the file; paths name fields of the input.
func (r *reader) parts(p *Procedure) {
	reached := map[*Struct]bool{}
	var reach func(*Struct)
	reach = func(s *Struct) {
		if s == nil || reached[s] {
			return
		}
		reached[s] = true
		for _, f := range s.Fields {
			reach(f.Of)
		}
	}
	reach(p.In)
	reach(p.Out)
	for _, name := range r.order {
		if s := r.made[name]; s != nil && reached[s] {
			p.Structs = append(p.Structs, s)
		}
	}
	for _, part := range strings.Split(p.Path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok && (p.In == nil || !slices.ContainsFunc(p.In.Fields, func(f Field) bool { return f.Name+"}" == name && f.Type == "uuid" })) {
			r.problems.Add(diag.Pos{File: r.file}, "%s: the input has no id for {%s", p.Name, name)
		}
	}
}

func (r *reader) structOf(e ast.Expr) *Struct {
	name, ok := e.(*ast.Ident)
	if !ok || r.types[name.Name] == nil {
		r.bad(e, "want a struct that this file declares")
		return nil
	}
	if s := r.made[name.Name]; s != nil {
		return s
	}
	s := &Struct{Name: name.Name, Doc: r.docs[name.Name]}
	r.made[name.Name] = s
	for _, f := range r.types[name.Name].Fields.List {
		if len(f.Names) != 1 || f.Tag == nil {
			r.bad(f, "want fields of one name, with a json tag")
			continue
		}
		s.Fields = append(s.Fields, r.field(f))
	}
	return s
}

// typesOf are the types of values, as they are written.
var typesOf = map[string]string{"string": "string", "bool": "bool", "int64": "int64", "float64": "float64", "time.Time": "time", "uuid.UUID": "uuid"}

func (r *reader) field(f *ast.Field) Field {
	text, _ := strconv.Unquote(f.Tag.Value) // it is a literal, which the parser has seen
	tag := reflect.StructTag(text)
	name, option, _ := strings.Cut(tag.Get("json"), ",")
	out := Field{GoName: f.Names[0].Name, Name: name, Omitted: option == "omitempty", Kind: tag.Get("kind"), OneOf: strings.Fields(tag.Get("oneof"))}
	out.Doc = strings.Join(strings.Fields(f.Doc.Text()+" "+f.Comment.Text()), " ")
	out.Min, out.Max, _ = strings.Cut(tag.Get("range"), "..")
	if short, long, ok := strings.Cut(tag.Get("length"), ".."); ok {
		var errs [2]error
		out.Short, errs[0] = strconv.Atoi(short)
		out.Long, errs[1] = strconv.Atoi(long)
		if errs[0] != nil || errs[1] != nil {
			r.bad(f, `want length:"1..200"`)
		}
	}
	t := f.Type
	if star, ok := t.(*ast.StarExpr); ok {
		out.Pointer, t = true, star.X
	}
	if list, ok := t.(*ast.ArrayType); ok && list.Len == nil {
		out.List, t = true, list.Elt
	}
	if out.Type = typesOf[written(t)]; out.Type == "" {
		out.Of = r.structOf(t)
	}
	if name == "" {
		r.bad(f, "want a json tag with a name")
	}
	return out
}

func written(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return written(e.X) + "." + e.Sel.Name
	}
	return ""
}
