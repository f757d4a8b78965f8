package sqlcheck

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

func (c *checker) updateStmt(s *pg.UpdateStmt, e env) {
	lv := newLevel(c.with(s.WithClause, e))
	t := c.target(s.Relation)
	all := append(lv.add(t), c.from(lv, s.FromClause)...)
	c.close(lv, s.WhereClause, all)
	c.requireWritable(t)
	c.keepKey(t, s.TargetList)
	c.nested(s, lv, "with_clause")
}

func (c *checker) deleteStmt(s *pg.DeleteStmt, e env) {
	lv := newLevel(c.with(s.WithClause, e))
	t := c.target(s.Relation)
	all := append(lv.add(t), c.from(lv, s.UsingClause)...)
	c.close(lv, s.WhereClause, all)
	c.requireWritable(t)
	c.nested(s, lv, "with_clause")
}

func (c *checker) insertStmt(s *pg.InsertStmt, e env) {
	e = c.with(s.WithClause, e)
	t := c.target(s.Relation)
	var arms []arm
	if sel := s.SelectStmt.GetSelectStmt(); sel != nil {
		arms = c.selectStmt(sel, e)
	}
	lv := newLevel(e)
	lv.add(t)
	switch {
	case t.table == nil:
	case c.system:
		c.requireSystem(t)
	case t.table.Key() == "":
		c.requireWritable(t)
	default:
		t.bound = c.insertsTenant(s, t.table.Key(), arms)
		c.requireBound(t, lv)
	}
	c.onConflict(s.OnConflictClause, t, lv)
	c.nested(s, lv, "with_clause", "select_stmt")
}

// insertsTenant reports whether every row that is inserted has @tenant_id in the key column.
func (c *checker) insertsTenant(s *pg.InsertStmt, key string, arms []arm) bool {
	at := slices.IndexFunc(s.Cols, func(n *pg.Node) bool { return n.GetResTarget().GetName() == key })
	if at < 0 || len(arms) == 0 {
		return false
	}
	for _, a := range arms {
		rows := [][]*pg.Node{a.stmt.TargetList}
		if len(a.stmt.ValuesLists) > 0 {
			rows = rows[:0]
			for _, list := range a.stmt.ValuesLists {
				rows = append(rows, list.GetList().GetItems())
			}
		}
		for _, row := range rows {
			if !c.rowHasTenant(row, at, a.scope) {
				return false
			}
		}
	}
	return true
}

func (c *checker) rowHasTenant(row []*pg.Node, at int, s *scope) bool {
	if at >= len(row) {
		return false
	}
	for _, value := range row[:at] {
		if hasStar(value) { // a star before it moves the columns
			return false
		}
	}
	value := row[at]
	if target := value.GetResTarget(); target != nil {
		value = target.Val
	}
	return c.isTenant(s, value)
}

// onConflict: the row that is updated instead is the tenant's own when the conflict is on a key with the tenant in it,
// or when the WHERE says so.
func (c *checker) onConflict(on *pg.OnConflictClause, t *rel, lv *level) {
	if on == nil || on.Action != pg.OnConflictAction_ONCONFLICT_UPDATE || t.table == nil || t.table.Key() == "" || c.system {
		return
	}
	c.keepKey(t, on.TargetList)
	key := t.table.Key()
	if slices.ContainsFunc(on.Infer.GetIndexElems(), func(n *pg.Node) bool { return n.GetIndexElem().GetName() == key }) {
		return
	}
	existing := &rel{alias: t.alias, table: t.table, pos: t.pos}
	s := &scope{rels: []*rel{existing, {alias: "excluded"}}, outer: lv.env.outer}
	if on.WhereClause != nil {
		c.bind(s, conjuncts(on.WhereClause, s.rels, nil))
	}
	if !existing.bound {
		c.report(t.pos, "ON CONFLICT may update another tenant's row of %s: put %s into the conflict columns or the WHERE", t.table.Name, key)
	}
}

// keepKey refuses to hand a row to another tenant.
func (c *checker) keepKey(t *rel, sets []*pg.Node) {
	if t.table == nil || c.system || t.table.Key() == "" {
		return
	}
	for _, node := range sets {
		set := node.GetResTarget()
		if set.GetName() == t.table.Key() && !c.isTenantParam(set.Val) {
			c.report(int(set.Location), "table %s: %s is never changed", t.table.Name, set.Name)
		}
	}
}

// requireWritable refuses writes to global tables outside the system file.
func (c *checker) requireWritable(t *rel) {
	if t.table != nil && !c.system && t.table.Key() == "" {
		c.report(t.pos, "table %s may be written in queries/%s only", t.table.Name, c.rules.SystemFile)
	}
}
