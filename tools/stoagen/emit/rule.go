package emit

import (
	"slices"
	"strconv"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// rule is who may: by role alone with every row, or with those rows for which the condition holds.
type rule struct {
	role string // the lowest that may with every row; "" for none
	some string // the lowest that may with some rows; "" for none
	cond string // which, in SQL of the parameters me and role_rank; "" for a rule of roles alone
	mark string // the output that says so of a row: may_update; "" for none
}

var roles = []string{"", "member", "admin", "owner"}

func rank(role string) int { return slices.Index(roles, role) }

// nobody is the rank that no role has.
const nobody = 4

// Parameters by which conditions know who asks.
const (
	askerRank = "@role_rank::int"
	askerID   = "@me::uuid"
)

// asked is a condition on the way to SQL: of which table, for which of its operations.
type asked struct {
	table *model.Table
	op    string
	depth int // parents above the row
}

// ruleOf compiles a condition on the columns behind prefix. The tables' own checks have seen to it that it is sound.
func ruleOf(t *model.Table, op, prefix string) rule {
	return ruleFrom(accessFor(t, op), asked{table: t, op: op}, prefix)
}

func ruleFrom(e *annotation.Expr, a asked, prefix string) rule {
	r := rule{role: roleAt(a.floor(e, false)), some: roleAt(a.floor(e, true))}
	if r.role == r.some {
		r.some = ""
		return r
	}
	r.cond = a.sql(e, prefix)
	return r
}

func roleAt(n int) string {
	if n == nobody {
		return ""
	}
	return roles[n]
}

// accessFor is who may do op with rows of the table.
func accessFor(t *model.Table, op string) *annotation.Expr {
	switch op {
	case "read":
		return t.Access.Read.Value
	case "create":
		return t.Access.Create.Value
	case "update":
		return t.Access.Update.Value
	}
	return t.Access.Delete.Value
}

// parent is the condition of the row's parent: to add a child one must be allowed to change the parent.
func (a asked) parent() (*annotation.Expr, asked) {
	up := asked{table: a.table.Resource.ParentKey.Target, op: a.op, depth: a.depth + 1}
	if up.op == "create" {
		up.op = "update"
	}
	if up.table.Access == nil { // seen by all of the tenant, changed by the program alone
		role := map[bool]string{true: "member", false: ""}[up.op == "read"]
		return &annotation.Expr{Op: annotation.Role, Role: role}, up
	}
	return accessFor(up.table, up.op), up
}

// floor is the lowest rank for which the condition holds for every row; with some, for which it may hold for one.
func (a asked) floor(e *annotation.Expr, some bool) int {
	switch e.Op {
	case annotation.Or:
		n := nobody
		for _, arg := range e.Args {
			n = min(n, a.floor(arg, some))
		}
		return n
	case annotation.And:
		n := 1
		for _, arg := range e.Args {
			n = max(n, a.floor(arg, some))
		}
		return n
	case annotation.Role:
		if n := rank(e.Role); n > 0 {
			return n
		}
		return nobody
	case annotation.Public:
		return 1
	case annotation.Parent:
		up, of := a.parent()
		return of.floor(up, some)
	}
	if some { // of the row: owner, a comparison, not(…)
		return 1
	}
	return nobody
}

// sql is the condition in SQL; "" is always true.
func (a asked) sql(e *annotation.Expr, prefix string) string {
	switch e.Op {
	case annotation.Or, annotation.And:
		return a.joined(e, prefix)
	case annotation.Not:
		return "NOT (" + a.sql(e.Args[0], prefix) + ")"
	case annotation.Role:
		switch n := rank(e.Role); n {
		case 1:
			return ""
		case 2, 3:
			return askerRank + " >= " + strconv.Itoa(n)
		}
		return "false"
	case annotation.Public:
		return ""
	case annotation.Owner:
		return prefix + ident(a.table.Owner.Name) + " = " + askerID
	case annotation.In:
		return a.inSQL(e.Table, prefix)
	case annotation.Parent:
		return a.parentSQL(prefix + ident(a.table.Resource.ParentKey.Column()))
	}
	return compare(e, prefix+ident(e.Column))
}

// parentSQL is what holds for the parent that key, a column or a parameter, points to.
func (a asked) parentSQL(key string) string {
	up, of := a.parent()
	ref := a.table.Resource.ParentKey
	alias := "p" + strings.Repeat("p", a.depth)
	inner := of.sql(up, alias+".")
	if of.floor(up, false) == of.floor(up, true) { // roles alone
		return inner
	}
	return "EXISTS (SELECT FROM " + ident(ref.Target.Name) + " AS " + alias + " WHERE " + alias + ".tenant_id = @tenant_id AND " +
		alias + "." + ident(ref.RefColumn()) + " = " + key + " AND " + inner + ")"
}

// inSQL asks whether a row of another table, which belongs to this one, is the member's. Those are read once, as an array: the
// key's index then finds what they name beside what another index finds.
func (a asked) inSQL(name, prefix string) string {
	key := a.table.ReferrerFrom(name)
	inUse := ""
	if d := key.Table.Facts.SoftDelete; d.Known() { // what lies in the trash lets nobody in
		inUse = " AND n." + ident(d.Value) + " IS NULL"
	}
	return prefix + ident(a.table.Key.Name) + " = ANY (ARRAY(SELECT n." + ident(key.Column()) + " FROM " + ident(name) + " AS n WHERE n.tenant_id = @tenant_id AND n." +
		ident(key.Table.Owner.Name) + " = " + askerID + inUse + "))"
}

// joined is an and or an or. What reads the role stands first: parameters must have one order in all queries.
func (a asked) joined(e *annotation.Expr, prefix string) string {
	var parts []string
	for _, arg := range e.Args {
		part := a.sql(arg, prefix)
		switch {
		case part != "":
			parts = append(parts, part)
		case e.Op == annotation.Or:
			return ""
		}
	}
	return both(string(e.Op), parts...)
}

func both(op string, parts ...string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	slices.SortStableFunc(parts, func(x, y string) int { return boolToInt(reads(y, askerRank)) - boolToInt(reads(x, askerRank)) })
	parts = slices.Compact(parts)
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return "(" + strings.Join(parts, " "+strings.ToUpper(op)+" ") + ")"
}

func reads(sql, param string) bool { return strings.Contains(sql, param) }

// asker are the parameters by which a query knows who asks, from a scope or a query of package resource.
func asker(sql, from string) []string {
	var parts []string
	if reads(sql, askerRank) {
		parts = append(parts, "RoleRank: "+from+".Rank()")
	}
	if reads(sql, askerID) {
		parts = append(parts, "Me: "+from+".User")
	}
	return parts
}

// askerKind is the beginning of the helpers' names for queries that read so much of who asks.
func askerKind(sql string) string {
	switch rank, me := reads(sql, askerRank), reads(sql, askerID); {
	case rank && me:
		return "own"
	case rank:
		return "rank"
	case me:
		return "me"
	}
	return ""
}

// literal is the rule in Go.
func (r rule) literal() string {
	var parts []string
	return "resource.Rule{" + strings.Join(texts(parts, "Role", r.role, "Some", r.some, "Mark", r.mark), ", ") + "}"
}

// asks reports whether the condition has a part of that kind: the row's parent, say.
func asks(e *annotation.Expr, kind annotation.ExprOp) (found bool) {
	e.Walk(func(x *annotation.Expr) { found = found || x.Op == kind })
	return found
}
