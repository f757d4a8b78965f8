package sqlcheck

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// checker checks one query.
type checker struct {
	file     string
	block    block
	schema   Schema
	rules    Rules
	system   bool
	params   map[int]param
	seen     map[*pg.RangeVar]bool
	problems []Problem
}

// statement checks a statement at the top or in a WITH; what kind of statement it is decides what it reads and writes.
func (c *checker) statement(node *pg.Node, e env) {
	switch n := node.GetNode().(type) {
	case *pg.Node_SelectStmt:
		c.selectStmt(n.SelectStmt, e)
	case *pg.Node_InsertStmt:
		c.insertStmt(n.InsertStmt, e)
	case *pg.Node_UpdateStmt:
		c.updateStmt(n.UpdateStmt, e)
	case *pg.Node_DeleteStmt:
		c.deleteStmt(n.DeleteStmt, e)
	case *pg.Node_MergeStmt:
		c.report(int(n.MergeStmt.Relation.GetLocation()), "MERGE loses its parameters in sqlc: write INSERT … ON CONFLICT")
	default:
		c.report(0, "is none of SELECT, INSERT, UPDATE, DELETE")
	}
}

// with checks the CTEs in order; each sees those before it, all of them when recursive.
func (c *checker) with(w *pg.WithClause, e env) env {
	if w == nil {
		return e
	}
	if w.Recursive {
		for _, node := range w.Ctes {
			e = e.withCTE(node.GetCommonTableExpr().Ctename)
		}
	}
	for _, node := range w.Ctes {
		cte := node.GetCommonTableExpr()
		c.statement(cte.Ctequery, e)
		e = e.withCTE(cte.Ctename)
	}
	return e
}

// arm is one SELECT of a UNION and the like, with what it sees.
type arm struct {
	stmt  *pg.SelectStmt
	scope *scope
}

// selectStmt checks a SELECT or VALUES and returns its arms.
func (c *checker) selectStmt(s *pg.SelectStmt, e env) []arm {
	e = c.with(s.WithClause, e)
	lv := newLevel(e)
	if s.Op != pg.SetOperation_SETOP_NONE && s.Op != pg.SetOperation_SET_OPERATION_UNDEFINED {
		arms := append(c.selectStmt(s.Larg, e), c.selectStmt(s.Rarg, e)...)
		c.nested(s, lv, "with_clause", "larg", "rarg")
		return arms
	}
	all := c.from(lv, s.FromClause)
	c.close(lv, s.WhereClause, all)
	c.nested(s, lv, "with_clause")
	return []arm{{stmt: s, scope: lv.scope}}
}

// close ends a level: the WHERE restricts all its entries, then each must be bound.
func (c *checker) close(lv *level, where *pg.Node, all []*rel) {
	if where != nil {
		lv.equalities = conjuncts(where, all, lv.equalities)
	}
	c.bind(lv.scope, lv.equalities)
	for _, r := range all {
		c.requireBound(r, lv)
	}
	for _, sub := range lv.subqueries {
		inner := lv.env
		if sub.Lateral {
			inner = lv.env.inside(lv.scope)
		}
		c.statement(sub.Subquery, inner)
	}
}

func (c *checker) requireBound(r *rel, lv *level) {
	switch {
	case r.table == nil || r.bound && !c.system:
	case c.system:
		c.requireSystem(r)
	case r.table.Key() != "":
		c.report(r.pos, "table %s is not bound to @tenant_id%s", r.table.Name, lv.hint(r))
	case r.table.Name == "users":
		c.report(r.pos, "table users is read without a bound memberships row: join memberships m … ON %s.id = m.user_id", r.alias)
	case !slices.Contains(c.rules.Public, r.table.Name):
		c.report(r.pos, "table %s may be used in queries/%s only", r.table.Name, c.rules.SystemFile)
	}
}

func (c *checker) requireSystem(r *rel) {
	if !slices.Contains(c.rules.System, r.table.Name) {
		c.report(r.pos, "table %s may not be used in queries/%s: only %v", r.table.Name, c.rules.SystemFile, c.rules.System)
	}
}

// hint says what is probably missing when the key stands there without its table.
func (lv *level) hint(r *rel) string {
	bare := func(n *pg.Node) bool {
		names := columnNames(n.GetColumnRef())
		return len(names) == 1 && names[0] == r.table.Key()
	}
	for _, eq := range lv.equalities {
		if len(lv.scope.rels) > 1 && (bare(eq.left) || bare(eq.right)) {
			return ": several tables are in scope, write " + r.alias + "." + r.table.Key()
		}
	}
	return ""
}
