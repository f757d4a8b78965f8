package diag

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a source file. Line and Col count from 1, Col in characters; the zero Pos is nowhere.
type Pos struct {
	File string
	Line int
	Col  int
}

// String is file:line:col.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// Short is file:line, as reasons cite it.
func (p Pos) Short() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// MarshalText makes a Pos file:line:col in JSON.
func (p Pos) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Compare orders by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Source is a file's name for messages, and its text.
type Source struct {
	Name  string
	Text  string
	lines []int // the byte offset at which each line begins
}

// NewSource indexes the lines of text.
func NewSource(name, text string) *Source {
	lines := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			lines = append(lines, i+1)
		}
	}
	return &Source{Name: name, Text: text, lines: lines}
}

// Pos is the place of a byte offset; an offset outside the text is moved to its nearer end.
func (s *Source) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(s.Text))
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return Pos{File: s.Name, Line: line, Col: utf8.RuneCountInString(s.Text[s.lines[line-1]:offset]) + 1}
}

// LineStart is the offset at which the line of offset begins.
func (s *Source) LineStart(offset int) int {
	return strings.LastIndexByte(s.Text[:min(offset, len(s.Text))], '\n') + 1
}
