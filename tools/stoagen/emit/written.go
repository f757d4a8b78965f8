package emit

import (
	"regexp"
	"slices"
	"strings"

	"stoa/tools/stoagen/diag"
)

// Written are the queries that are written by hand.
type Written []WrittenQuery

// WrittenQuery is one of them.
type WrittenQuery struct {
	Name, Kind string
	Pos        diag.Pos
	Params     []string // each once, sorted
}

// Has reports whether there is a query of that name.
func (w Written) Has(name string) bool { return w.find(name) != nil }

func (w Written) find(name string) *WrittenQuery {
	for i := range w {
		if w[i].Name == name {
			return &w[i]
		}
	}
	return nil
}

var (
	nameLine = regexp.MustCompile(`^--\s*name:\s*(\w+)\s+:(\w+)`)
	paramRef = regexp.MustCompile(`@(\w+)|sqlc\.n?arg\(\s*'?(\w+)'?\s*\)`)
)

// ReadQueries finds the queries of a file of sqlc.
func ReadQueries(file, text string) Written {
	var all Written
	n := 0
	for line := range strings.Lines(text) {
		n++
		if m := nameLine.FindStringSubmatch(line); m != nil {
			all = append(all, WrittenQuery{Name: m[1], Kind: m[2], Pos: diag.Pos{File: file, Line: n, Col: 1}})
			continue
		}
		if len(all) > 0 && !strings.HasPrefix(strings.TrimSpace(line), "--") {
			q := &all[len(all)-1]
			q.Params = append(q.Params, params(line)...)
		}
	}
	for i := range all {
		slices.Sort(all[i].Params)
		all[i].Params = slices.Compact(all[i].Params)
	}
	return all
}

func params(sql string) []string {
	var names []string
	for _, m := range paramRef.FindAllStringSubmatch(sql, -1) {
		names = append(names, m[1]+m[2])
	}
	return names
}

// compare holds queries that are written by hand against those that they stand for: the generated code calls them with
// the same parameters. What they return is compared by the Go compiler.
func (t *table) compare(queries []query) {
	for _, q := range queries {
		own := t.written.find(q.name)
		if own == nil {
			continue
		}
		want := params(q.text)
		slices.Sort(want)
		want = slices.Compact(want)
		switch {
		case own.Kind != q.kind:
			t.out.Problems.Add(own.Pos, "query %s stands for a generated one and must be :%s", q.name, q.kind)
		case !slices.Equal(own.Params, want):
			t.out.Problems.Add(own.Pos, "query %s stands for a generated one and must have its parameters: %s; it has %s", q.name,
				strings.Join(want, ", "), strings.Join(own.Params, ", "))
		}
	}
}
