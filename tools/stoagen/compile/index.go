package compile

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

func (b *builder) index(n *pg.IndexStmt, s *parse.Statement) {
	t := b.lookup(n.Relation.GetRelname(), s.Top.Pos)
	if t == nil {
		return
	}
	x := &model.Index{Name: n.Idxname, Pos: s.Top.Pos, Method: n.AccessMethod, Unique: n.Unique, Where: sqlOf(n.WhereClause)}
	var parts []string
	ok := b.exprColumns(t, n.WhereClause, s)
	for _, node := range n.IndexParams {
		e := node.GetIndexElem()
		p := model.IndexPart{Column: e.Name, Opclass: lastName(e.Opclass), Down: e.Ordering == pg.SortByDir_SORTBY_DESC}
		if e.Expr != nil {
			p.Expr = sqlOf(e.Expr)
			ok = b.exprColumns(t, e.Expr, s) && ok
		}
		x.Parts = append(x.Parts, p)
		parts = append(parts, partName(e, parts))
	}
	for _, node := range n.IndexIncludingParams {
		x.Include = append(x.Include, node.GetIndexElem().GetName())
	}
	ok = b.columns(t, append(x.Columns(), x.Include...), s.Top.Pos) && ok
	switch {
	case x.Name == "":
		x.Name = b.indexName(t.Name, strings.Join(parts, "_"), "idx")
	case b.relations[x.Name]:
		b.problems.Add(s.Top.Pos, "there is a table or index %s already", x.Name)
	default:
		b.take(x.Name, true)
	}
	if ok {
		t.Indexes = append(t.Indexes, x)
		b.note(x, s.Top)
	}
}

// exprColumns notes the columns of an expression that the table lacks.
func (b *builder) exprColumns(t *model.Table, expr *pg.Node, s *parse.Statement) bool {
	if expr == nil {
		return true
	}
	var names []string
	for _, ref := range columnsOf(expr) {
		names = append(names, refName(ref))
	}
	return b.columns(t, names, s.Top.Pos)
}

// partName is what a part adds to the name of an index that has none: the column, the function, or expr; a name that
// an earlier part has gets a number.
func partName(e *pg.IndexElem, taken []string) string {
	base := e.Name
	if base == "" {
		base = exprName(e.Expr)
	}
	name := base
	for n := 1; slices.Contains(taken, name); n++ {
		name = numbered(base, n)
	}
	return name
}

func exprName(expr *pg.Node) string {
	switch {
	case expr.GetColumnRef() != nil:
		return refName(expr.GetColumnRef())
	case expr.GetFuncCall() != nil:
		return lastName(expr.GetFuncCall().Funcname)
	case expr.GetTypeCast() != nil:
		return exprName(expr.GetTypeCast().Arg)
	case expr.GetCollateClause() != nil:
		return exprName(expr.GetCollateClause().Arg)
	case expr.GetCoalesceExpr() != nil:
		return "coalesce"
	default:
		return "expr"
	}
}
