package compile

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// keys adds the constraints of a table in the order in which PostgreSQL names them: checks, primary key, unique,
// foreign keys.
func (b *builder) keys(_ *parse.File, s *parse.Statement) {
	n := s.Node.GetCreateStmt()
	if n == nil {
		return
	}
	t := b.schema.Table(n.Relation.Relname)
	if t.Pos != s.Top.Pos {
		return // a second table of that name
	}
	all := constraintsOf(s)
	for _, k := range all {
		if name := k.n.Conname; name != "" {
			b.claim(t, k.e, name)
		}
	}
	for _, target := range []annotation.Target{annotation.Check, annotation.PrimaryKey, annotation.Unique, annotation.ForeignKey} {
		for _, k := range all {
			if k.e.Target == target {
				b.constraint(t, k)
			}
		}
	}
}

// tableConstraint is a constraint of a table; column is the one that it is written into, if any.
type tableConstraint struct {
	e      *parse.Element
	n      *pg.Constraint
	column string
}

func constraintsOf(s *parse.Statement) []tableConstraint {
	var all []tableConstraint
	for _, e := range s.Elements {
		if c := e.Node.GetConstraint(); c != nil {
			all = append(all, tableConstraint{e, c, ""})
		}
		for _, in := range e.Inline {
			all = append(all, tableConstraint{in, in.Node.GetConstraint(), e.Node.GetColumnDef().GetColname()})
		}
	}
	return all
}

// claim notes a constraint name that the table has already.
func (b *builder) claim(t *model.Table, e *parse.Element, name string) {
	index := e.Target == annotation.PrimaryKey || e.Target == annotation.Unique
	if index && b.relations[name] || !index && b.constraints[t.Name+"."+name] {
		b.problems.Add(e.Pos, "there is a constraint or index %s already", name)
	}
	b.constraints[t.Name+"."+name] = true
	b.take(name, index)
}

func (b *builder) constraint(t *model.Table, k tableConstraint) {
	columns := stringsOf(k.n.Keys)
	if k.column != "" {
		columns = []string{k.column}
	}
	switch k.e.Target {
	case annotation.Check:
		c := b.check(k.e, k.n.Conname, t.Name, t.ColumnNames(), typesOf(t))
		t.Checks = append(t.Checks, c)
	case annotation.PrimaryKey:
		b.primaryKey(t, k, columns)
	case annotation.Unique:
		u := &model.Unique{Pos: k.e.Pos, Columns: columns, Name: k.n.Conname}
		if u.Name == "" {
			u.Name = b.indexName(t.Name, strings.Join(columns, "_"), "key")
		}
		if b.columns(t, columns, k.e.Pos) {
			t.Uniques = append(t.Uniques, u)
			b.note(u, k.e)
		}
	case annotation.ForeignKey:
		b.foreignKey(t, k)
	}
}

func (b *builder) primaryKey(t *model.Table, k tableConstraint, columns []string) {
	u := &model.Unique{Pos: k.e.Pos, Columns: columns, Name: k.n.Conname}
	if u.Name == "" {
		u.Name = b.indexName(t.Name, "", "pkey")
	}
	if t.PrimaryKey != nil {
		b.problems.Add(k.e.Pos, "table %s has a primary key already", t.Name)
		return
	}
	if !b.columns(t, columns, k.e.Pos) {
		return
	}
	t.PrimaryKey = u
	b.note(u, k.e)
	for _, name := range columns {
		c := t.Column(name)
		c.NotNull = true
		c.Go = goTypeOf(c.Type, true)
	}
}
