package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"stoa/generated/api"
)

// document is what the reference shows of the OpenAPI document.
type document struct {
	Paths      map[string]map[string]*operation
	Components struct {
		Schemas    map[string]*schema
		Parameters map[string]*parameter
	}
	operations []*operation // by tag, path and method
}

type operation struct {
	ID          string `json:"operationId"`
	Summary     string
	Description string
	Tags        []string
	Scope       string `json:"x-scope"`
	Parameters  []*parameter
	RequestBody *struct {
		Content map[string]struct{ Schema *schema }
	}
	Responses ordered[response]

	method, path string
}

type parameter struct {
	Ref                   string `json:"$ref"`
	Name, In, Description string
	Required              bool
	Schema                *schema
}

type response struct {
	Ref         string `json:"$ref"`
	Description string
	Content     map[string]struct{ Schema *schema }
}

type schema struct {
	Ref                  string `json:"$ref"`
	Type                 oneOrMany
	Format, Description  string
	Enum                 []any
	Default              any
	Properties           ordered[*schema]
	Required             []string
	Items                *schema
	OneOf                []*schema `json:"oneOf"`
	MinLength, MaxLength int
	Minimum, Maximum     json.Number
	MaxItems             int
	Pattern              string
	Examples             []any
}

// oneOrMany is a type, or several.
type oneOrMany []string

// UnmarshalJSON implements json.Unmarshaler.
func (t *oneOrMany) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*t = []string{""}
		return json.Unmarshal(b, &(*t)[0])
	}
	return json.Unmarshal(b, (*[]string)(t))
}

// ordered is an object whose members keep the order of the document, which is that of the tables.
type ordered[T any] []named[T]

type named[T any] struct {
	name  string
	value T
}

// UnmarshalJSON implements json.Unmarshaler.
func (o *ordered[T]) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		m := named[T]{name: fmt.Sprint(name)}
		if err := d.Decode(&m.value); err != nil {
			return err
		}
		*o = append(*o, m)
	}
	return nil
}

// methods are those of operations in the order of the reference.
var methods = []string{"GET", "POST", "PATCH", "DELETE"}

// read reads the document that the program carries.
func read() (*document, error) {
	d := &document{}
	if err := json.Unmarshal(api.Document, d); err != nil {
		return nil, err
	}
	for path, all := range d.Paths {
		for method, o := range all {
			o.method, o.path = strings.ToUpper(method), path
			for i, p := range o.Parameters {
				if name, ok := strings.CutPrefix(p.Ref, "#/components/parameters/"); ok {
					o.Parameters[i] = d.Components.Parameters[name]
				}
			}
			d.operations = append(d.operations, o)
		}
	}
	slices.SortFunc(d.operations, func(a, b *operation) int {
		if c := strings.Compare(a.Tags[0]+" "+a.path, b.Tags[0]+" "+b.path); c != 0 {
			return c
		}
		return slices.Index(methods, a.method) - slices.Index(methods, b.method)
	})
	return d, nil
}

// find is the operation of a name; nil for none.
func (d *document) find(id string) *operation {
	i := slices.IndexFunc(d.operations, func(o *operation) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	return d.operations[i]
}

// resolve is the schema itself, and the name that it has.
func (d *document) resolve(s *schema) (_ *schema, name string) {
	if s == nil {
		return nil, ""
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return d.Components.Schemas[name], name
	}
	return s, ""
}

// body is what the operation takes; nil for none.
func (d *document) body(o *operation) *schema {
	if o.RequestBody == nil {
		return nil
	}
	s, _ := d.resolve(o.RequestBody.Content["application/json"].Schema)
	return s
}

// kind says in words what values there are.
func (d *document) kind(s *schema) string {
	if _, name := d.resolve(s); name != "" {
		return name
	}
	var kinds []string
	null := slices.Contains(s.Type, "null")
	for _, one := range s.OneOf {
		if slices.Contains(one.Type, "null") {
			null = true
			continue
		}
		kinds = append(kinds, d.kind(one))
	}
	for _, t := range s.Type {
		switch {
		case t == "null":
		case t == "array" && s.Items != nil:
			kinds = append(kinds, "list of "+d.kind(s.Items))
		case s.Format != "":
			kinds = append(kinds, s.Format)
		default:
			kinds = append(kinds, t)
		}
	}
	if len(kinds) == 0 {
		kinds = []string{"any JSON"}
	}
	if null {
		kinds = append(kinds, "null")
	}
	return strings.Join(kinds, " or ")
}

// rules are the limits of a value, in words.
func rules(s *schema) string {
	var all []string
	add := func(ok bool, format string, args ...any) {
		if ok {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	var values []string
	for _, v := range s.Enum {
		if v != nil {
			values = append(values, fmt.Sprint(v))
		}
	}
	add(len(values) > 0, "%s", strings.Join(values, ", "))
	add(s.MinLength > 0, "at least %d characters", s.MinLength)
	add(s.MaxLength > 0, "at most %d characters", s.MaxLength)
	add(s.Minimum != "", "from %s", s.Minimum)
	add(s.Maximum != "", "to %s", s.Maximum)
	add(s.MaxItems > 0, "at most %d", s.MaxItems)
	add(s.Default != nil, "by default %v", s.Default)
	return strings.Join(all, "; ")
}

// sample is a body with what is required, as a beginning.
func (d *document) sample(s *schema) string {
	if s == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString("{")
	for _, p := range s.Properties {
		if !slices.Contains(s.Required, p.name) {
			continue
		}
		if b.Len() > 1 {
			b.WriteString(",")
		}
		value, err := json.Marshal(sampleOf(p.value))
		if err != nil { // never for what JSON was
			value = []byte("null")
		}
		fmt.Fprintf(&b, "\n  %q: %s", p.name, value)
	}
	if b.Len() == 1 {
		return "{}"
	}
	return b.String() + "\n}"
}

func sampleOf(s *schema) any {
	switch {
	case len(s.Examples) > 0:
		return s.Examples[0]
	case len(s.Enum) > 0:
		return s.Enum[0]
	case slices.Contains(s.Type, "integer"), slices.Contains(s.Type, "number"):
		return 1
	case slices.Contains(s.Type, "boolean"):
		return true
	case slices.Contains(s.Type, "array"):
		return []any{}
	case slices.Contains(s.Type, "object"):
		return map[string]any{}
	}
	return ""
}
