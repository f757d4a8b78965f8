package compile

import (
	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// check reads a CHECK of a table, or of a domain, whose one column is called value.
func (b *builder) check(e *parse.Element, name, table string, columns []string, types map[string]model.Type) *model.Check {
	expr := e.Node.GetConstraint().RawExpr
	c := &model.Check{Name: name, Pos: e.Pos, SQL: sqlOf(expr)}
	for _, ref := range columnsOf(expr) {
		if _, ok := types[refName(ref)]; !ok {
			b.problems.Add(e.Pos, "the CHECK reads %s, which is no column%s", refName(ref), diag.Hint(refName(ref), columns))
		}
		c.Columns = append(c.Columns, refName(ref))
	}
	if c.Name == "" && table != "" {
		only := ""
		if len(c.Columns) == 1 {
			only = c.Columns[0]
		}
		c.Name = b.constraintName(table, only, "check")
	}
	r := &reader{types: types}
	c.Whole = r.conjunct(expr)
	c.Rules = r.rules
	b.note(c, e)
	return c
}

// reader collects the rules that it understands in an expression.
type reader struct {
	types map[string]model.Type
	rules []model.Rule
}

func (r *reader) add(rule model.Rule) bool {
	r.rules = append(r.rules, rule)
	return true
}

// conjunct reads what must be true; it reports whether it understood all of it.
func (r *reader) conjunct(expr *pg.Node) bool {
	switch n := expr.GetNode().(type) {
	case *pg.Node_BoolExpr:
		switch n.BoolExpr.Boolop {
		case pg.BoolExprType_AND_EXPR:
			whole := true
			for _, arg := range n.BoolExpr.Args {
				whole = r.conjunct(arg) && whole
			}
			return whole
		case pg.BoolExprType_OR_EXPR:
			return r.disjunct(n.BoolExpr.Args)
		}
	case *pg.Node_NullTest:
		if column := r.column(n.NullTest.Arg); column != "" && n.NullTest.Nulltesttype == pg.NullTestType_IS_NOT_NULL {
			return r.add(model.Rule{Kind: model.Present, Column: column})
		}
	case *pg.Node_AExpr:
		return r.operator(n.AExpr)
	}
	return false
}

// disjunct reads two forms of OR: x IS NULL OR …, of which a CHECK means the rest, and x = 'a' OR x = 'b'.
func (r *reader) disjunct(args []*pg.Node) bool {
	var rest []*pg.Node
	nullable := ""
	for _, arg := range args {
		if n := arg.GetNullTest(); n != nil && n.Nulltesttype == pg.NullTestType_IS_NULL && r.column(n.Arg) != "" {
			nullable = r.column(n.Arg)
			continue
		}
		rest = append(rest, arg)
	}
	if nullable != "" {
		return len(rest) == 1 && onlyColumn(rest[0], nullable) && r.conjunct(rest[0])
	}
	in := model.Rule{Kind: model.In}
	for _, arg := range rest {
		one := &reader{types: r.types}
		if !one.conjunct(arg) || len(one.rules) != 1 || one.rules[0].Kind != model.In || in.Column != "" && in.Column != one.rules[0].Column {
			return false
		}
		in.Column = one.rules[0].Column
		in.Values = append(in.Values, one.rules[0].Values...)
	}
	return r.add(in)
}

func onlyColumn(expr *pg.Node, name string) bool {
	refs := columnsOf(expr)
	return len(refs) == 1 && refName(refs[0]) == name
}

// column is the column that an expression is, casts aside, or "".
func (r *reader) column(expr *pg.Node) string {
	expr = uncast(expr)
	if ref := expr.GetColumnRef(); ref != nil {
		if _, ok := r.types[refName(ref)]; ok {
			return refName(ref)
		}
	}
	return ""
}

func uncast(expr *pg.Node) *pg.Node {
	for expr.GetTypeCast() != nil {
		expr = expr.GetTypeCast().Arg
	}
	return expr
}
