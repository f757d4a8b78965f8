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
}

var grammars = map[Language]grammar{
	English:    {english.Stem, set(emptyEnglish), set(asksEnglish)},
	German:     {german.Stem, set(emptyGerman), set(asksGerman)},
	French:     {french.Stem, set(emptyFrench), set(asksFrench)},
	Spanish:    {spanish.Stem, set(emptySpanish), set(asksSpanish)},
	Italian:    {italian.Stem, set(emptyItalian), set(asksItalian)},
	Portuguese: {portuguese.Stem, set(emptyPortuguese), set(asksPortuguese)},
	Dutch:      {dutch.Stem, set(emptyDutch), set(asksDutch)},
	Swedish:    {swedish.Stem, set(emptySwedish), set(asksSwedish)},
	Russian:    {russian.Stem, set(emptyRussian), set(asksRussian)},
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
func (l Language) Known() bool { return l == Simple || grammars[l].stem != nil }

func (l Language) stop(word string) bool { return grammars[l].empty[word] }
func (l Language) asks(word string) bool { return grammars[l].asks[word] }

func (l Language) stem(word string) string {
	g, ok := grammars[l]
	if !ok || len(word) < 3 {
		return word
	}
	env := snowballstem.NewEnv(word)
	g.stem(env)
	return env.Current()
}

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
