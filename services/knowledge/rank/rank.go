// Package rank orders passages by what they share with a question, beyond how often its words occur.
package rank

import "stoa/services/knowledge/words"

// Weights of the parts of a score; each part is in [0,1]. Tuned on the train split of SciFact alone.
const (
	weightCoverage = .2
	weightPairs    = .1
	weightWindow   = .2
	weightTitle    = .1
	weightSibling  = .2
	windowSize     = 8
	pairReach      = 2 // a pair counts when its second word follows within so many words
)

// Slot is one word of the question: the terms that stand for it, and what it says.
type Slot struct {
	Terms  []string
	Weight float64 // inverse document frequency
	Part   bool    // a part of a word that is a slot itself
}

// Question is what is asked, prepared for many passages.
type Question struct {
	Slots []Slot
	at    map[string]int // term → slot
	total float64        // weight of all slots that are no parts
	pairs float64        // weight of all pairs of neighbours
}

// NewQuestion prepares a question.
func NewQuestion(slots []Slot) *Question {
	q := &Question{Slots: slots, at: map[string]int{}}
	previous := -1
	for i, s := range slots {
		for _, t := range s.Terms {
			if _, ok := q.at[t]; !ok {
				q.at[t] = i
			}
		}
		if s.Part {
			continue
		}
		q.total += s.Weight
		if previous >= 0 {
			q.pairs += s.Weight + slots[previous].Weight
		}
		previous = i
	}
	return q
}

// Parts are what a score is made of, for who asks why a passage was found.
type Parts struct {
	Keyword  float64 // BM25, as a share of the best passage's
	Coverage float64 // of the question's words that occur
	Pairs    float64 // of its neighbours that are neighbours here, in their order
	Window   float64 // of its words that stand close together
	Title    float64 // of its words that the title or heading has
	Sibling  float64 // BM25 of the document's next best passage, as a share of the best of all
}

// Score is the weighted sum.
func (p Parts) Score() float64 {
	return p.Keyword + weightCoverage*p.Coverage + weightPairs*p.Pairs + weightWindow*p.Window + weightTitle*p.Title + weightSibling*p.Sibling
}

// Passage measures a passage; keyword is its share of the best BM25.
func (q *Question) Passage(keyword float64, heading, body []words.Term) Parts {
	p := Parts{Keyword: keyword}
	if q.total == 0 {
		return p
	}
	here := q.slots(body)
	p.Coverage = q.weigh(here, q.slots(heading)) / q.total
	p.Title = q.weigh(q.slots(heading)) / q.total
	p.Window = q.window(here) / q.total
	if q.pairs > 0 {
		p.Pairs = q.neighbours(here) / q.pairs
	}
	return p
}

// Coverage is the share of the question's weight that occurs in a text.
func (q *Question) Coverage(text []words.Term) float64 {
	if q.total == 0 {
		return 0
	}
	return q.weigh(q.slots(text)) / q.total
}

// slots are the words of a text as slots of the question, -1 for others; parts stand in the place of their word.
func (q *Question) slots(text []words.Term) []int {
	out := make([]int, 0, len(text))
	for _, t := range text {
		slot, ok := q.at[t.Text]
		switch {
		case !ok:
			slot = -1
		case q.Slots[slot].Part && t.Part:
			slot = -1
		}
		if t.Part && len(out) > 0 {
			if slot >= 0 && out[len(out)-1] < 0 {
				out[len(out)-1] = slot
			} else if slot >= 0 {
				out = append(out, slot)
			}
			continue
		}
		out = append(out, slot)
	}
	return out
}

// weigh sums the weights of the slots that occur in any of the texts.
func (q *Question) weigh(texts ...[]int) (sum float64) {
	seen := make([]bool, len(q.Slots))
	for _, text := range texts {
		for _, s := range text {
			if s >= 0 && !seen[s] && !q.Slots[s].Part {
				seen[s] = true
				sum += q.Slots[s].Weight
			}
		}
	}
	return sum
}

// window is the heaviest set of different words within windowSize words.
func (q *Question) window(text []int) (best float64) {
	count := make([]int, len(q.Slots))
	sum := 0.0
	for i, s := range text {
		if s >= 0 && !q.Slots[s].Part {
			if count[s]++; count[s] == 1 {
				sum += q.Slots[s].Weight
			}
		}
		if i >= windowSize {
			if out := text[i-windowSize]; out >= 0 && !q.Slots[out].Part {
				if count[out]--; count[out] == 0 {
					sum -= q.Slots[out].Weight
				}
			}
		}
		best = max(best, sum)
	}
	return best
}

// neighbours sums the weights of the question's pairs that follow each other here.
func (q *Question) neighbours(text []int) (sum float64) {
	follows := map[[2]int]bool{}
	for i, s := range text {
		if s < 0 || q.Slots[s].Part {
			continue
		}
		for j := i + 1; j <= i+pairReach && j < len(text); j++ {
			if text[j] >= 0 {
				follows[[2]int{s, text[j]}] = true
			}
		}
	}
	previous := -1
	for i, s := range q.Slots {
		if s.Part {
			continue
		}
		if previous >= 0 && follows[[2]int{previous, i}] {
			sum += s.Weight + q.Slots[previous].Weight
		}
		previous = i
	}
	return sum
}
