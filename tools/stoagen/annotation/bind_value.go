package annotation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stoa/tools/stoagen/diag"
)

// value reads the tokens of an argument as the kind of its parameter.
func (b *binder) value(p *Param, tokens []token) (Value, bool) {
	pos := b.raw.src.Pos(tokens[0].start)
	var v Value
	var ok bool
	switch p.Kind {
	case Allow, Row, RefRow:
		v, ok = b.expr(p, tokens)
	case Words, Columns, Sort, Tables, Relations, Layout:
		v, ok = b.list(p, tokens, p.Kind == Layout)
	default:
		v, ok = b.scalar(p, tokens)
	}
	v.Pos = pos
	return v, ok
}

func (b *binder) scalar(p *Param, tokens []token) (Value, bool) {
	t := tokens[0]
	if len(tokens) == 1 {
		switch p.Kind {
		case String:
			return Value{Str: t.text}, b.want(p, t, t.kind == kindString)
		case Template, RefTemplate:
			return b.template(p, t)
		case Regexp:
			return b.regexp(p, t)
		case Boolean:
			return Value{Bool: t.word("true")}, b.want(p, t, t.word("true") || t.word("false"))
		case Word:
			return Value{Str: t.text}, b.word(p, t)
		case Name, ColumnName, TableName:
			return Value{Str: t.text}, b.want(p, t, t.kind == kindIdent)
		case Path:
			return Value{Str: t.text}, b.want(p, t, t.kind == kindIdent || t.kind == kindString)
		}
	}
	switch p.Kind {
	case Int:
		return b.int(p, tokens)
	case Literally, Preset:
		return b.literal(p, tokens)
	}
	b.fail(b.raw.src.Pos(tokens[1].start), "%s stands where a comma or ) belongs", tokens[1].name())
	return Value{}, false
}

// phrases say in messages what an argument must be.
var phrases = map[Kind]string{
	String: "a text in double quotes", Template: "a text in double quotes", RefTemplate: "a text in double quotes",
	Regexp: "a regular expression in double quotes", Int: "a whole number", Boolean: "true or false",
	Name: "a name", Path: "a name or a text in double quotes", ColumnName: "a column", TableName: "a table",
	Literally: "a text in double quotes, a number, true or false", Preset: "now, me, a text in double quotes, a number, true or false",
}

// want notes a mismatch unless ok.
func (b *binder) want(p *Param, t token, ok bool) bool {
	if !ok {
		b.fail(b.raw.src.Pos(t.start), "the %s of @%s must be %s, not %s", p.Name, b.raw.Name, phrases[p.Kind], t.name())
	}
	return ok
}

func (b *binder) word(p *Param, t token) bool {
	if t.kind == kindIdent && slices.Contains(p.Words, t.text) {
		return true
	}
	b.fail(b.raw.src.Pos(t.start), "@%s does not know %s%s", b.raw.Name, t.name(), diag.Hint(t.text, p.Words))
	return false
}

func (b *binder) int(p *Param, tokens []token) (Value, bool) {
	text := tokens[len(tokens)-1].text
	if len(tokens) == 2 && tokens[0].is("-") {
		text = "-" + text
	} else if len(tokens) > 1 {
		return Value{}, b.want(p, tokens[1], false)
	}
	n, err := strconv.Atoi(text)
	return Value{Int: n, Str: text}, b.want(p, tokens[0], err == nil)
}

func (b *binder) template(p *Param, t token) (Value, bool) {
	if !b.want(p, t, t.kind == kindString) {
		return Value{}, false
	}
	if strings.Contains(t.text, "{}") {
		b.fail(b.raw.src.Pos(t.start), "the braces in %s lack a column", t.name())
		return Value{}, false
	}
	rest := placeholder.ReplaceAllString(t.text, "")
	for _, c := range rest {
		if c == '{' || c == '}' {
			b.fail(b.raw.src.Pos(t.start), "the braces of %s do not match", t.name())
			return Value{}, false
		}
	}
	return Value{Str: t.text}, true
}

func (b *binder) regexp(p *Param, t token) (Value, bool) {
	if !b.want(p, t, t.kind == kindString) {
		return Value{}, false
	}
	if _, err := regexp.Compile(t.text); err != nil {
		b.fail(b.raw.src.Pos(t.start), "%s is no regular expression: %v", t.name(), err)
		return Value{}, false
	}
	return Value{Str: t.text}, true
}
