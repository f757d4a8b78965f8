package annotation

import "strconv"

// list reads [item, …]; nested says that the items are lists themselves.
func (b *binder) list(p *Param, tokens []token, nested bool) (Value, bool) {
	last := len(tokens) - 1
	if !tokens[0].is("[") || !tokens[last].is("]") || last == 0 {
		b.fail(b.raw.src.Pos(tokens[0].start), "the %s of @%s must be a list in brackets, not %s", p.Name, b.raw.Name, tokens[0].name())
		return Value{}, false
	}
	var v Value
	seen := map[string]bool{}
	for _, item := range split(tokens[1:last]) {
		if len(item) == 0 {
			b.fail(b.raw.src.Pos(tokens[0].start), "the list of @%s has an empty place", b.raw.Name)
			return Value{}, false
		}
		one, ok := b.item(p, item, nested)
		if !ok {
			return Value{}, false
		}
		if !nested && seen[one.Str] {
			b.fail(one.Pos, "@%s has %s twice", b.raw.Name, one.Str)
			return Value{}, false
		}
		seen[one.Str] = true
		v.List = append(v.List, one)
	}
	if len(v.List) == 0 {
		b.fail(b.raw.src.Pos(tokens[0].start), "the list of @%s is empty: leave it out instead", b.raw.Name)
		return Value{}, false
	}
	return v, true
}

func (b *binder) item(p *Param, tokens []token, nested bool) (Value, bool) {
	v := Value{Pos: b.raw.src.Pos(tokens[0].start)}
	if nested {
		inner, ok := b.list(p, tokens, false)
		inner.Pos = v.Pos
		return inner, ok
	}
	if p.Kind == Sort && len(tokens) == 2 && tokens[0].is("-") {
		v.Down, tokens = true, tokens[1:]
	}
	if len(tokens) > 1 || tokens[0].kind != kindIdent {
		b.fail(v.Pos, "%s stands where a name belongs in the list of @%s", tokens[len(tokens)-1].name(), b.raw.Name)
		return v, false
	}
	v.Str = tokens[0].text
	return v, p.Kind != Words || b.word(p, tokens[0])
}

// split cuts at the commas that are not inside brackets or parentheses.
func split(tokens []token) [][]token {
	if len(tokens) == 0 {
		return nil
	}
	items, depth, start := [][]token(nil), 0, 0
	for i, t := range tokens {
		switch {
		case t.is("["), t.is("("):
			depth++
		case t.is("]"), t.is(")"):
			depth--
		case t.is(",") && depth == 0:
			items, start = append(items, tokens[start:i]), i+1
		}
	}
	return append(items, tokens[start:])
}

// expr reads a condition, bare, in backquotes or in double quotes.
func (b *binder) expr(p *Param, tokens []token) (Value, bool) {
	end := tokens[len(tokens)-1].end
	if t := tokens[0]; len(tokens) == 1 && (t.kind == kindQuoted || t.kind == kindString) {
		tokens, end = lex(b.raw.src, t.text, t.start+1, b.problems), t.end-1
	}
	inner := parser{src: b.raw.src, tokens: tokens, end: end, problems: b.problems}
	e := (&exprParser{parser: inner, rowOnly: p.Kind != Allow}).whole()
	b.failed = b.failed || e == nil
	return Value{Expr: e}, e != nil
}

// literal reads text, a number, true or false, and for Preset also one of the parameter's words.
func (b *binder) literal(p *Param, tokens []token) (Value, bool) {
	t := tokens[0]
	if p.Kind == Preset && len(tokens) == 1 && t.kind == kindIdent && !t.word("true") && !t.word("false") {
		return Value{Str: t.text}, b.word(p, t)
	}
	inner := parser{src: b.raw.src, tokens: tokens, end: tokens[len(tokens)-1].end, problems: b.problems}
	e := &exprParser{parser: inner}
	l, ok := e.literal()
	if ok && (e.peek().kind != kindEnd || l.Kind == Null || l.Kind == Me) {
		return Value{}, b.want(p, t, false)
	}
	b.failed = b.failed || !ok
	return Value{Str: l.Text, Lit: l}, ok
}

// validNumber reports whether text is a decimal number.
func validNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}
