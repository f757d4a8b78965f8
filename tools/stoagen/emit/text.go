package emit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// width is how long generated lines become at most, in columns.
const width = 112

// pack joins parts by ", " into lines of at most width columns, each begun with indent.
func pack(indent string, parts []string) string {
	var b strings.Builder
	used := 0
	for i, p := range parts {
		if i < len(parts)-1 {
			p += ","
		}
		n := utf8.RuneCountInString(p)
		switch {
		case i == 0:
			b.WriteString(indent)
			used = columns(indent)
		case used+1+n > width:
			b.WriteString("\n" + indent)
			used = columns(indent)
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(p)
		used += n
	}
	return b.String()
}

// columns is the width of an indent; a tab is as wide as editors show it.
func columns(indent string) int { return len(indent) + 3*strings.Count(indent, "\t") }

// quote is a Go string literal; a long text is cut at spaces into several that are added.
func quote(s string) string {
	const most = 88
	var parts []string
	for utf8.RuneCountInString(s) > most {
		cut := strings.LastIndexByte(s[:min(most, len(s))], ' ')
		if cut < 0 {
			break
		}
		parts, s = append(parts, strconv.Quote(s[:cut+1])), s[cut+1:]
	}
	return strings.Join(append(parts, strconv.Quote(s)), " +\n")
}

// raw is a Go string literal for a regular expression or JSON, in back quotes where that can be.
func raw(s string) string {
	if strings.ContainsAny(s, "`\n\r") || !utf8.ValidString(s) {
		return strconv.Quote(s)
	}
	return "`" + s + "`"
}

// literal is a text as SQL writes it.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// reserved are the words of PostgreSQL's grammar that cannot name a column without quotes.
var reserved = strings.Fields(`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
	collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
	current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant
	group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural
	not notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar some
	symmetric table tablesample then to trailing true union unique user using variadic verbose when where window with`)

// ident is a name as SQL writes it.
func ident(name string) string {
	plain := !slices.Contains(reserved, name)
	for i, r := range name {
		plain = plain && (r == '_' || r >= 'a' && r <= 'z' || i > 0 && r >= '0' && r <= '9')
	}
	if plain {
		return name
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// inSentence begins a label with a small letter, unless it is an initialism.
func inSentence(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if second, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(second) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}
