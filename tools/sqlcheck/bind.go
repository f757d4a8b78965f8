package sqlcheck

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// equality is one conjunct left = right, and the entries that it restricts: an ON of an outer join says nothing about
// the side whose rows are all kept.
type equality struct {
	left, right *pg.Node
	restricts   []*rel
}

// conjuncts adds the equalities of a condition; OR, NOT and the rest restrict nothing for certain.
func conjuncts(expr *pg.Node, restricts []*rel, to []equality) []equality {
	if b := expr.GetBoolExpr(); b != nil && b.Boolop == pg.BoolExprType_AND_EXPR {
		for _, arg := range b.Args {
			to = conjuncts(arg, restricts, to)
		}
		return to
	}
	if e := expr.GetAExpr(); e != nil && e.Kind == pg.A_Expr_Kind_AEXPR_OP && e.Lexpr != nil && isEquals(e.Name) {
		to = append(to, equality{left: e.Lexpr, right: e.Rexpr, restricts: restricts})
	}
	return to
}

func isEquals(name []*pg.Node) bool {
	return len(name) == 1 && name[0].GetString_().GetSval() == "="
}

// bind marks the entries of s that the equalities bind, until nothing more follows from them.
func (c *checker) bind(s *scope, equalities []equality) {
	for changed := true; changed; {
		changed = false
		for _, eq := range equalities {
			if c.bindOne(s, eq.left, eq.right, eq.restricts) || c.bindOne(s, eq.right, eq.left, eq.restricts) {
				changed = true
			}
		}
	}
}

func (c *checker) bindOne(s *scope, target, source *pg.Node, restricts []*rel) bool {
	ref := target.GetColumnRef()
	if ref == nil {
		return false
	}
	r, column := s.resolve(ref)
	if r == nil || r.table == nil || r.bound || !slices.Contains(restricts, r) {
		return false
	}
	switch {
	case r.table.Key() != "":
		r.bound = column == r.table.Key() && c.isTenant(s, source)
	case r.table.Name == "users":
		r.bound = column == "id" && isMember(s, source)
	}
	return r.bound
}

// isTenant reports whether the value is @tenant_id, or the key of a row already bound to it.
func (c *checker) isTenant(s *scope, value *pg.Node) bool {
	if c.isTenantParam(value) {
		return true
	}
	ref := value.GetColumnRef()
	if ref == nil {
		return false
	}
	r, column := s.resolve(ref)
	return r != nil && r.table != nil && r.bound && r.table.Key() != "" && column == r.table.Key()
}

// isMember reports whether the value is the user_id of a bound memberships row: only a tenant's people are its to see.
func isMember(s *scope, value *pg.Node) bool {
	ref := value.GetColumnRef()
	if ref == nil {
		return false
	}
	r, column := s.resolve(ref)
	return r != nil && r.table != nil && r.bound && r.table.Name == "memberships" && column == "user_id"
}

func (c *checker) isTenantParam(value *pg.Node) bool {
	for value.GetTypeCast() != nil {
		value = value.GetTypeCast().Arg
	}
	ref := value.GetParamRef()
	if ref == nil {
		return false
	}
	p, ok := c.params[int(ref.Location)]
	return ok && p.name == "tenant_id" && !p.nullable
}
