package annotation

import (
	"strings"
	"unicode/utf8"

	"stoa/tools/stoagen/diag"
)

type kind int

const (
	kindEnd    kind = iota
	kindIdent       // letters, digits, _
	kindNumber      // 12 or 1.5, without sign
	kindString      // "…": text is the content
	kindSQL         // '…': text is the content
	kindQuoted      // `…`: text is the content, which is lexed again
	kindOp          // = <> != < <= > >=
	kindPunct       // one character
	kindBad         // a problem was noted
)

// token is a word of the annotation language; start and end are byte offsets in the source file.
type token struct {
	kind       kind
	text       string
	start, end int
}

// is reports whether the token is this punctuation or operator.
func (t token) is(text string) bool {
	return (t.kind == kindPunct || t.kind == kindOp) && t.text == text
}

// word reports whether the token is this keyword, in capitals or not.
func (t token) word(text string) bool { return t.kind == kindIdent && strings.EqualFold(t.text, text) }

// name is the token as messages show it.
func (t token) name() string {
	switch t.kind {
	case kindEnd:
		return "the end"
	case kindString:
		return `"` + t.text + `"`
	case kindSQL:
		return "'" + t.text + "'"
	case kindQuoted:
		return "`" + t.text + "`"
	default:
		return t.text
	}
}

// lexer cuts text into tokens; text begins at byte base of the source file.
type lexer struct {
	src      *diag.Source
	text     string
	base     int
	pos      int
	problems *diag.List
}

// lex returns the tokens of text without a final kindEnd.
func lex(src *diag.Source, text string, base int, problems *diag.List) []token {
	l := &lexer{src: src, text: text, base: base, problems: problems}
	var tokens []token
	for {
		t := l.next()
		if t.kind == kindEnd {
			return tokens
		}
		tokens = append(tokens, t)
	}
}

func (l *lexer) next() token {
	for l.pos < len(l.text) && strings.IndexByte(" \t\r\n\f\v", l.text[l.pos]) >= 0 {
		l.pos++
	}
	start := l.pos
	if start == len(l.text) {
		return token{kind: kindEnd, start: l.base + start, end: l.base + start}
	}
	c := l.text[start]
	switch {
	case isLetter(c):
		return l.run(kindIdent, func(c byte) bool { return isLetter(c) || isDigit(c) })
	case isDigit(c):
		return l.run(kindNumber, func(c byte) bool { return isDigit(c) || c == '.' })
	case c == '"':
		return l.quoted(kindString, c)
	case c == '\'':
		return l.quoted(kindSQL, c)
	case c == '`':
		return l.quoted(kindQuoted, c)
	case strings.IndexByte("=<>!", c) >= 0:
		return l.operator()
	default:
		_, size := utf8.DecodeRuneInString(l.text[start:])
		return l.make(kindPunct, start+size)
	}
}

// make ends the current token at end.
func (l *lexer) make(k kind, end int) token {
	t := token{kind: k, text: l.text[l.pos:end], start: l.base + l.pos, end: l.base + end}
	l.pos = end
	return t
}

func (l *lexer) run(k kind, in func(byte) bool) token {
	end := l.pos
	for end < len(l.text) && in(l.text[end]) {
		end++
	}
	return l.make(k, end)
}

func (l *lexer) operator() token {
	for _, op := range []string{"<>", "!=", "<=", ">=", "=", "<", ">"} {
		if strings.HasPrefix(l.text[l.pos:], op) {
			return l.make(kindOp, l.pos+len(op))
		}
	}
	return l.make(kindPunct, l.pos+1)
}

func isLetter(c byte) bool { return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
