// Package ui is the kit of small components that every page is made of: fields, notes, tables, marks, a chart.
package ui

import (
	"strconv"

	"github.com/a-h/templ"
)

// Field describes one control of a form. Error, when there is one, is shown in place of Help and never in place of Value.
type Field struct {
	// ID is the element's id; empty means the Name. It must be unique in the page.
	ID    string
	Name  string
	Label string
	Help  string
	Error string
	Value string
	// Type is the input's type; empty means "text".
	Type string
	// Autocomplete is the HTML token, such as "email" or "new-password".
	Autocomplete string
	Placeholder  string
	// Optional writes "(optional)" behind the label; without it the field is required.
	Optional  bool
	Autofocus bool
	// MaxLength limits what can be typed, in UTF-16 units; 0 means no limit. Never set it on passwords: a pasted one would be cut in silence.
	MaxLength int
	// Rows is the height of a text area; 0 means 3.
	Rows int
	// Extra are further attributes of the control, in order.
	Extra templ.OrderedAttributes
	// silent leaves "(optional)" away.
	silent bool
}

// Option is one choice of a select or a radio group.
type Option struct {
	Value string
	Label string
	// Help stands under the label of a radio button; a select shows none.
	Help string
}

func (f Field) id() string {
	if f.ID != "" {
		return f.ID
	}
	return f.Name
}

func (f Field) kind() string {
	if f.Type != "" {
		return f.Type
	}
	return "text"
}

// chosen is the field of a drop-down: it always has a value, so that "required" and "(optional)" would both say nothing.
func (f Field) chosen() Field {
	f.Optional, f.silent = true, true
	return f
}

func (f Field) rows() string {
	if f.Rows > 0 {
		return strconv.Itoa(f.Rows)
	}
	return "3"
}

// describedBy names the element that explains the control, the error before the help.
func (f Field) describedBy() string {
	switch {
	case f.Error != "":
		return f.id() + "-error"
	case f.Help != "":
		return f.id() + "-help"
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }
