package sqlcheck

import (
	"maps"
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// rel is one entry of a FROM list, or the target of a statement.
type rel struct {
	alias string
	table *Table // nil for a CTE, a subquery or a function
	pos   int
	bound bool
}

// scope is one query level: what a column name may refer to here, then further out.
type scope struct {
	rels  []*rel
	outer *scope
}

// env is what a level inherits from the levels around it.
type env struct {
	ctes  map[string]bool
	outer *scope
}

func (e env) withCTE(name string) env {
	ctes := maps.Clone(e.ctes)
	if ctes == nil {
		ctes = map[string]bool{}
	}
	ctes[name] = true
	return env{ctes: ctes, outer: e.outer}
}

func (e env) inside(s *scope) env { return env{ctes: e.ctes, outer: s} }

// resolve finds the entry that a column reference names, or nil when that is not certain.
//
// A bare column counts only where a single entry is in scope: anything else must be qualified.
func (s *scope) resolve(ref *pg.ColumnRef) (*rel, string) {
	names := columnNames(ref)
	switch len(names) {
	case 0:
		return nil, ""
	case 1:
		return s.resolveBare(names[0]), names[0]
	}
	alias, column := names[len(names)-2], names[len(names)-1]
	for at := s; at != nil; at = at.outer {
		i := slices.IndexFunc(at.rels, func(r *rel) bool { return r.alias == alias })
		if i >= 0 {
			return at.rels[i], column
		}
	}
	return nil, column
}

func (s *scope) resolveBare(column string) *rel {
	for at := s; at != nil; at = at.outer {
		if len(at.rels) == 0 {
			continue
		}
		only := at.rels[0]
		if len(at.rels) > 1 || only.table == nil {
			return nil
		}
		if only.table.Columns[column] {
			return only
		}
	}
	return nil
}

// columnNames lists the parts of a.b.c; nil when one of them is a star.
func columnNames(ref *pg.ColumnRef) []string {
	var names []string
	for _, field := range ref.GetFields() {
		s := field.GetString_()
		if s == nil {
			return nil
		}
		names = append(names, s.Sval)
	}
	return names
}
