package emit

import (
	"slices"
	"strconv"
	"strings"

	"stoa/tools/stoagen/procedure"
)

// procedures are the operations of one group of the client.
type procedures struct {
	group string
	list  []*procedure.Procedure
}

// grouped sorts procedures by group and name.
func grouped(all []*procedure.Procedure) (groups []procedures) {
	all = slices.SortedFunc(slices.Values(all), func(a, b *procedure.Procedure) int { return strings.Compare(a.Name, b.Name) })
	for _, p := range all {
		group, _, _ := strings.Cut(p.Name, ".")
		if len(groups) == 0 || groups[len(groups)-1].group != group {
			groups = append(groups, procedures{group: group})
		}
		last := &groups[len(groups)-1]
		last.list = append(last.list, p)
	}
	return groups
}

// structs are those that the group's procedures consist of, each once.
func (g procedures) structs() (all []*procedure.Struct) {
	for _, p := range g.list {
		for _, s := range p.Structs {
			if !slices.ContainsFunc(all, func(o *procedure.Struct) bool { return o.Name == s.Name }) {
				all = append(all, s)
			}
		}
	}
	return all
}

// input reports whether the struct is what a procedure takes.
func (g procedures) input(s *procedure.Struct) *procedure.Procedure {
	i := slices.IndexFunc(g.list, func(p *procedure.Procedure) bool { return p.In.Name == s.Name })
	if i < 0 {
		return nil
	}
	return g.list[i]
}

// schemas are the shapes of bodies and answers; what stands in an address is described there.
func (g procedures) schemas() (all object) {
	for _, s := range g.structs() {
		p := g.input(s)
		if p != nil && p.Method != "POST" {
			continue
		}
		properties, required := object{}, []string{}
		for _, f := range s.Fields {
			if p != nil && inPath(p, f) {
				continue
			}
			properties = properties.with(f.Name, g.schema(f, p != nil))
			if p != nil && f.Required() || p == nil && !f.Omitted {
				required = append(required, f.Name)
			}
		}
		shape := obj("type", "object", "properties", properties)
		if len(required) > 0 {
			shape = shape.with("required", required)
		}
		if p != nil {
			shape = shape.with("additionalProperties", false)
		}
		if s.Doc != "" {
			shape = shape.with("description", s.Doc)
		}
		all = all.with(g.group+s.Name, shape)
	}
	return all
}

func inPath(p *procedure.Procedure, f procedure.Field) bool {
	return strings.Contains(p.Path, "{"+f.Name+"}")
}

// wireTypes are the types as JSON has them: type and format.
var wireTypes = map[string][2]string{
	"string": {"string"}, "bool": {"boolean"}, "int64": {"integer", "int64"}, "float64": {"number"}, "time": {"string", "date-time"}, "uuid": {"string", "uuid"},
}

// schema is one value. Nothing, in what is sent, is as good as leaving it out.
func (g procedures) schema(f procedure.Field, sent bool) object {
	if f.Of != nil && !f.List {
		return schemaRef(g.group + f.Of.Name)
	}
	wire := wireTypes[f.Type]
	if f.Kind != "" {
		wire[1] = f.Kind
	}
	var one object
	if f.Of != nil {
		one = schemaRef(g.group + f.Of.Name)
	} else {
		var kind any = wire[0]
		null := !f.List && (f.Pointer && !f.Omitted || sent && !f.Required())
		if null {
			kind = []string{wire[0], "null"}
		}
		one = obj("type", kind)
		if wire[1] != "" {
			one = one.with("format", wire[1])
		}
		one = limits(one, f, null)
	}
	if f.List {
		one = obj("type", "array", "items", one)
		if f.Long > 0 {
			one = one.with("maxItems", f.Long)
		}
	}
	if f.Doc != "" {
		one = one.with("description", f.Doc)
	}
	return one
}

func limits(o object, f procedure.Field, null bool) object {
	if len(f.OneOf) > 0 {
		var values []any
		for _, v := range f.OneOf {
			values = append(values, v)
		}
		if null {
			values = append(values, nil)
		}
		o = o.with("enum", values)
	}
	if f.Type == "string" && !f.List {
		if f.Short > 0 {
			o = o.with("minLength", f.Short)
		}
		if f.Long > 0 {
			o = o.with("maxLength", f.Long)
		}
	}
	for _, limit := range []struct{ name, value string }{{"minimum", f.Min}, {"maximum", f.Max}} {
		if n, err := strconv.ParseInt(limit.value, 10, 64); err == nil {
			o = o.with(limit.name, n)
		}
	}
	return o
}

// addPaths adds the operations; a path may have other operations already, of a resource.
func (g procedures) addPaths(paths object) object {
	for _, p := range g.list {
		method, operation := strings.ToLower(p.Method), g.operation(p)
		if i := slices.IndexFunc(paths, func(m member) bool { return m.name == p.Path }); i >= 0 {
			if have, ok := paths[i].value.(object); ok {
				paths[i].value = have.with(method, operation)
			}
			continue
		}
		paths = paths.with(p.Path, obj(method, operation))
	}
	return paths
}

func (g procedures) operation(p *procedure.Procedure) object {
	o := obj("operationId", p.Name, "summary", p.Title, "tags", []string{g.group}, "security", []any{obj("token", []string{})}, "x-scope", p.Scope)
	if p.Doc != "" {
		o = o.with("description", p.Doc)
	}
	var parameters []any
	for _, f := range p.In.Fields {
		switch {
		case inPath(p, f):
			parameters = append(parameters, obj("name", f.Name, "in", "path", "required", true, "description", f.Doc, "schema", obj("type", "string", "format", "uuid")))
		case p.Method == "GET":
			schema := g.schema(procedure.Field{Type: f.Type, Kind: f.Kind, Min: f.Min, Max: f.Max, Short: f.Short, Long: f.Long, OneOf: f.OneOf, List: f.List}, false)
			parameters = append(parameters, obj("name", f.Name, "in", "query", "required", f.Required(), "description", f.Doc, "schema", schema))
		}
	}
	if parameters != nil {
		o = o.with("parameters", parameters)
	}
	problems := []string{"400", "404", "409", "422"}
	if p.Method == "POST" {
		o = o.with("requestBody", jsonBody(schemaRef(g.group+p.In.Name)))
		problems = append(problems, "413", "415")
	}
	done := answer("Done", schemaRef(g.group+p.Out.Name))
	if p.Events {
		done = obj("description", "Events, each of which has this in its data", "content", obj("text/event-stream", obj("schema", schemaRef(g.group+p.Out.Name))))
	}
	return o.with("responses", answers("200", done, problems...))
}
