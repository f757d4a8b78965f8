package compile

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"

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
