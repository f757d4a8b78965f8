package annotation

import (
	"strings"

	"stoa/tools/stoagen/diag"
)

// Raw is an annotation as written, before it is known what it stands on and so what its arguments mean.
type Raw struct {
	Name string
	Text string // as written, on one line
	Pos  diag.Pos
	args []rawArg
	src  *diag.Source
}

// rawArg is an argument: an optional key and the tokens of its value.
type rawArg struct {
	key    string
	start  int // offset of the key or, without one, of the value
	tokens []token
}

// Open reports whether text ends inside the parentheses of an annotation, so that the next comment line belongs to it.
func Open(text string) bool {
	depth := 0
	for _, t := range lex(diag.NewSource("", text), text, 0, &diag.List{}) {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		}
	}
	return depth > 0
}

// Parse reads the annotations in text, which begins at byte base of src: comment marks are already blanked.
// What it cannot read is noted in problems and left out.
func Parse(src *diag.Source, text string, base int, problems *diag.List) []*Raw {
	p := &parser{src: src, tokens: lex(src, text, base, problems), problems: problems, end: base + len(text)}
	var all []*Raw
	for p.peek().kind != kindEnd {
		if raw := p.annotation(); raw != nil {
			all = append(all, raw)
		} else {
			p.skip()
		}
	}
	return all
}

type parser struct {
	src      *diag.Source
	tokens   []token
	i        int
	end      int // offset behind the last token
	problems *diag.List
}

func (p *parser) peek() token {
	if p.i < len(p.tokens) {
		return p.tokens[p.i]
	}
	return token{kind: kindEnd, start: p.end, end: p.end}
}

func (p *parser) take() token {
	t := p.peek()
	if p.i < len(p.tokens) {
		p.i++
	}
	return t
}

func (p *parser) fail(t token, format string, args ...any) {
	if t.kind != kindBad { // of which a problem has been noted
		p.problems.Add(p.src.Pos(t.start), format, args...)
	}
}

// skip goes on to the next annotation.
func (p *parser) skip() {
	for p.peek().kind != kindEnd && !p.peek().is("@") {
		p.i++
	}
}

func (p *parser) annotation() *Raw {
	at := p.take()
	if !at.is("@") {
		p.fail(at, "%s is no annotation: prose goes into a comment of its own", at.name())
		return nil
	}
	name := p.take()
	if name.kind != kindIdent || name.start != at.end {
		p.fail(name, "a name must follow @")
		return nil
	}
	raw := &Raw{Name: name.text, Pos: p.src.Pos(at.start), src: p.src}
	end := name.end
	if p.peek().is("(") {
		closing, ok := p.arguments(raw)
		if !ok {
			return nil
		}
		end = closing.end
	}
	raw.Text = oneLine(p.src.Text[at.start:end])
	return raw
}

// oneLine joins the lines of a comment.
func oneLine(text string) string {
	var words []string
	for _, word := range strings.Fields(text) {
		if word != "--" {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
