// Package diag collects what is wrong with a schema, so that everything is told at once.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing wrong, at one place.
type Problem struct {
	Pos  Pos
	Text string
}

// String is "file:line:col: text".
func (p Problem) String() string { return p.Pos.String() + ": " + p.Text }

// List gathers problems; the zero List is ready. A nil *List must not be used.
type List struct {
	problems []Problem
}

// Add notes a problem; format and args are those of fmt.Sprintf.
func (l *List) Add(pos Pos, format string, args ...any) {
	l.problems = append(l.problems, Problem{Pos: pos, Text: fmt.Sprintf(format, args...)})
}

// Empty reports whether nothing is wrong.
func (l *List) Empty() bool { return len(l.problems) == 0 }

// Sorted returns each problem once, by place and then by text.
func (l *List) Sorted() []Problem {
	sorted := slices.Clone(l.problems)
	slices.SortFunc(sorted, func(a, b Problem) int { return cmp.Or(a.Pos.Compare(b.Pos), strings.Compare(a.Text, b.Text)) })
	return slices.Compact(sorted)
}

// String is all problems, sorted, one a line.
func (l *List) String() string {
	var b strings.Builder
	for _, p := range l.Sorted() {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}
