package emit

import (
	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// rule is who may, as package resource says it.
type rule struct {
	role  string // the lowest; "" for none
	owner bool
	via   *model.ForeignKey // owner is the one of the row that this key points to
	of    *model.Table      // the table whose @owner counts
}

var ranks = map[string]int{"member": 1, "admin": 2, "owner": 3}

// ruleOf reads a condition of roles and owner, the only ones that pages can show buttons by; ok is false for others.
func ruleOf(t *model.Table, e *annotation.Expr, op func(*model.Access) *annotation.Expr) (r rule, ok bool) {
	switch e.Op {
	case annotation.Or:
		for _, arg := range e.Args {
			one, ok := ruleOf(t, arg, op)
			if !ok || one.owner && r.owner && one.of != r.of {
				return r, false
			}
			if one.role != "" && (r.role == "" || ranks[one.role] < ranks[r.role]) {
				r.role = one.role
			}
			if one.owner {
				r.owner, r.via, r.of = true, one.via, one.of
			}
		}
		return r, true
	case annotation.Role:
		return rule{role: e.Role}, true
	case annotation.Owner:
		return rule{owner: true, of: t}, t.Owner != nil
	case annotation.Parent:
		return parentRule(t, op)
	}
	return r, false
}

// parentRule is the parent's rule, seen from the child.
func parentRule(t *model.Table, op func(*model.Access) *annotation.Expr) (rule, bool) {
	if t.Resource == nil || t.Resource.ParentKey == nil || t.Resource.ParentKey.Target.Access == nil {
		return rule{}, false
	}
	key := t.Resource.ParentKey
	r, ok := ruleOf(key.Target, op(key.Target.Access), op)
	if r.owner {
		if r.via != nil { // a parent's parent would need a join for each step
			return r, false
		}
		r.via = key
	}
	return r, ok
}

// condition restricts a query to the rows that the rule lets its asker reach; "" for a rule of roles alone.
func (r rule) condition(t *table) string {
	switch {
	case !r.owner:
		return ""
	case r.via == nil:
		return "(@all_rows::boolean OR " + t.col(t.Owner.Name) + " = @me::uuid)"
	}
	return "(@all_rows::boolean OR EXISTS (SELECT FROM " + ident(r.of.Name) + " AS p WHERE p.tenant_id = @tenant_id" +
		" AND p." + ident(r.via.RefColumn()) + " = " + t.col(r.via.Column()) + " AND p." + ident(r.of.Owner.Name) + " = @me::uuid))"
}

// literal is the rule in Go.
func (r rule) literal() string {
	switch {
	case r.role != "" && r.owner:
		return "resource.Rule{Role: " + quote(r.role) + ", Owner: true}"
	case r.owner:
		return "resource.Rule{Owner: true}"
	}
	return "resource.Rule{Role: " + quote(r.role) + "}"
}
