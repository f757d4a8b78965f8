package knowledge

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/services/knowledge/rank"
	"stoa/services/knowledge/words"
)

const (
	mostTerms    = 64  // different ones of a question; what is longer is a text
	typoShortest = 4   // characters of a word that may be misspelt
	typoNearest  = 2   // known words that take the place of a misspelt one
	telling      = .15 // of the heaviest word's weight is what a word weighs that many passages are looked for by

	manyPassages = 10_000 // among fewer, looking for every word costs little
)

// corpus is what all passages of a tenant have in common; the zero one has none.
type corpus struct {
	passages  int64
	average   float64          // length of a passage
	languages []words.Language // the most frequent one first
}

// readCorpus runs one statement.
func readCorpus(ctx context.Context, d db.DBTX, tenant uuid.UUID) (c corpus, err error) {
	stats, err := db.New(d).GetStats(ctx, db.GetStatsParams{TenantID: tenant})
	if noRows(err) || err == nil && stats.Passages == 0 {
		return corpus{}, nil
	}
	if err != nil {
		return corpus{}, err
	}
	c.passages, c.average = stats.Passages, max(1, float64(stats.TotalLength)/float64(stats.Passages))
	for _, l := range stats.Languages {
		c.languages = append(c.languages, words.Language(l))
	}
	return c, nil
}

// question is what was asked, in terms of this tenant's documents.
type question struct {
	corpus
	text     string
	rank     *rank.Question
	terms    []string
	weights  []float64
	replaced map[string][]string // misspelt word → the terms searched instead
}

// understand analyses a question in the languages that the tenant's documents have.
func understand(ctx context.Context, q *db.Queries, tenant uuid.UUID, text string, of corpus) (*question, error) {
	a := &question{corpus: of, text: text, replaced: map[string][]string{}}
	if of.passages == 0 {
		return a, nil
	}
	return a, a.weigh(ctx, q, tenant, slotsOf(text, of.languages))
}

// slot is one word of the question before it is weighed.
type slot struct {
	word  string
	terms []string // its stem in each language
	part  bool
}

// slotsOf cuts a question into words. The question's own language, else the most frequent one, says which of them
// are empty; when all are, none is. A word that comes again says nothing new: counted twice it would be missing once in every passage.
func slotsOf(text string, languages []words.Language) []slot {
	if len(languages) == 0 {
		languages = []words.Language{words.Simple}
	}
	first := languages[0]
	if l := words.Detect(text); slices.Contains(languages, l) && l != words.Simple {
		first, languages = l, []words.Language{l, words.Simple} // stems of other languages would only add noise
	}
	kept := words.Analyser{Language: first, Code: true, Question: true}.Terms(text)
	if len(kept) == 0 {
		kept = words.Analyser{Language: first, Code: true}.Terms(text)
	}
	var slots []slot
	at, seen := map[[2]int]int{}, map[words.Term]bool{}
	for _, t := range kept {
		word := words.Term{Text: t.Text, Part: t.Part}
		if seen[word] || len(slots) == mostTerms {
			continue
		}
		seen[word] = true
		at[[2]int{t.From, t.To}] = len(slots)
		slots = append(slots, slot{word: text[t.From:t.To], terms: []string{t.Text}, part: t.Part})
	}
	for _, l := range languages {
		if l == first {
			continue
		}
		for _, t := range (words.Analyser{Language: l, Code: true}).Terms(text) {
			if i, ok := at[[2]int{t.From, t.To}]; ok && !slices.Contains(slots[i].terms, t.Text) {
				slots[i].terms = append(slots[i].terms, t.Text)
			}
		}
	}
	return slots
}

// weigh looks the terms up; a word that no document has gives way to the nearest ones that some have.
func (a *question) weigh(ctx context.Context, q *db.Queries, tenant uuid.UUID, slots []slot) error {
	var all []string
	for _, s := range slots {
		all = append(all, s.terms...)
	}
	found, err := q.LookUpTerms(ctx, db.LookUpTermsParams{TenantID: tenant, Terms: all})
	if err != nil {
		return err
	}
	df := map[string]int32{}
	for _, t := range found {
		df[t.Term] = t.Df
	}
	ranked := make([]rank.Slot, 0, len(slots))
	for _, s := range slots {
		s.terms = slices.DeleteFunc(s.terms, func(t string) bool { return df[t] <= 0 })
		if len(s.terms) == 0 && !s.part {
			if s.terms, err = nearest(ctx, q, tenant, strings.ToLower(s.word), df); err != nil {
				return err
			}
			if len(s.terms) > 0 {
				a.replaced[s.word] = s.terms
			}
		}
		ranked = append(ranked, a.slot(s, df))
	}
	a.rank = rank.NewQuestion(ranked)
	return nil
}

func (a *question) slot(s slot, df map[string]int32) rank.Slot {
	total := int32(0) // its terms are one word, so they share one weight
	for _, t := range s.terms {
		total += df[t]
	}
	r := rank.Slot{Terms: s.terms, Part: s.part, Weight: a.idf(min(total, int32(a.passages)))}
	for _, t := range s.terms {
		if !slices.Contains(a.terms, t) {
			a.terms, a.weights = append(a.terms, t), append(a.weights, r.Weight)
		}
	}
	return r
}

func (a *question) idf(df int32) float64 {
	return math.Log(1 + (float64(a.passages)-float64(df)+.5)/(float64(df)+.5))
}

// telling are the terms that passages are looked for by first. A word that most of many passages have says next to nothing and costs
// most of the time; it still counts when the passages that were found are put in order.
func (a *question) telling() (terms []string, weights []float64) {
	if a.passages < manyPassages {
		return a.terms, a.weights
	}
	least := 0.0
	for _, w := range a.weights {
		least = max(least, w*telling)
	}
	for i, w := range a.weights {
		if w >= least {
			terms, weights = append(terms, a.terms[i]), append(weights, w)
		}
	}
	return terms, weights
}

// nearest finds the known terms that a word may be a misspelling of, and adds them to df.
func nearest(ctx context.Context, q *db.Queries, tenant uuid.UUID, word string, df map[string]int32) ([]string, error) {
	r := []rune(word)
	if len(r) < typoShortest || len(r) > words.Longest || strings.ContainsAny(word, "0123456789") {
		return nil, nil
	}
	far := 1
	if len(r) > 7 {
		far = 2
	}
	rows, err := q.ListSimilarTerms(ctx, db.ListSimilarTermsParams{
		TenantID: tenant, Firsts: []string{string(r[0]), string(r[1])}, Shortest: int32(max(2, len(r)-4)), Longest: int32(min(len(r)+far, words.Longest)),
	})
	if err != nil {
		return nil, err
	}
	type near struct {
		db.ListSimilarTermsRow
		distance int
	}
	var found []near
	var term []rune // one after the other: there may be thousands
	for _, row := range rows {
		term = term[:0]
		for _, c := range row.Term {
			term = append(term, c)
		}
		if d := distance(r, term, far); d <= far {
			found = append(found, near{row, d})
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(a.distance-b.distance, cmp.Compare(b.Df, a.Df), strings.Compare(a.Term, b.Term))
	})
	var terms []string
	for _, f := range found[:min(len(found), typoNearest)] {
		df[f.Term] = f.Df
		terms = append(terms, f.Term)
	}
	return terms, nil
}

// distance counts the letters to add, drop, change or swap, as far as they are at most so many; known terms are stems, so what a word
// has beyond its stem's end costs nothing as long as it looks like an ending.
func distance(word, term []rune, most int) int {
	best := edits(word, term, most)
	for cut := 1; cut <= 3 && len(word)-cut >= max(len(term)-1, typoShortest); cut++ {
		best = min(best, edits(word[:len(word)-cut], term, most))
	}
	return best
}

// edits is most+1 for all that is further apart. Neither has more than words.Longest letters.
func edits(a, b []rune, most int) int {
	if d := len(a) - len(b); d > most || -d > most {
		return most + 1
	}
	var rows [3][words.Longest + 1]int
	previous2, previous, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(previous[j]+1, row[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], previous2[j-2]+1)
			}
		}
		previous2, previous, row = previous, row, previous2
	}
	return min(previous[len(b)], most+1)
}

// tooShort tells a text that no search can use.
func tooShort(text string) bool { return utf8.RuneCountInString(strings.TrimSpace(text)) == 0 }
