package words

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
)

// Language is the ISO 639-1 code of a language with word endings and empty words of its own; Simple is any other.
type Language string

// Simple takes words as they are.
const Simple Language = "simple"

// Languages that the analyser knows.
const (
	English    Language = "en"
	German     Language = "de"
	French     Language = "fr"
	Spanish    Language = "es"
	Italian    Language = "it"
	Portuguese Language = "pt"
	Dutch      Language = "nl"
	Swedish    Language = "sv"
	Russian    Language = "ru"
)

// grammar is what is known of a language.
type grammar struct {
	stem  func(*snowballstem.Env) bool
	empty map[string]bool // words that say nothing
	asks  map[string]bool // words that only ask
	seen  memo
}

var grammars = map[Language]*grammar{
	English:    {stem: english.Stem, empty: set(emptyEnglish), asks: set(asksEnglish)},
	German:     {stem: german.Stem, empty: set(emptyGerman), asks: set(asksGerman)},
	French:     {stem: french.Stem, empty: set(emptyFrench), asks: set(asksFrench)},
	Spanish:    {stem: spanish.Stem, empty: set(emptySpanish), asks: set(asksSpanish)},
	Italian:    {stem: italian.Stem, empty: set(emptyItalian), asks: set(asksItalian)},
	Portuguese: {stem: portuguese.Stem, empty: set(emptyPortuguese), asks: set(asksPortuguese)},
	Dutch:      {stem: dutch.Stem, empty: set(emptyDutch), asks: set(asksDutch)},
	Swedish:    {stem: swedish.Stem, empty: set(emptySwedish), asks: set(asksSwedish)},
	Russian:    {stem: russian.Stem, empty: set(emptyRussian), asks: set(asksRussian)},
}

// order is in which languages are tried, so that equal votes always fall alike.
var order = []Language{English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Russian}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Known reports whether the language is Simple or one with a grammar.
func (l Language) Known() bool { return l == Simple || grammars[l] != nil }

// Detect gives the language of most of a text's empty words, or Simple when hardly any are known.
func Detect(text string) Language {
	const enough = 20 << 10 // bytes tell it as well as a whole book
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	votes, total := map[Language]int{}, 0
	for w := range split(text) {
		if w.cjk {
			continue
		}
		total++
		word := fold(text[w.from:w.to])
		for _, l := range order {
			if grammars[l].empty[word] {
				votes[l]++
			}
		}
	}
	best := Simple
	for _, l := range order {
		if votes[l] > votes[best] && votes[l]*12 >= total {
			best = l
		}
	}
	return best
}
