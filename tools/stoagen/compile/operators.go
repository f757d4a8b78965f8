package compile

import (
	"regexp"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/model"
)

// mirrored are the operators with their sides exchanged.
var mirrored = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>"}

// operator reads left op right.
func (r *reader) operator(e *pg.A_Expr) bool {
	op := lastName(e.Name)
	switch e.Kind {
	case pg.A_Expr_Kind_AEXPR_OP:
		if _, ok := constant(e.Lexpr); ok && mirrored[op] != "" {
			return r.compare(e.Rexpr, mirrored[op], e.Lexpr)
		}
		return r.compare(e.Lexpr, op, e.Rexpr)
	case pg.A_Expr_Kind_AEXPR_BETWEEN:
		bounds := e.Rexpr.GetList().GetItems()
		if len(bounds) != 2 {
			return false
		}
		low := r.compare(e.Lexpr, ">=", bounds[0])
		return r.compare(e.Lexpr, "<=", bounds[1]) && low
	case pg.A_Expr_Kind_AEXPR_IN:
		return op == "=" && r.in(e.Lexpr, e.Rexpr.GetList().GetItems())
	case pg.A_Expr_Kind_AEXPR_OP_ANY:
		return op == "=" && r.in(e.Lexpr, uncast(e.Rexpr).GetAArrayExpr().GetElements())
	}
	return false
}

func (r *reader) in(left *pg.Node, items []*pg.Node) bool {
	column := r.column(left)
	if column == "" || len(items) == 0 {
		return false
	}
	rule := model.Rule{Kind: model.In, Column: column}
	for _, item := range items {
		text, ok := constant(item)
		if !ok {
			return false
		}
		rule.Values = append(rule.Values, text)
	}
	return r.add(rule)
}

// compare reads a comparison whose right side is a constant, or the same column through lower or btrim.
func (r *reader) compare(left *pg.Node, op string, right *pg.Node) bool {
	text, isConstant := constant(right)
	column := r.column(left)
	switch {
	case column != "" && !isConstant:
		return op == "=" && r.normal(column, right)
	case !isConstant:
		return op == "=" && r.column(right) != "" && r.normal(r.column(right), left)
	case column != "":
		return r.value(column, op, text)
	default:
		return r.measure(left, op, text)
	}
}

// normal reads x = lower(x) and x = btrim(x).
func (r *reader) normal(column string, expr *pg.Node) bool {
	call := uncast(expr).GetFuncCall()
	if call == nil || len(call.Args) != 1 || r.column(call.Args[0]) != column {
		return false
	}
	switch lastName(call.Funcname) {
	case "lower":
		return r.add(model.Rule{Kind: model.Lower, Column: column})
	case "btrim":
		return r.add(model.Rule{Kind: model.Trimmed, Column: column})
	}
	return false
}

// value reads column op constant.
func (r *reader) value(column, op, text string) bool {
	t := r.types[column]
	if t.Array {
		return false
	}
	switch {
	case op == "=":
		return r.add(model.Rule{Kind: model.In, Column: column, Values: []string{text}})
	case op == "<>" && text == "" && t.Base == model.Text:
		return r.add(model.Rule{Kind: model.MinLength, Column: column, Number: "1"})
	case op == "~" && t.Base == model.Text:
		return r.pattern(column, text)
	case ordered(t.Base):
		return r.bound(column, op, text, model.Minimum, model.Maximum, t.Base == model.Integer)
	}
	return false
}

func ordered(b model.Base) bool {
	return b == model.Integer || b == model.Decimal || b == model.Float || b == model.Date || b == model.Time || b == model.Timestamp
}

// pattern takes a regular expression that means the same to PostgreSQL, Go and a browser: anchored at both ends and
// without what only one of them knows.
func (r *reader) pattern(column, text string) bool {
	if len(text) < 2 || text[0] != '^' || text[len(text)-1] != '$' || !portable.MatchString(text) {
		return false
	}
	if _, err := regexp.Compile(text); err != nil {
		return false
	}
	return r.add(model.Rule{Kind: model.Match, Column: column, Values: []string{text[1 : len(text)-1]}})
}

// portable refuses backslashes but before punctuation and d, w, s; and the start of a group with options.
var portable = regexp.MustCompile(`^(?:[^\\(]|\\[-.^$*+?()\[\]{}|/\\dws]|\((?:\?:|[^?]))*$`)
