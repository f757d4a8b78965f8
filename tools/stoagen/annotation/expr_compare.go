package annotation

import "strings"

// compare reads the operator and the right side of a comparison: op literal, is [not] null, in (literal, …).
func (p *exprParser) compare(e *Expr) *Expr {
	op := p.take()
	e.Operator = op.text
	switch {
	case op.word("is"):
		e.Operator = "is"
		if p.peek().word("not") {
			p.take()
			e.Operator = "is not"
		}
		t := p.take()
		if !t.word("null") {
			p.fail(t, "is and is not are for null alone")
			return nil
		}
		e.Literals = []Literal{{Kind: Null, Text: "null", Pos: p.src.Pos(t.start)}}
		return e
	case op.word("in"):
		e.Operator = "in"
		return p.in(e)
	case op.text == "!=":
		e.Operator = "<>"
	}
	l, ok := p.literal()
	if !ok {
		return nil
	}
	if l.Kind == Null {
		p.problems.Add(l.Pos, "nothing equals null: write %s is null or %s is not null", e.Column, e.Column)
		return nil
	}
	e.Literals = []Literal{l}
	return e
}

func (p *exprParser) in(e *Expr) *Expr {
	if t := p.take(); !t.is("(") {
		p.fail(t, "in must be followed by values in parentheses: in ('a', 'b')")
		return nil
	}
	for {
		l, ok := p.literal()
		if !ok {
			return nil
		}
		if l.Kind == Null {
			p.problems.Add(l.Pos, "null is in no list: write %s is null", e.Column)
			return nil
		}
		e.Literals = append(e.Literals, l)
		switch t := p.take(); {
		case t.is(")"):
			return e
		case !t.is(","):
			p.fail(t, "%s stands where a comma or ) belongs", t.name())
			return nil
		}
	}
}

func (p *exprParser) literal() (Literal, bool) {
	t := p.take()
	l := Literal{Text: t.text, Pos: p.src.Pos(t.start)}
	switch {
	case t.kind == kindSQL, t.kind == kindString:
		l.Kind = Text
	case t.kind == kindNumber:
		l.Kind = Number
	case t.is("-") && p.peek().kind == kindNumber:
		l.Kind, l.Text = Number, "-"+p.take().text
	case t.word("true"), t.word("false"):
		l.Kind, l.Text = Bool, strings.ToLower(t.text)
	case t.word("null"):
		l.Kind = Null
	case t.is(":") && p.peek().word("me"):
		p.take()
		l.Kind, l.Text = Me, "me"
	default:
		p.fail(t, "%s is no value: 'text', a number, true, false or :me", t.name())
		return l, false
	}
	if l.Kind == Number && !validNumber(l.Text) {
		p.fail(t, "%s is no number", l.Text)
		return l, false
	}
	return l, true
}
