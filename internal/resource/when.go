package resource

import (
	"math/big"
	"slices"
	"strings"
)

// When is a condition on the values of a form.
type When struct {
	Op     string // and, or, not of Parts; or = <> < <= > >= in is "is not" of Field; is and is not are about having none
	Parts  []When
	Field  string
	Values []string
}

// Holds reports whether the condition holds. A comparison with a field that has no value does not.
func (w When) Holds(field func(string) (Field, bool), v Values) bool {
	holds := func(part When) bool { return part.Holds(field, v) }
	switch w.Op {
	case "and":
		return !slices.ContainsFunc(w.Parts, func(part When) bool { return !holds(part) })
	case "or":
		return slices.ContainsFunc(w.Parts, holds)
	case "not":
		return !holds(w.Parts[0])
	}
	f, ok := field(w.Field)
	if !ok { // one that the person may not see: what hangs on it is not for them either
		return false
	}
	none := v[w.Field] == nil
	switch w.Op {
	case "is":
		return none
	case "is not":
		return !none
	}
	return !none && w.compare(f, Encode(f, v[w.Field]))
}

func (w When) compare(f Field, text string) bool {
	is := func(other string) bool { return order(f, text, other) == 0 }
	switch w.Op {
	case "=", "in":
		return slices.ContainsFunc(w.Values, is)
	case "<>":
		return !is(w.Values[0])
	}
	n := order(f, text, w.Values[0])
	return strings.Contains(w.Op, "<") && n < 0 || strings.Contains(w.Op, ">") && n > 0 || strings.Contains(w.Op, "=") && n == 0
}

// order compares two values as they are written.
func order(f Field, a, b string) int {
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	if f.Kind.Number() && okX && okY {
		return x.Cmp(y)
	}
	return strings.Compare(a, b)
}

// Fields are those that the condition looks at.
func (w When) Fields() (names []string) {
	if w.Field != "" {
		names = append(names, w.Field)
	}
	for _, part := range w.Parts {
		names = append(names, part.Fields()...)
	}
	return names
}
