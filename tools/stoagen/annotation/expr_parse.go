package annotation

import "slices"

// Roles lists the roles, highest first; who has one has all that follow it.
var Roles = []string{"owner", "admin", "member"}

// maxDepth bounds nesting, so that no input exhausts the stack.
const maxDepth = 50

// exprParser reads an expression; rowOnly refuses what asks who is asking: roles, owner, parent, public, in.
type exprParser struct {
	parser
	rowOnly bool
	depth   int
}

// whole reads all tokens as one expression, or notes a problem and returns nil.
func (p *exprParser) whole() *Expr {
	e := p.list(Or, func() *Expr { return p.list(And, p.term) })
	if t := p.peek(); e != nil && t.kind != kindEnd {
		p.fail(t, "%s stands where and, or, or the end of the condition belongs", t.name())
		return nil
	}
	return e
}

// list reads item {op item}; one item stands for itself.
func (p *exprParser) list(op ExprOp, item func() *Expr) *Expr {
	list := &Expr{Op: op, Pos: p.src.Pos(p.peek().start)}
	for {
		e := item()
		if e == nil {
			return nil
		}
		list.Args = append(list.Args, e)
		if !p.peek().word(string(op)) {
			break
		}
		p.take()
	}
	if len(list.Args) == 1 {
		return list.Args[0]
	}
	return list
}

func (p *exprParser) term() *Expr {
	t := p.take()
	e := &Expr{Pos: p.src.Pos(t.start)}
	switch {
	case t.kind != kindIdent:
		p.fail(t, "%s stands where a condition belongs%s", t.name(), parenHint(t))
		return nil
	case t.word("not"):
		return p.not(e)
	case t.word("in") && p.peek().kind == kindIdent && !p.rowOnly:
		e.Op, e.Table = In, p.take().text
		return e
	case p.peek().kind == kindOp, p.peek().word("is"), p.peek().word("in"):
		e.Op, e.Column = Compare, t.text
		return p.compare(e)
	case p.rowOnly:
		p.fail(t, "%s is no condition on a row: write %s = value", t.text, t.text)
		return nil
	default:
		return p.who(e, t)
	}
}

func parenHint(t token) string {
	if t.is("(") {
		return ": parentheses only follow not and in"
	}
	return ""
}

// who reads a role, owner, parent or public.
func (p *exprParser) who(e *Expr, t token) *Expr {
	switch {
	case t.text == "role" && p.peek().is("."):
		p.take()
		if t = p.take(); t.kind != kindIdent || !slices.Contains(Roles, t.text) {
			p.fail(t, "%s is no role: owner, admin, member", t.name())
			return nil
		}
		e.Op, e.Role = Role, t.text
	case t.text == "admin", t.text == "member":
		e.Op, e.Role = Role, t.text
	case t.text == "owner", t.text == "parent", t.text == "public":
		e.Op = ExprOp(t.text)
	default:
		p.fail(t, "%s is neither a role nor a comparison: admin, member, role.owner, owner, parent, public, in table, column = value, not(…)", t.text)
		return nil
	}
	return e
}

func (p *exprParser) not(e *Expr) *Expr {
	if open := p.take(); !open.is("(") {
		p.fail(open, "not must be followed by a condition in parentheses: not(…)")
		return nil
	}
	if p.depth++; p.depth > maxDepth {
		p.fail(p.peek(), "conditions are nested more than %d deep", maxDepth)
		return nil
	}
	inner := p.list(Or, func() *Expr { return p.list(And, p.term) })
	p.depth--
	if inner == nil {
		return nil
	}
	if t := p.take(); !t.is(")") {
		p.fail(t, "%s stands where ) belongs", t.name())
		return nil
	}
	e.Op, e.Args = Not, []*Expr{inner}
	return e
}
