package annotation

import "strings"

// Target says what an annotation can stand on; targets add up.
type Target int

// The targets. Other is every statement that takes no annotation.
const (
	Table Target = 1 << iota
	Column
	Check
	Unique
	ForeignKey
	PrimaryKey
	Index
	Enum
	Domain
	Other

	// Constraint is any of those that a person can break with what he types.
	Constraint = Check | Unique | ForeignKey
)

var targetNames = []struct {
	target Target
	name   string
}{
	{Table, "table"}, {Column, "column"}, {Check, "CHECK"}, {Unique, "UNIQUE"}, {ForeignKey, "foreign key"},
	{PrimaryKey, "primary key"}, {Index, "index"}, {Enum, "enum type"}, {Domain, "domain"}, {Other, "statement"},
}

// String names the targets, joined by commas and "or".
func (t Target) String() string {
	var names []string
	for _, n := range targetNames {
		if t&n.target != 0 {
			names = append(names, n.name)
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// Kind is the type of an argument.
type Kind string

// The kinds of argument.
const (
	String      Kind = "string"                 // "…"
	Template    Kind = "template"               // "…{column}…", columns of the same table; {user_id.name} follows a foreign key
	RefTemplate Kind = "template of the target" // the same, columns of the table that the foreign key names
	Int         Kind = "number"
	Boolean     Kind = "true or false"
	Word        Kind = "word"         // one of Param.Words
	Words       Kind = "[words]"      // a list of them
	Name        Kind = "name"         // any identifier
	Path        Kind = "path"         // identifier or string
	Columns     Kind = "[columns]"    // columns of the same table
	ColumnName  Kind = "column"       // one of them
	Sort        Kind = "[columns, -]" // a minus sorts downwards
	Layout      Kind = "[[columns]]"  // rows of columns
	Tables      Kind = "[tables]"
	TableName   Kind = "table"
	Relations   Kind = "[relations]"       // user for a foreign key user_id, or a table that refers to this one
	Allow       Kind = "who"               // an Expr with roles
	Row         Kind = "condition"         // an Expr on columns of the same table
	RefRow      Kind = "condition, target" // an Expr on columns of the table that the foreign key names
	Literally   Kind = "value"             // text, number, true, false
	Preset      Kind = "word or value"     // one of Param.Words, or a Literally
	Regexp      Kind = "regular expression"
)

// Param is an argument that an annotation takes.
type Param struct {
	Name       string // the key; in positional ones only for messages
	Kind       Kind
	Positional bool
	Required   bool
	Many       bool     // positional: any number; named: any key, once each
	Words      []string // for Word, Words and Preset
	Doc        string
}

// Form is an annotation on one kind of target.
type Form struct {
	Name       string
	Targets    Target
	Params     []Param
	Repeatable bool
	Needs      Need
	Doc        string // what it does, one sentence
}

// Need is what a table must be for an annotation on it to do anything.
type Need int

// The needs.
const (
	Nothing    Need = iota
	AResource       // does nothing without @resource
	AnAudience      // does nothing without @resource or @realtime
)

// Forms returns the forms of an annotation, none when it is unknown.
func Forms(name string) []*Form {
	var forms []*Form
	for i := range Catalogue {
		if Catalogue[i].Name == name {
			forms = append(forms, &Catalogue[i])
		}
	}
	return forms
}

// Names lists the annotations, each once, in the order of the catalogue.
func Names() []string {
	var names []string
	seen := map[string]bool{}
	for _, f := range Catalogue {
		if !seen[f.Name] {
			seen[f.Name] = true
			names = append(names, f.Name)
		}
	}
	return names
}

// Usage is the form as one writes it: "@list(columns: [columns], sort: …)".
func (f *Form) Usage() string {
	if len(f.Params) == 0 {
		return "@" + f.Name
	}
	parts := make([]string, len(f.Params))
	for i := range f.Params {
		parts[i] = f.Params[i].usage()
	}
	return "@" + f.Name + "(" + strings.Join(parts, ", ") + ")"
}

func (p *Param) usage() string {
	value := string(p.Kind)
	if len(p.Words) > 0 {
		value = strings.Join(p.Words, "|")
		if p.Kind == Words {
			value = "[" + strings.Join(p.Words, ", ") + "]"
		}
		if p.Kind == Preset {
			value += "|value"
		}
	}
	if !p.Positional {
		value = p.Name + ": " + value
	}
	if p.Many {
		value += ", …"
	}
	return value
}
