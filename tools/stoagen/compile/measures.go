package compile

import (
	"math/big"
	"strconv"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/model"
)

// measures are the functions whose result a CHECK bounds.
var measures = map[string]struct{ min, max model.RuleKind }{
	"char_length":      {model.MinLength, model.MaxLength},
	"character_length": {model.MinLength, model.MaxLength},
	"length":           {model.MinLength, model.MaxLength},
	"octet_length":     {model.MinBytes, model.MaxBytes},
	"cardinality":      {model.MinItems, model.MaxItems},
	"array_length":     {model.MinItems, model.MaxItems},
}

// measure reads f(column) op constant.
func (r *reader) measure(left *pg.Node, op, text string) bool {
	call := uncast(left).GetFuncCall()
	if call == nil || len(call.Args) == 0 {
		return false
	}
	name := lastName(call.Funcname)
	if column := r.column(call.Args[0]); column != "" && name != "btrim" {
		if name == "jsonb_typeof" && op == "=" {
			return r.add(model.Rule{Kind: model.JSONType, Column: column, Values: []string{text}})
		}
		m, ok := measures[name]
		return ok && r.measurable(name, column) && r.bound(column, op, text, m.min, m.max, true)
	}
	r.trimmed(call, name, op, text)
	return false
}

func (r *reader) measurable(function, column string) bool {
	t := r.types[column]
	if function == "cardinality" || function == "array_length" {
		return t.Array
	}
	return !t.Array && (t.Base == model.Text || function == "octet_length")
}

// trimmed reads the lower bound in char_length(btrim(x)) >= n and btrim(x) <> ”: it holds for x as well, but does not
// say it all.
func (r *reader) trimmed(call *pg.FuncCall, name, op, text string) {
	inner := &reader{types: r.types}
	if name == "btrim" && op == "<>" && text == "" && r.column(call.Args[0]) != "" {
		r.add(model.Rule{Kind: model.MinLength, Column: r.column(call.Args[0]), Number: "1"})
		return
	}
	trim := uncast(call.Args[0]).GetFuncCall()
	if trim == nil || lastName(trim.Funcname) != "btrim" || len(trim.Args) != 1 || measures[name].min != model.MinLength {
		return
	}
	if column := r.column(trim.Args[0]); column != "" && inner.bound(column, op, text, model.MinLength, model.MaxLength, true) {
		for _, rule := range inner.rules {
			if rule.Kind == model.MinLength {
				r.add(rule)
			}
		}
	}
}

// bound adds one or two limits. Of whole numbers a strict limit is moved by one.
func (r *reader) bound(column, op, text string, low, high model.RuleKind, whole bool) bool {
	number := text
	if n, ok := new(big.Int).SetString(text, 10); ok && whole && (op == "<" || op == ">") {
		step := int64(1)
		if op == "<" {
			step = -1
		}
		number, op = n.Add(n, big.NewInt(step)).String(), op+"="
	}
	rule := model.Rule{Column: column, Number: number}
	switch op {
	case ">", ">=":
		rule.Kind, rule.Exclusive = low, op == ">"
		return r.add(rule)
	case "<", "<=":
		rule.Kind, rule.Exclusive = high, op == "<"
		return r.add(rule)
	case "=":
		return r.add(model.Rule{Kind: low, Column: column, Number: number}) &&
			r.add(model.Rule{Kind: high, Column: column, Number: number})
	}
	return false
}

// constant is the value of a literal, casts and arithmetic on whole numbers included.
func constant(expr *pg.Node) (string, bool) {
	expr = uncast(expr)
	if c := expr.GetAConst(); c != nil {
		return literal(c)
	}
	e := expr.GetAExpr()
	if e == nil || e.Kind != pg.A_Expr_Kind_AEXPR_OP {
		return "", false
	}
	right, ok := constant(e.Rexpr)
	if !ok {
		return "", false
	}
	if e.Lexpr == nil {
		_, err := strconv.ParseFloat(right, 64)
		return "-" + right, lastName(e.Name) == "-" && err == nil
	}
	left, ok := constant(e.Lexpr)
	a, okA := new(big.Int).SetString(left, 10)
	b, okB := new(big.Int).SetString(right, 10)
	if !ok || !okA || !okB {
		return "", false
	}
	switch lastName(e.Name) {
	case "*":
		return a.Mul(a, b).String(), true
	case "+":
		return a.Add(a, b).String(), true
	case "-":
		return a.Sub(a, b).String(), true
	}
	return "", false
}

func literal(c *pg.A_Const) (string, bool) {
	switch v := c.Val.(type) {
	case *pg.A_Const_Ival:
		return strconv.Itoa(int(v.Ival.Ival)), true
	case *pg.A_Const_Fval:
		return v.Fval.Fval, true
	case *pg.A_Const_Boolval:
		return strconv.FormatBool(v.Boolval.Boolval), true
	case *pg.A_Const_Sval:
		return v.Sval.Sval, true
	}
	return "", false
}
