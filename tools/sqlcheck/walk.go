package sqlcheck

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// walk visits m and all below it in the order of their fields; visit returns false to stay out of what it was given.
func walk(m protoreflect.Message, visit func(proto.Message) bool) {
	if visit(m.Interface()) {
		walkFields(m, nil, visit)
	}
}

func walkFields(m protoreflect.Message, skip []string, visit func(proto.Message) bool) {
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		if field.Kind() != protoreflect.MessageKind || !m.Has(field) || slices.Contains(skip, string(field.Name())) {
			continue
		}
		value := m.Get(field)
		if !field.IsList() {
			walk(value.Message(), visit)
			continue
		}
		for k := range value.List().Len() {
			walk(value.List().Get(k).Message(), visit)
		}
	}
}

// nested checks the subqueries in the expressions of a statement: each is a level inside lv.
// Subqueries in FROM are not among them, nor is what skip names.
func (c *checker) nested(stmt proto.Message, lv *level, skip ...string) {
	walkFields(stmt.ProtoReflect(), skip, func(m proto.Message) bool {
		switch n := m.(type) {
		case *pg.RangeSubselect:
			return false
		case *pg.SelectStmt:
			c.selectStmt(n, lv.env.inside(lv.scope))
			return false
		}
		return true
	})
}

// lint refuses what is legal SQL and goes wrong in sqlc.
func (c *checker) lint(stmt *pg.Node) {
	walk(stmt.ProtoReflect(), func(m proto.Message) bool {
		if ref, ok := m.(*pg.ColumnRef); ok && isStar(ref) {
			c.report(int(ref.Location), "write the columns instead of *: a new column must not change what is read")
		}
		return true
	})
}

// refuseUnseen reports tables in places that the check does not look at, so that nothing passes by not being seen.
func (c *checker) refuseUnseen(stmt *pg.Node) {
	walk(stmt.ProtoReflect(), func(m proto.Message) bool {
		switch n := m.(type) {
		case *pg.LockingClause: // names entries of FROM
			return false
		case *pg.MergeStmt: // refused as a whole
			return false
		case *pg.RangeVar:
			if !c.seen[n] {
				c.report(int(n.Location), "table %s stands where the check cannot follow", n.Relname)
			}
		}
		return true
	})
}

func isStar(ref *pg.ColumnRef) bool {
	return slices.ContainsFunc(ref.Fields, func(n *pg.Node) bool { return n.GetAStar() != nil })
}

func hasStar(node *pg.Node) bool {
	found := false
	walk(node.ProtoReflect(), func(m proto.Message) bool {
		switch m.(type) {
		case *pg.A_Star:
			found = true
		case *pg.SelectStmt:
			return false
		}
		return !found
	})
	return found
}
