package knowledge

import (
	"slices"
	"strings"
	"testing"

	"stoa/services/knowledge/words"
)

// Passages are looked for by the words that tell them apart; when all are alike, by all.
func TestTellingWords(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		weights []float64
		want    []string
	}{
		"one that all have":        {[]float64{9, .01, 3}, []string{"a", "c"}},
		"all alike, and all have":  {[]float64{.01, .01}, []string{"a", "b"}},
		"one alone":                {[]float64{.01}, []string{"a"}},
		"none":                     {nil, nil},
		"what weighs just as much": {[]float64{10, 1.5, 1.4}, []string{"a", "b"}},
	} {
		a := &question{corpus: corpus{passages: manyPassages}, weights: c.weights, terms: []string{"a", "b", "c"}[:len(c.weights)]}
		terms, weights := a.telling()
		if !slices.Equal(terms, c.want) || len(weights) != len(terms) {
			t.Errorf("%s: %v with %v, want %v", name, terms, weights, c.want)
		}
		a.passages--
		if terms, _ := a.telling(); !slices.Equal(terms, a.terms) {
			t.Errorf("%s, among few passages: %v", name, terms)
		}
	}
}

// Words as long as the longest term are compared too, and those far apart are not counted out.
func TestDistance(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", words.Longest)
	for _, c := range []struct {
		word, term string
		most, want int
	}{
		{"harbor", "harbour", 2, 1}, {"harbuor", "harbour", 2, 1}, {"hrbur", "harbour", 2, 2}, {"harbours", "harbour", 1, 0}, {"anchor", "harbour", 2, 3},
		{long, long, 2, 0}, {long[1:] + "b", long, 2, 1}, {"b" + long[1:], long, 2, 1}, {long[2:], long, 2, 2}, {long[3:], long, 2, 3}, {"aaaa", long, 1, 2},
	} {
		if got := distance([]rune(c.word), []rune(c.term), c.most); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.word, c.term, got, c.want)
		}
	}
}
