package annotation

import "strings"

// quoted reads up to the closing quote on the same line. In "…" a backslash takes the next " or \ as it is;
// in '…' a doubled quote is one, as in SQL; in `…` nothing is special.
func (l *lexer) quoted(k kind, quote byte) token {
	start := l.pos
	var content strings.Builder
	for i := start + 1; i < len(l.text) && l.text[i] != '\n'; i++ {
		c := l.text[i]
		next := byte(0)
		if i+1 < len(l.text) {
			next = l.text[i+1]
		}
		switch {
		case quote == '"' && c == '\\' && (next == '"' || next == '\\'), quote == '\'' && c == '\'' && next == '\'':
			content.WriteByte(next)
			i++
		case c == quote:
			t := l.make(k, i+1)
			t.text = content.String()
			return t
		default:
			content.WriteByte(c)
		}
	}
	l.problems.Add(l.src.Pos(l.base+start), "the quote %c is not closed on this line", quote)
	end := strings.IndexByte(l.text[start:], '\n')
	if end < 0 {
		end = len(l.text) - start
	}
	return l.make(kindBad, start+end)
}
