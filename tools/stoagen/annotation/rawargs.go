package annotation

// arguments reads "(" [arg {"," arg}] ")" into raw and returns the closing parenthesis.
func (p *parser) arguments(raw *Raw) (token, bool) {
	open := p.take()
	if p.peek().is(")") {
		return p.take(), true
	}
	for {
		if !p.argument(raw) {
			return token{}, false
		}
		switch t := p.take(); {
		case t.is(")"):
			return t, true
		case t.is(","):
		case t.kind == kindEnd:
			p.fail(open, "@%s( is not closed", raw.Name)
			return token{}, false
		default:
			p.fail(t, "%s stands where a comma or ) belongs", t.name())
			return token{}, false
		}
	}
}

// argument takes an optional key and then all tokens up to a comma or parenthesis that is not inside brackets.
func (p *parser) argument(raw *Raw) bool {
	arg := rawArg{start: p.peek().start}
	if first := p.peek(); (first.kind == kindIdent || first.kind == kindString) && p.i+1 < len(p.tokens) && p.tokens[p.i+1].is(":") {
		arg.key = first.text
		p.i += 2
	}
	depth := 0
	for {
		t := p.peek()
		switch {
		case t.kind == kindBad:
			return false
		case t.kind == kindEnd, t.is("@"), depth == 0 && (t.is(",") || t.is(")")):
			if len(arg.tokens) == 0 {
				p.fail(t, "a value is missing before %s", t.name())
				return false
			}
			raw.args = append(raw.args, arg)
			return true
		case t.is("("), t.is("["):
			depth++
		case t.is(")"), t.is("]"):
			depth--
		}
		arg.tokens = append(arg.tokens, p.take())
	}
}
