package models

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stoa/internal/llm"
)

// The share of a question's weight that passages must hold: to be quoted at once, and to be quoted at all.
const (
	sureEnough = .5
	quoteAtAll = .35
)

// quoteDocuments answers with the sentences of the passages that fit best, word for word, each with its number.
func quoteDocuments(g *llm.Grounds, coverage float64) (string, bool) {
	if g == nil || g.Coverage < coverage {
		return "", false
	}
	type quote struct {
		llm.Quote
		of *llm.Passage
	}
	var all []quote
	for i := range g.Passages {
		for _, q := range g.Passages[i].Quotes {
			all = append(all, quote{q, &g.Passages[i]})
		}
	}
	if len(all) == 0 {
		return "", false
	}
	slices.SortStableFunc(all, func(a, b quote) int { return cmp.Compare(b.Score, a.Score) })
	all = slices.DeleteFunc(all, func(q quote) bool { return q.Score < all[0].Score*.6 })
	var lines []string
	for _, q := range all[:min(quoteSentences, len(all))] {
		text := strings.ReplaceAll(q.of.Text[q.From:q.To], "\n", "\n> ")
		lines = append(lines, fmt.Sprintf("> %s [%d]", text, q.of.Number))
	}
	note := "I am the built-in assistant: I quote your company's documents word for word and have no language model behind me."
	if g.Coverage < sureEnough {
		note = "This may not be what you asked for: only a part of your question stands there. " + note
	}
	return strings.Join(lines, "\n>\n") + "\n\n" + note, true
}
