// Package words cuts text into the terms that are indexed, searched, highlighted and cited: one analyser for all of them.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Longest bounds a term in bytes: what is longer is no word that anybody types, and is known by its beginning.
const Longest = 64

// Term is a word as it is indexed, and where it stands in the text.
type Term struct {
	Text     string
	From, To int  // bytes
	Part     bool // a part of a camelCase word, which is a term itself
}

// Analyser makes terms of texts in one language.
type Analyser struct {
	Language Language
	Code     bool // parts of camelCase words are terms too
	Question bool // words that only ask are dropped as well
}

// Terms gives the terms of a text in their order.
func (a Analyser) Terms(text string) []Term { return a.Append(make([]Term, 0, len(text)/6), text) }

// Append is Terms behind others.
func (a Analyser) Append(terms []Term, text string) []Term {
	g := grammars[a.Language]
	for w := range split(text) {
		if w.cjk {
			terms = bigrams(terms, text, w)
			continue
		}
		terms = a.word(terms, g, text[w.from:w.to], w.from)
	}
	return terms
}

// word adds the term of a word, and those of its parts.
func (a Analyser) word(terms []Term, g *grammar, word string, from int) []Term {
	folded := fold(word)
	if folded == "" {
		return terms
	}
	if len(folded) > Longest {
		return append(terms, Term{Text: strings.ToValidUTF8(folded[:Longest], ""), From: from, To: from + len(word)})
	}
	if stem := a.term(g, folded); stem != "" {
		terms = append(terms, Term{Text: stem, From: from, To: from + len(word)})
	}
	if !a.Code {
		return terms
	}
	for _, p := range parts(word) {
		part := fold(word[p[0]:p[1]])
		if utf8.RuneCountInString(part) < 2 {
			continue
		}
		if stem := a.term(g, part); stem != "" {
			terms = append(terms, Term{Text: stem, From: from + p[0], To: from + p[1], Part: true})
		}
	}
	return terms
}

// term is what a folded word is known by, "" for one that says nothing.
func (a Analyser) term(g *grammar, folded string) string {
	if g == nil {
		return folded
	}
	k := g.of(folded)
	if k.empty || a.Question && k.asks {
		return ""
	}
	return k.stem
}

// fold is a word without what does not tell words apart: compatibility forms and case.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		switch b := word[i]; {
		case b >= utf8.RuneSelf:
			return strings.ToLower(norm.NFKC.String(word))
		case b >= 'A' && b <= 'Z':
			plain = false
		}
	}
	if plain {
		return word
	}
	return strings.ToLower(word)
}

// span is a run of letters and digits, of one kind of script.
type span struct {
	from, to int
	cjk      bool
}

// split yields the runs of letters, digits and the marks on them.
func split(text string) func(func(span) bool) {
	return func(yield func(span) bool) {
		open, run := false, span{}
		for i, r := range text {
			inside, cjk := letter(r), unspaced(r)
			if open && (!inside || cjk != run.cjk && !unicode.IsMark(r)) {
				run.to, open = i, false
				if !yield(run) {
					return
				}
			}
			if inside && !open {
				open, run = true, span{from: i, cjk: cjk}
			}
		}
		if open {
			run.to = len(text)
			yield(run)
		}
	}
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// unspaced tells the scripts that put no blanks between words.
func unspaced(r rune) bool {
	return r > 0xDFF && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// bigrams adds each pair of neighbours; a character that stands alone is a term itself.
func bigrams(terms []Term, text string, w span) []Term {
	previous, size := w.from, 0
	for i, r := range text[w.from:w.to] {
		at := w.from + i
		if i > 0 {
			terms = append(terms, Term{Text: fold(text[previous : at+utf8.RuneLen(r)]), From: previous, To: at + utf8.RuneLen(r)})
		}
		previous, size = at, utf8.RuneLen(r)
	}
	if w.from+size == w.to {
		terms = append(terms, Term{Text: fold(text[w.from:w.to]), From: w.from, To: w.to})
	}
	return terms
}

// parts cuts a camelCase word: runTarget is run and Target, HTTPServer is HTTP and Server. A word of one part has none.
func parts(word string) [][2]int {
	var cuts [][2]int
	from := 0
	runes := []rune(word)
	at := 0
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])) {
			cuts = append(cuts, [2]int{from, at})
			from = at
		}
		at += utf8.RuneLen(r)
	}
	if cuts == nil {
		return nil
	}
	return append(cuts, [2]int{from, at})
}

// What a byte says about code.
const (
	nothing = iota
	blank
	sign
)

// says is that for each byte; two colons are a sign, too.
var says = func() (of [256]byte) {
	for _, b := range " \t\n\r" {
		of[b] = blank
	}
	for _, b := range "{};_<>&=*#$|\\`" {
		of[b] = sign
	}
	return of
}()

// LooksLikeCode reports whether a text reads like a program: many of the signs that prose does not use.
func LooksLikeCode(text string) bool {
	var of [sign + 1]int
	for i := range len(text) {
		of[says[text[i]]]++
	}
	signs := of[sign] + pairs(text)
	return signs*25 > len(text)-of[blank] // one in 25: far above prose, and below any program
}

// pairs counts colons behind which stands another.
func pairs(text string) (n int) {
	for {
		i := strings.IndexByte(text, ':')
		if i < 0 {
			return n
		}
		if text = text[i+1:]; strings.HasPrefix(text, ":") {
			n++
		}
	}
}
