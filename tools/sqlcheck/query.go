package sqlcheck

import (
	"errors"
	"fmt"
	"regexp"

	pg "github.com/pganalyze/pg_query_go/v6"
	"github.com/pganalyze/pg_query_go/v6/parser"
)

var nameLine = regexp.MustCompile(`(?m)^--[ \t]*name:[ \t]*(\S*).*$`)

// block is one named query and where it stands in its file.
type block struct {
	name string
	text string
	line int
}

// Queries checks one query file.
func Queries(f File, schema Schema, rules Rules) []Problem {
	head, blocks := split(f.Text)
	var problems []Problem
	if tree, err := pg.Parse(head); err != nil || len(tree.Stmts) > 0 {
		problems = append(problems, Problem{File: f.Name, Line: 1, Text: "SQL stands before the first -- name: line"})
	}
	system := rules.system(f.Name)
	for _, b := range blocks {
		c := &checker{file: f.Name, block: b, schema: schema, rules: rules, system: system, seen: map[*pg.RangeVar]bool{}}
		c.run()
		problems = append(problems, c.problems...)
	}
	return problems
}

// split cuts a file at its "-- name:" lines; head is what precedes the first.
func split(text string) (head string, blocks []block) {
	marks := nameLine.FindAllStringSubmatchIndex(text, -1)
	if len(marks) == 0 {
		return text, nil
	}
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		blocks = append(blocks, block{name: text[m[2]:m[3]], text: text[m[0]:end], line: lineAt(text, m[0], 1)})
	}
	return text[:marks[0][0]], blocks
}

// run parses the query and checks its statement.
func (c *checker) run() {
	text, params, glued := rewriteParams(c.block.text)
	c.params = params
	for _, pos := range glued {
		c.report(pos, "write a space before %s: sqlc reads what stands there as one operator and loses the parameter", c.paramAt(pos))
	}
	tree, err := pg.Parse(text)
	if err != nil {
		c.problems = append(c.problems, Problem{File: c.file, Line: errorLine(err, c.block.text, c.block.line), Query: c.block.name, Text: err.Error()})
		return
	}
	if len(tree.Stmts) != 1 {
		c.report(0, "holds %d statements instead of one", len(tree.Stmts))
	}
	for _, raw := range tree.Stmts {
		c.statement(raw.Stmt, env{})
		c.lint(raw.Stmt)
		c.refuseUnseen(raw.Stmt)
	}
}

func (c *checker) paramAt(pos int) string {
	return "@" + c.params[pos].name
}

// report adds a problem at byte offset pos of the query's text.
func (c *checker) report(pos int, format string, args ...any) {
	p := Problem{File: c.file, Line: lineAt(c.block.text, pos, c.block.line), Query: c.block.name, Text: fmt.Sprintf(format, args...)}
	for _, seen := range c.problems {
		if seen == p {
			return
		}
	}
	c.problems = append(c.problems, p)
}

// errorLine is the line that a parse error points at.
func errorLine(err error, text string, first int) int {
	var e *parser.Error
	if errors.As(err, &e) {
		return lineAt(text, e.Cursorpos-1, first)
	}
	return first
}
