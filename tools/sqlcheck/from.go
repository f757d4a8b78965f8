package sqlcheck

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// level collects what one query level reads and the conditions on it.
type level struct {
	env        env
	scope      *scope
	equalities []equality
	subqueries []*pg.RangeSubselect
}

func newLevel(e env) *level { return &level{env: e, scope: &scope{outer: e.outer}} }

// from adds FROM items and returns the entries they brought.
func (c *checker) from(lv *level, items []*pg.Node) []*rel {
	var added []*rel
	for _, item := range items {
		added = append(added, c.fromItem(lv, item)...)
	}
	return added
}

func (c *checker) fromItem(lv *level, item *pg.Node) []*rel {
	switch n := item.Node.(type) {
	case *pg.Node_RangeVar:
		return lv.add(c.relation(n.RangeVar, lv.env))
	case *pg.Node_RangeSubselect:
		lv.subqueries = append(lv.subqueries, n.RangeSubselect)
		return lv.add(&rel{alias: n.RangeSubselect.Alias.GetAliasname()})
	case *pg.Node_RangeFunction:
		return lv.add(&rel{alias: n.RangeFunction.Alias.GetAliasname()})
	case *pg.Node_RangeTableSample:
		return c.fromItem(lv, n.RangeTableSample.Relation)
	case *pg.Node_RangeTableFunc:
		return lv.add(&rel{alias: n.RangeTableFunc.Alias.GetAliasname()})
	case *pg.Node_JsonTable:
		return lv.add(&rel{alias: n.JsonTable.Alias.GetAliasname()})
	case *pg.Node_JoinExpr:
		return c.join(lv, n.JoinExpr)
	default:
		c.report(0, "a FROM item is of a kind that the check does not know")
		return nil
	}
}

func (lv *level) add(r *rel) []*rel {
	lv.scope.rels = append(lv.scope.rels, r)
	return []*rel{r}
}

// join adds both sides and what the ON restricts: both sides of an inner join, the nullable side of an outer one.
func (c *checker) join(lv *level, j *pg.JoinExpr) []*rel {
	left, right := c.fromItem(lv, j.Larg), c.fromItem(lv, j.Rarg)
	both := slices.Concat(left, right)
	if j.IsNatural {
		c.report(firstPos(both), "NATURAL JOIN hides what it compares: write the ON")
	}
	if len(j.UsingClause) > 0 {
		c.report(firstPos(both), "USING hides which tables it compares: write the ON")
	}
	if j.Alias != nil || j.JoinUsingAlias != nil {
		c.report(firstPos(both), "a join has an alias: name its tables instead")
	}
	if j.Quals == nil {
		return both
	}
	switch j.Jointype {
	case pg.JoinType_JOIN_INNER:
		lv.equalities = conjuncts(j.Quals, both, lv.equalities)
	case pg.JoinType_JOIN_LEFT:
		lv.equalities = conjuncts(j.Quals, right, lv.equalities)
	case pg.JoinType_JOIN_RIGHT:
		lv.equalities = conjuncts(j.Quals, left, lv.equalities)
	}
	return both
}

func firstPos(rels []*rel) int {
	for _, r := range rels {
		if r.pos > 0 {
			return r.pos
		}
	}
	return 0
}

// relation is the entry for a table or CTE named in FROM.
func (c *checker) relation(v *pg.RangeVar, e env) *rel {
	if v.Schemaname == "" && e.ctes[v.Relname] {
		c.seen[v] = true
		return &rel{alias: aliasOf(v), pos: int(v.Location)}
	}
	return c.target(v)
}

// target is the entry for a table that is certainly a table: what is written to never is a CTE.
func (c *checker) target(v *pg.RangeVar) *rel {
	c.seen[v] = true
	r := &rel{alias: aliasOf(v), pos: int(v.Location)}
	if r.table = c.schema[v.Relname]; r.table == nil || v.Schemaname != "" && v.Schemaname != "public" {
		r.table = nil
		c.report(r.pos, "table %s is not in schema/", v.Relname)
	}
	if len(v.Alias.GetColnames()) > 0 {
		c.report(r.pos, "table %s gets other column names: leave them as they are", v.Relname)
	}
	return r
}

func aliasOf(v *pg.RangeVar) string {
	if v.Alias != nil {
		return v.Alias.Aliasname
	}
	return v.Relname
}
