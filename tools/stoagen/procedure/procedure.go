// Package procedure reads what plugins declare in handlers/<plugin>/procedures.go: typed operations, as text.
package procedure

// Procedure is an operation of a plugin; package stoa/internal/plugin/procedure says what its parts mean.
type Procedure struct {
	Name, Title, Doc, Method, Path, Scope string
	Events                                bool
	In, Out                               *Struct
	Structs                               []*Struct // In, Out and all that they hold, in the order of the file
	File                                  string
}

// Struct is the shape of an input, an output, or a part of one.
type Struct struct {
	Name, Doc string
	Fields    []Field
}

// Field is one value. Type is string, bool, int64, float64, time or uuid, or "" for what Of says.
type Field struct {
	GoName, Name, Doc string
	Type              string
	Of                *Struct
	List, Pointer     bool
	Omitted           bool // left out when there is nothing
	Kind              string
	Min, Max          string // of a number
	Short, Long       int    // of a text; Long is the number of items of a list
	OneOf             []string
}

// Required reports whether an input has to have the field.
func (f Field) Required() bool { return !f.Pointer && !f.List && f.Type != "bool" }
