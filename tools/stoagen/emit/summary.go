package emit

import (
	"slices"
	"strings"
)

func (t *table) summary(queries []query, text string) Summary {
	s := Summary{Table: t.Name, File: t.Plugin + ".sql", Queries: len(queries), Lines: t.lines(text)}
	s.Cases = walls * len(queries)
	for _, op := range shown {
		if t.has(op.name) {
			s.Pages += op.pages
			s.Cases += op.routes
		}
	}
	return s
}

// walls are the ways in which tests/isolation attacks each generated query: by its filter alone, by row-level security alone.
const walls = 2

// shown are the pages and routes that the engine makes of an operation. An update has a form and a page for conflicts.
var shown = []struct {
	name          string
	pages, routes int
}{{"list", 1, 2}, {"get", 1, 1}, {"create", 1, 2}, {"update", 2, 3}, {"delete", 1, 4}, {"export", 1, 1}, {"import", 2, 6}}

// lines counts those of the CREATE TABLE in the text of its file.
func (t *table) lines(text string) int {
	for n, line := range slices.Collect(strings.Lines(text)) {
		if n >= t.Pos.Line-1 && strings.HasPrefix(line, ");") {
			return n - t.Pos.Line + 2
		}
	}
	return len(t.Columns) + 2
}
