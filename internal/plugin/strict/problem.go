// Package strict reads the text files that people configure Stoa with, and tells everything that is wrong with them at once.
package strict

import (
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file; a Line of 0 is the file as a whole.
type Pos struct {
	File      string
	Line, Col int
}

// String is the place as editors understand it.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Problem is something that is wrong, or as a Warning probably not meant.
type Problem struct {
	Pos
	Text    string
	Warning bool
}

// String is the problem in one line, its place first.
func (p Problem) String() string {
	word := ""
	if p.Warning {
		word = "warning: "
	}
	if p.File == "" {
		return word + p.Text
	}
	return p.Pos.String() + ": " + word + p.Text
}

// Problems collects what is wrong, so that all of it is told together.
type Problems struct {
	list []Problem
}

// Errorf adds an error.
func (p *Problems) Errorf(at Pos, format string, args ...any) {
	p.list = append(p.list, Problem{Pos: at, Text: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning.
func (p *Problems) Warnf(at Pos, format string, args ...any) {
	p.list = append(p.list, Problem{Pos: at, Text: fmt.Sprintf(format, args...), Warning: true})
}

// All has the problems in the order of their places, each once.
func (p *Problems) All() []Problem {
	all := slices.Clone(p.list)
	slices.SortStableFunc(all, func(a, b Problem) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	return slices.Compact(all)
}

// Err is all errors as one, or nil; with warnings too when they count as errors.
func (p *Problems) Err(warnings bool) error {
	var lines []string
	for _, q := range p.All() {
		if !q.Warning || warnings {
			lines = append(lines, q.String())
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return fmt.Errorf("%s", strings.Join(lines, "\n"))
}

// Warnings are the problems that do not stop anything.
func (p *Problems) Warnings() []Problem {
	return slices.DeleteFunc(p.All(), func(q Problem) bool { return !q.Warning })
}

// Unknown says that a name is none of the known ones, and which it is nearest to.
func (p *Problems) Unknown(at Pos, what, name string, known []string) {
	if near := Nearest(name, known); near != "" {
		p.Errorf(at, "there is no %s %q, did you mean %q?", what, name, near)
		return
	}
	if len(known) == 0 {
		p.Errorf(at, "there is no %s %q; there is none at all", what, name)
		return
	}
	sorted := slices.Sorted(slices.Values(known))
	p.Errorf(at, "there is no %s %q; there is %s", what, name, strings.Join(sorted, ", "))
}
