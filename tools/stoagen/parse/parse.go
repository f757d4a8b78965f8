// Package parse cuts schema files into statements and hangs each annotation on what it stands by.
package parse

import (
	"path"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
)

// File is a parsed schema file.
type File struct {
	Source     *diag.Source
	Plugin     string // the file's name without .sql
	Statements []*Statement
}

// Statement is one statement of the kinds that a schema may hold.
type Statement struct {
	Node *pg.Node
	Top  *Element // the statement itself
	// Refused says that a schema cannot hold it; a problem has been noted.
	Refused bool
	// Elements are the columns and constraints of a CREATE TABLE, or the constraint of an ALTER TABLE, in their order.
	Elements []*Element

	begin, end int // offsets of the first token and behind the last
	listEnd    int // offset of the parenthesis that closes the elements, or end
}

// Element is something that annotations can stand on.
type Element struct {
	Target annotation.Target
	Name   string // for messages: "column title"
	Pos    diag.Pos
	Node   *pg.Node   // what the grammar made of it
	Inline []*Element // the constraints written into a column or domain

	Annotations []*annotation.Annotation

	begin int
}

// Parse reads a file. It notes every problem and returns what it understood.
func Parse(name, text string, problems *diag.List) *File {
	f := &File{Source: diag.NewSource(name, text), Plugin: strings.TrimSuffix(path.Base(name), ".sql")}
	tokens, ok := scan(f.Source, problems)
	if !ok {
		return f
	}
	tree, broken := tree(f.Source, tokens, problems)
	for _, raw := range tree {
		f.statement(raw, tokens, problems)
	}
	attach(f, groups(f.Source, tokens), tokens, broken, problems)
	return f
}

// span is a range of byte offsets.
type span struct{ start, end int }

func (s span) holds(offset int) bool { return s.start <= offset && offset < s.end }
