package knowledge

import (
	"slices"
	"testing"
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
