package crud

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stoa/handlers/web"
)

// one and many are the resource's names within a sentence: "widget", "API tokens".
func (t *table) one() string  { return inSentence(t.Label) }
func (t *table) many() string { return inSentence(t.Plural) }

func inSentence(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if second, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(second) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// quantity is "1 widget" or "12 widgets".
func (t *table) quantity(n int64) string {
	if n == 1 {
		return "1 " + t.one()
	}
	return web.Count(n) + " " + t.many()
}

// short cuts a text to so many characters, at the first line's end.
func short(text string, most int) string {
	text, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	runes := []rune(text)
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	if more {
		return text + " …"
	}
	return text
}
