package models

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	quoteCoverage  = 0.5 // of the question's weight that a section must hold to be quoted
	quoteSentences = 3
	titleWeight    = 1.5
)

// quotation is what the help says about a question.
type quotation struct {
	section   HelpSection
	sentences []string // verbatim, in their order
}

// helpIndex finds sentences of the help; it is small enough to be searched one by one.
type helpIndex struct {
	sections []HelpSection
	words    [][]map[string]bool // of each sentence of each section
	titles   []map[string]bool
	weight   map[string]float64 // rare words say more
	rarest   float64            // the weight of a word that the help does not have
}

func newHelpIndex(sections []HelpSection) *helpIndex {
	x := &helpIndex{sections: sections, weight: map[string]float64{}}
	in := map[string]int{} // in how many sections a word occurs
	for _, s := range sections {
		x.titles = append(x.titles, set(stems(s.Title)))
		all := set(stems(s.Title))
		var words []map[string]bool
		for _, sentence := range s.Sentences {
			w := set(stems(sentence))
			words = append(words, w)
			for k := range w {
				all[k] = true
			}
		}
		x.words = append(x.words, words)
		for w := range all {
			in[w]++
		}
	}
	n := float64(len(sections))
	for w, k := range in {
		x.weight[w] = math.Log(1 + n/float64(k))
	}
	x.rarest = math.Log(1 + n)
	return x
}

// find gives the best quotation; false when the help does not speak of the question.
func (x *helpIndex) find(question string) (quotation, bool) {
	asked := set(stems(question))
	if len(asked) == 0 && strings.Contains(strings.ToLower(question), "stoa") { // "What is Stoa?"
		first := x.sections[0]
		return quotation{first, first.Sentences[:min(quoteSentences, len(first.Sentences))]}, true
	}
	var total float64
	for w := range asked {
		total += cmp.Or(x.weight[w], x.rarest)
	}
	best, bestScore := -1, 0.0
	for i := range x.sections {
		score, covered := x.score(i, asked)
		if total > 0 && covered/total >= quoteCoverage && score > bestScore {
			best, bestScore = i, score
		}
	}
	if best < 0 {
		return quotation{}, false
	}
	return quotation{x.sections[best], x.pick(best, asked)}, true
}

// score weighs a section: every word once, once more when a single sentence joins it with others, more in the title.
func (x *helpIndex) score(i int, asked map[string]bool) (score, covered float64) {
	best := 0.0
	seen := map[string]bool{}
	for _, words := range x.words[i] {
		sum := 0.0
		for w := range asked {
			if words[w] {
				sum += x.weight[w]
				seen[w] = true
			}
		}
		best = max(best, sum)
	}
	score = best
	for w := range asked {
		if x.titles[i][w] {
			score += titleWeight * x.weight[w]
			seen[w] = true
		}
	}
	for w := range seen {
		covered += x.weight[w]
	}
	return score + covered, covered
}

// pick takes the sentences that share most with the question; when only the title does, the first ones.
func (x *helpIndex) pick(i int, asked map[string]bool) []string {
	type ranked struct {
		at    int
		score float64
	}
	var order []ranked
	for at, words := range x.words[i] {
		sum := 0.0
		for w := range asked {
			if words[w] {
				sum += x.weight[w]
			}
		}
		order = append(order, ranked{at, sum})
	}
	slices.SortStableFunc(order, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	order = order[:min(quoteSentences, len(order))]
	top := order[0].score
	order = slices.DeleteFunc(order, func(r ranked) bool { return r.score < top/3 })
	slices.SortFunc(order, func(a, b ranked) int { return cmp.Compare(a.at, b.at) })
	sentences := make([]string, len(order))
	for k, r := range order {
		sentences[k] = x.sections[i].Sentences[r.at]
	}
	return sentences
}
