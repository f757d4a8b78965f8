package annotation

import (
	"regexp"

	"stoa/tools/stoagen/diag"
)

// Annotation is an annotation whose arguments have been checked against its form. What names columns and tables has not.
type Annotation struct {
	Name string
	Text string // as written, on one line: what reasons cite
	Pos  diag.Pos
	Form *Form
	Args []Arg
}

// Arg is one argument.
type Arg struct {
	Param *Param
	Key   string // as written; differs from Param.Name where any key may stand
	Text  string // as written, with its key, on one line
	Pos   diag.Pos
	Value Value
}

// Value is an argument's value; which field holds it follows from the Kind of its Param.
type Value struct {
	Str  string  // strings, words, names, paths, literals
	Int  int     // Int
	Bool bool    // Boolean
	Down bool    // an item of Sort with a minus
	List []Value // the lists
	Expr *Expr   // the conditions
	Lit  Literal // Literally, and Preset unless it is one of the words
	Pos  diag.Pos
}

// Get returns the value of a parameter, by its name.
func (a *Annotation) Get(param string) (Value, bool) {
	for _, arg := range a.Args {
		if arg.Param.Name == param {
			return arg.Value, true
		}
	}
	return Value{}, false
}

// Strs are the Str of a list.
func (v Value) Strs() []string {
	all := make([]string, len(v.List))
	for i, item := range v.List {
		all[i] = item.Str
	}
	return all
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// TemplateColumns are the names in braces of a template.
func TemplateColumns(template string) []string {
	var columns []string
	for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
		columns = append(columns, m[1])
	}
	return columns
}

// Notes holds the annotations of whatever they stand on: pointers to tables, columns, keys, checks, indexes, types.
type Notes map[any][]*Annotation

// Find returns the annotation of that name on x, or nil.
func (n Notes) Find(x any, name string) *Annotation {
	for _, a := range n[x] {
		if a.Name == name {
			return a
		}
	}
	return nil
}
