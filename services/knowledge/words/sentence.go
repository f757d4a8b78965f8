package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// short are words before whose dot no sentence ends.
var short = set(`mr mrs ms dr prof st jr sr vs etc e.g i.e cf fig figs no nos vol al inc ltd co corp approx dept est ref refs sec eq eqs
	bzw ca d.h u.a z.b nr abs str usw vgl evtl inkl zzgl hr fr m mme`)

// Sentences gives where the sentences of a text stand, without the blanks around them. A blank line ends a sentence as well.
func Sentences(text string) [][2]int {
	var out [][2]int
	from := 0
	add := func(to int) {
		if s := trimmed(text, from, to); s[1] > s[0] {
			out = append(out, s)
		}
		from = to
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := i + size
		switch r {
		case '。', '！', '？':
			add(next)
		case '\n':
			if at := next + blanks(text[next:], false); at < len(text) && text[at] == '\n' {
				add(next)
			}
		case '.', '!', '?', '…':
			end, ok := sentenceEnd(text, i, next, r)
			if ok {
				add(end)
			}
			next = end // no mark is looked at twice
		}
		i = next
	}
	add(len(text))
	return out
}

// sentenceEnd tells whether the mark at i ends a sentence, and where what belongs to the mark ends: more marks, closing quotes and brackets.
func sentenceEnd(text string, i, next int, mark rune) (end int, ok bool) {
	end = next
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !belongs(r) {
			break
		}
		end += size
	}
	after := end + blanks(text[end:], true)
	if after == len(text) {
		return end, true
	}
	if after == end { // 2.5, example.com
		return end, false
	}
	first, _ := utf8.DecodeRuneInString(text[after:])
	if unicode.IsLower(first) {
		return end, false
	}
	return end, mark != '.' || strings.ContainsAny(text[next:end], ".!?…") || !abbreviation(text[:i])
}

// blanks counts those that a text begins with.
func blanks(text string, lines bool) (n int) {
	for n < len(text) && (text[n] == ' ' || text[n] == '\t' || text[n] == '\r' || lines && text[n] == '\n') {
		n++
	}
	return n
}

// belongs tells what stands behind the mark that ends a sentence and is part of it.
func belongs(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '"', '\'', '”', '’', '»', ')', ']':
		return true
	}
	return false
}

// abbreviation tells whether a text ends in a word that takes a dot: a known one, or an initial.
func abbreviation(before string) bool {
	if last, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(last) {
		return false
	}
	at := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	word := strings.TrimLeftFunc(strings.ToLower(before[max(at, 0):]), func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	return short[word] || utf8.RuneCountInString(word) == 1 && unicode.IsLetter([]rune(word)[0])
}

// trimmed narrows a range to what is no blank.
func trimmed(text string, from, to int) [2]int {
	s := strings.TrimLeftFunc(text[from:to], unicode.IsSpace)
	from = to - len(s)
	return [2]int{from, from + len(strings.TrimRightFunc(s, unicode.IsSpace))}
}
