package sqlcheck

import (
	"regexp"
	"strings"
)

// param is one sqlc parameter as written in the query.
type param struct {
	name     string
	nullable bool // sqlc.narg and sqlc.slice: not one certain value
}

var (
	atParam   = regexp.MustCompile(`^@([A-Za-z_]\w*)`)
	callParam = regexp.MustCompile(`^(?i)sqlc\.(n?arg|slice)\s*\(\s*['"]?(\w+)['"]?\s*\)`)
	dollarTag = regexp.MustCompile(`^\$(?:[A-Za-z_]\w*)?\$`)
)

const operatorChars = "+-*/<>=~!@#%^&|`?"

// rewriteParams replaces sqlc's parameters by $1 and spaces, so that the text parses and every offset and line stays.
// params holds what stood at which offset; glued lists the offsets of @x that follow an operator without a space.
func rewriteParams(text string) (parseable string, params map[int]param, glued []int) {
	out := []byte(text)
	params = map[int]param{}
	for i := 0; i < len(text); {
		if n := skipLength(text, i); n > 0 {
			i += n
			continue
		}
		p, n := paramHere(text, i)
		if n == 0 {
			i++
			continue
		}
		params[i] = p
		if text[i] == '@' && i > 0 && strings.IndexByte(operatorChars, text[i-1]) >= 0 {
			glued = append(glued, i)
		}
		replacement := "$1" + strings.Repeat(" ", n-2)
		for k := range n { // a parameter that spans lines keeps its line breaks
			if text[i+k] != '\n' {
				out[i+k] = replacement[k]
			}
		}
		i += n
	}
	return string(out), params, glued
}

// paramHere reads the parameter that begins at i; n is its length, 0 when there is none.
func paramHere(text string, i int) (p param, n int) {
	if m := atParam.FindStringSubmatch(text[i:]); m != nil {
		return param{name: m[1]}, len(m[0])
	}
	if i > 0 && (isWord(text[i-1]) || text[i-1] == '.') {
		return param{}, 0
	}
	if m := callParam.FindStringSubmatch(text[i:]); m != nil {
		return param{name: m[2], nullable: !strings.EqualFold(m[1], "arg")}, len(m[0])
	}
	return param{}, 0
}

// skipLength is the length of the string, quoted name or comment that begins at i, 0 when none does.
func skipLength(text string, i int) int {
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "--"):
		return through(rest, 2, "\n")
	case strings.HasPrefix(rest, "/*"):
		return blockComment(rest)
	case rest[0] == '\'' && i > 0 && (text[i-1] == 'E' || text[i-1] == 'e') && (i < 2 || !isWord(text[i-2])):
		return escapedString(rest)
	case rest[0] == '\'':
		return through(rest, 1, "'")
	case rest[0] == '"':
		return through(rest, 1, `"`)
	case rest[0] == '$' && (i == 0 || !isWord(text[i-1])):
		if tag := dollarTag.FindString(rest); tag != "" {
			return through(rest, len(tag), tag)
		}
	}
	return 0
}

// through is the length of s up to and with the next end after from, or all of s.
func through(s string, from int, end string) int {
	if at := strings.Index(s[from:], end); at >= 0 {
		return from + at + len(end)
	}
	return len(s)
}

// blockComment is the length of a comment, which may hold comments.
func blockComment(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "/*"):
			depth++
			i++
		case strings.HasPrefix(s[i:], "*/"):
			depth--
			i++
			if depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// escapedString is the length of the quoted part of E'…', where a backslash hides a quote.
func escapedString(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\'':
			return i + 1
		}
	}
	return len(s)
}

func isWord(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= 0x80
}
