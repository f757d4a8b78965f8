package annotation

import (
	"strings"

	"stoa/tools/stoagen/diag"
)

// ExprOp says what an Expr is.
type ExprOp string

// The kinds of expression.
const (
	Or      ExprOp = "or"      // Args, two or more
	And     ExprOp = "and"     // Args, two or more
	Not     ExprOp = "not"     // Args, one
	Role    ExprOp = "role"    // the member has Role or a higher one
	Owner   ExprOp = "owner"   // the member is who the row's @owner column names
	Parent  ExprOp = "parent"  // whatever holds for the row's parent
	Public  ExprOp = "public"  // anyone, not logged in included
	In      ExprOp = "in"      // the member is the @owner of a row of Table that points to the row
	Compare ExprOp = "compare" // Column Operator Literals
)

// Expr is a condition on a row, and in @allow also on who asks.
type Expr struct {
	Op       ExprOp
	Args     []*Expr
	Role     string // owner, admin or member
	Table    string
	Column   string
	Operator string // = <> < <= > >= is (null), is not (null), in
	Literals []Literal
	Pos      diag.Pos
}

// LiteralKind says what a Literal is.
type LiteralKind string

// The kinds of literal.
const (
	Text   LiteralKind = "text"
	Number LiteralKind = "number"
	Bool   LiteralKind = "bool"
	Null   LiteralKind = "null"
	Me     LiteralKind = "me" // :me, the id of the user who asks
)

// Literal is a constant in an expression; Text holds it without quotes.
type Literal struct {
	Kind LiteralKind
	Text string
	Pos  diag.Pos
}

// String is the literal as SQL writes it.
func (l Literal) String() string {
	switch l.Kind {
	case Text:
		return "'" + strings.ReplaceAll(l.Text, "'", "''") + "'"
	case Me:
		return ":me"
	default:
		return l.Text
	}
}

// String is the expression in one fixed spelling; it parses again to an equal expression.
func (e *Expr) String() string {
	switch e.Op {
	case Or, And:
		parts := make([]string, len(e.Args))
		for i, arg := range e.Args {
			parts[i] = arg.String()
		}
		return strings.Join(parts, " "+string(e.Op)+" ")
	case Not:
		return "not(" + e.Args[0].String() + ")"
	case Role:
		if e.Role == "owner" {
			return "role.owner"
		}
		return e.Role
	case In:
		return "in " + e.Table
	case Compare:
		return e.compareString()
	default:
		return string(e.Op)
	}
}

func (e *Expr) compareString() string {
	parts := make([]string, len(e.Literals))
	for i, l := range e.Literals {
		parts[i] = l.String()
	}
	value := strings.Join(parts, ", ")
	if e.Operator == "in" {
		value = "(" + value + ")"
	}
	return e.Column + " " + e.Operator + " " + value
}

// MarshalText makes an expression its String in JSON.
func (e *Expr) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// Walk visits e and all below it.
func (e *Expr) Walk(visit func(*Expr)) {
	visit(e)
	for _, arg := range e.Args {
		arg.Walk(visit)
	}
}
