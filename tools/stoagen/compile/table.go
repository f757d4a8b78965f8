package compile

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// table adds a table and its columns, without keys and checks.
func (b *builder) table(f *parse.File, s *parse.Statement) {
	n := s.Node.GetCreateStmt()
	if n == nil {
		return
	}
	t := &model.Table{Name: n.Relation.Relname, Plugin: f.Plugin, Pos: s.Top.Pos}
	if other := b.schema.Table(t.Name); other != nil {
		b.problems.Add(t.Pos, "there is a table %s already, in %s", t.Name, other.Pos.Short())
		return
	}
	b.relations[t.Name] = true
	for _, e := range s.Elements {
		if e.Node.GetColumnDef() != nil {
			b.column(t, e)
		}
	}
	b.schema.Tables = append(b.schema.Tables, t)
	b.note(t, s.Top)
}

func (b *builder) column(t *model.Table, e *parse.Element) {
	n := e.Node.GetColumnDef()
	if t.Column(n.Colname) != nil {
		b.problems.Add(e.Pos, "table %s has a column %s already", t.Name, n.Colname)
		return
	}
	c := &model.Column{Name: n.Colname, Pos: e.Pos, Table: t, Type: b.typeOf(n.TypeName, e.Pos)}
	if slices.Contains(serials, lastName(n.TypeName.GetNames())) {
		c.NotNull, c.Generated = true, "identity"
	}
	if d := c.Type.Domain; d != nil {
		c.NotNull, c.Default, c.Literal = d.NotNull, d.Default, d.Literal
	}
	for _, node := range n.Constraints {
		b.columnConstraint(c, node.GetConstraint())
	}
	c.Go = goTypeOf(c.Type, c.NotNull)
	t.Columns = append(t.Columns, c)
	b.note(c, e)
}

// columnConstraint reads what is the column's own: NOT NULL, DEFAULT, GENERATED.
func (b *builder) columnConstraint(c *model.Column, n *pg.Constraint) {
	switch n.Contype {
	case pg.ConstrType_CONSTR_NOTNULL, pg.ConstrType_CONSTR_PRIMARY:
		c.NotNull = true
	case pg.ConstrType_CONSTR_DEFAULT:
		c.Default, c.Literal = defaultOf(n.RawExpr)
	case pg.ConstrType_CONSTR_GENERATED:
		c.Generated = "stored"
	case pg.ConstrType_CONSTR_IDENTITY:
		c.Generated, c.NotNull = "identity", true
	}
}

// defaultOf is a DEFAULT as SQL, and its value when it is a constant. DEFAULT NULL is none.
func defaultOf(expr *pg.Node) (sql string, literal *string) {
	if uncast(expr).GetAConst().GetIsnull() {
		return "", nil
	}
	if text, ok := constant(expr); ok {
		literal = &text
	}
	return sqlOf(expr), literal
}

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

// columns notes those that the table lacks.
func (b *builder) columns(t *model.Table, columns []string, pos diag.Pos) bool {
	ok := true
	for _, name := range columns {
		if t.Column(name) == nil {
			b.problems.Add(pos, "table %s has no column %s%s", t.Name, name, diag.Hint(name, t.ColumnNames()))
			ok = false
		}
	}
	return ok
}

func stringsOf(nodes []*pg.Node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.GetString_().GetSval())
	}
	return all
}

func typesOf(t *model.Table) map[string]model.Type {
	types := map[string]model.Type{}
	for _, c := range t.Columns {
		types[c.Name] = c.Type
	}
	return types
}
