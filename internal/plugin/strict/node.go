package strict

import (
	"errors"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Node is a value of a YAML file with its place. Its methods add to the problems whatever is not as asked.
type Node struct {
	file     string
	yaml     *yaml.Node
	problems *Problems
}

// place finds the line that the YAML library names in its errors.
var place = regexp.MustCompile(`^yaml: line (\d+): (.*)`)

// Parse reads a file of one mapping. ok is false when it is not YAML; an empty file is an empty mapping.
func Parse(file string, text []byte, problems *Problems) (root Node, ok bool) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		at, said := Pos{File: file}, err.Error()
		if m := place.FindStringSubmatch(said); m != nil {
			at.Line, _ = strconv.Atoi(m[1])
			said = m[2]
		}
		problems.Errorf(at, "this is not YAML: %s", said)
		return Node{}, false
	}
	if len(doc.Content) == 0 {
		return Node{file, &yaml.Node{Kind: yaml.MappingNode}, problems}, true
	}
	return Node{file, doc.Content[0], problems}, true
}

// Pos is where the value begins.
func (n Node) Pos() Pos { return Pos{n.file, n.yaml.Line, n.yaml.Column} }

// Errorf adds an error at the value.
func (n Node) Errorf(format string, args ...any) { n.problems.Errorf(n.Pos(), format, args...) }

// IsNull reports whether nothing stands behind the key.
func (n Node) IsNull() bool { return n.yaml.Kind == yaml.ScalarNode && n.yaml.Tag == "!!null" }

// IsMap reports whether the value is a mapping.
func (n Node) IsMap() bool { return n.yaml.Kind == yaml.MappingNode }

// IsList reports whether the value is a list.
func (n Node) IsList() bool { return n.yaml.Kind == yaml.SequenceNode }

// Field is one key of a mapping with its value.
type Field struct {
	Key   string
	At    Pos // of the key
	Value Node
}

// Fields are the keys of a mapping in their order. A key that comes twice is told and left out; null is an empty mapping.
func (n Node) Fields() []Field {
	if n.IsNull() {
		return nil
	}
	if !n.IsMap() {
		n.Errorf("want a mapping of keys to values")
		return nil
	}
	var fields []Field
	seen := map[string]int{}
	for i := 0; i+1 < len(n.yaml.Content); i += 2 {
		k, v := n.yaml.Content[i], n.yaml.Content[i+1]
		at := Pos{n.file, k.Line, k.Column}
		if line, twice := seen[k.Value]; twice {
			n.problems.Errorf(at, "%q is set in line %d already", k.Value, line)
			continue
		}
		seen[k.Value] = k.Line
		if v.Kind == yaml.AliasNode {
			n.problems.Errorf(at, "aliases are not taken here: write the value out")
			continue
		}
		fields = append(fields, Field{k.Value, at, Node{n.file, v, n.problems}})
	}
	return fields
}

// Known has the fields by key; those that are none of known are told.
func (n Node) Known(what string, known ...string) map[string]Field {
	fields := map[string]Field{}
	for _, f := range n.Fields() {
		if !contains(known, f.Key) {
			n.problems.Unknown(f.At, what, f.Key, known)
			continue
		}
		fields[f.Key] = f
	}
	return fields
}

// Items are the values of a list; null is an empty one.
func (n Node) Items() []Node {
	if n.IsNull() {
		return nil
	}
	if !n.IsList() {
		n.Errorf("want a list")
		return nil
	}
	items := make([]Node, len(n.yaml.Content))
	for i, v := range n.yaml.Content {
		items[i] = Node{n.file, v, n.problems}
	}
	return items
}

// Text is a string; what YAML takes for a number or a switch is one only in quotes.
func (n Node) Text() (string, bool) {
	if n.yaml.Kind != yaml.ScalarNode || n.yaml.Tag != "!!str" {
		n.Errorf("want a text%s", n.hint())
		return "", false
	}
	return n.yaml.Value, true
}

// Texts is a list of strings.
func (n Node) Texts() []string {
	var all []string
	for _, item := range n.Items() {
		if s, ok := item.Text(); ok {
			all = append(all, s)
		}
	}
	return all
}

// Bool is true or false.
func (n Node) Bool() (value, ok bool) {
	if n.yaml.Kind != yaml.ScalarNode || n.yaml.Tag != "!!bool" || n.yaml.Decode(&value) != nil {
		n.Errorf("want true or false")
		return false, false
	}
	return value, true
}

// Int is a whole number.
func (n Node) Int() (int64, bool) {
	var i int64
	if n.yaml.Kind != yaml.ScalarNode || n.yaml.Tag != "!!int" || n.yaml.Decode(&i) != nil {
		n.Errorf("want a whole number")
		return 0, false
	}
	return i, true
}

// Float is a number.
func (n Node) Float() (float64, bool) {
	f, err := strconv.ParseFloat(n.yaml.Value, 64)
	if n.yaml.Kind != yaml.ScalarNode || n.yaml.Tag == "!!str" || err != nil && !errors.Is(err, strconv.ErrRange) {
		n.Errorf("want a number")
		return 0, false
	}
	return f, true
}

// hint helps with what looks like a text and is none to YAML.
func (n Node) hint() string {
	if n.yaml.Kind == yaml.ScalarNode && n.yaml.Value != "" {
		return `: put it into quotes, "` + n.yaml.Value + `"`
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
