package knowledge

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/services/knowledge/words"
)

// found is a search on its way.
type found struct {
	*question
	meaning
	hits    []*candidate
	dropped []Dropped
}

// newFound joins what the words found and what the meaning found, and orders it as far as that alone tells.
func newFound(a *question, byWords []db.SearchKeywordsRow, m meaning) *found {
	f := &found{question: a, meaning: m}
	at := map[uuid.UUID]*candidate{}
	best, second := map[uuid.UUID]int{}, map[uuid.UUID]float64{}
	for i, r := range byWords {
		c := &candidate{Hit: Hit{Passage: r.PassageID, Document: r.DocumentID, Why: Why{KeywordRank: i + 1, KeywordScore: r.Score}}, sum: string(r.Sha256)}
		c.Why.Parts.Keyword = r.Score / byWords[0].Score
		if best[r.DocumentID]++; best[r.DocumentID] == 2 {
			second[r.DocumentID] = c.Why.Parts.Keyword
		}
		at[r.PassageID] = c
		f.hits = append(f.hits, c)
	}
	for i, r := range m.rows {
		c := at[r.PassageID]
		if c == nil {
			c = &candidate{Hit: Hit{Passage: r.PassageID, Document: r.DocumentID}, sum: string(r.Sha256)}
			f.hits = append(f.hits, c)
		}
		c.Why.MeaningRank, c.Why.Cosine, c.Why.Meaning = i+1, r.Cosine, m.share(r.Cosine)
	}
	for _, c := range f.hits {
		c.Why.Parts.Sibling = second[c.Document]
		c.Why.Words = c.Why.Parts.Keyword
		c.Why.Score = f.fused(c)
	}
	slices.SortStableFunc(f.hits, func(a, b *candidate) int { return cmp.Compare(b.Why.Score, a.Why.Score) })
	return f
}

// share makes a cosine comparable with other scores: the last of those found is 0, the best is 1.
func (m meaning) share(cosine float64) float64 {
	best, last := m.rows[0].Cosine, m.rows[len(m.rows)-1].Cosine
	if best == last {
		return 1
	}
	return (cosine - last) / (best - last)
}

// fused is a candidate's score by both; where nothing was found by meaning the words' score is all.
func (f *found) fused(c *candidate) float64 {
	if len(f.rows) == 0 {
		return c.Why.Words
	}
	return f.weight*c.Why.Words + (1-f.weight)*c.Why.Meaning
}

// rerank looks closely at the best; the others follow in their order. Somebody waits for it, so it is done by two.
func (f *found) rerank() {
	near := slices.DeleteFunc(slices.Clone(f.hits), func(c *candidate) bool { return !c.loaded })
	var other sync.WaitGroup
	other.Go(func() { f.measure(near[len(near)/2:]) })
	f.measure(near[:len(near)/2])
	other.Wait()
	best := 0.0
	for _, c := range near {
		best = max(best, c.Why.Words)
	}
	for _, c := range f.hits {
		if c.Why.Reranked && len(f.rows) > 0 && best > 0 {
			c.Why.Words /= best
		}
		c.Why.Score = f.fused(c)
	}
	slices.SortStableFunc(f.hits, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b2i(b.Why.Reranked), b2i(a.Why.Reranked)), cmp.Compare(b.Why.Score, a.Why.Score))
	})
}

// measure finds out what passages share with the question.
func (f *found) measure(near []*candidate) {
	var body []words.Term // one after the other: fifty at once would be half a megabyte
	for _, c := range near {
		sibling := c.Why.Parts.Sibling
		body = c.terms(body[:0])
		c.Why.Parts = f.rank.Passage(c.Why.Parts.Keyword, c.above(), body)
		c.Why.Parts.Sibling = sibling
		c.Why.Words, c.Why.Reranked = c.Why.Parts.Score(), true
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// judge lets a model put the best in order, where one is connected. Without its word their order stays, with a notice.
func (s *Service) judge(ctx context.Context, p Person, f *found, query *Query) error {
	n := 0
	for n < len(f.hits) && f.hits[n].Why.Reranked {
		n++
	}
	if n < 2 || query.Unjudged || !s.Meaning.Reranks() {
		return nil
	}
	scores, err := s.judgement(ctx, p, f.hits[:n], query.Text)
	if err != nil {
		if ctx.Err() != nil {
			return err
		}
		s.Log.WarnContext(ctx, "a search was not reranked", "tenant", p.Tenant, "error", err)
		f.tellOf("The results stand in the order of the search: the model that reranks them is not available. " + meaningless(err))
		return nil
	}
	for i, c := range f.hits[:n] {
		c.Why.Judged, c.Why.RankBefore, c.Why.Judgement = true, i+1, scores[i]
	}
	slices.SortStableFunc(f.hits[:n], func(a, b *candidate) int { return cmp.Compare(b.Why.Judgement, a.Why.Judgement) })
	return nil
}

// judgement is what a model says of passages. Each page of the same results is cut from the same order.
func (s *Service) judgement(ctx context.Context, p Person, hits []*candidate, question string) ([]float64, error) {
	ids, texts := "", make([]string, len(hits))
	for i, c := range hits {
		ids, texts[i] = ids+string(c.Passage[:]), embedded(c.Title, c.Heading, c.Body)
	}
	at := askedFor{tenant: p.Tenant, text: ids + question}
	if scores, ok := s.judged.get(at); ok {
		return scores, nil
	}
	scores, err := s.Meaning.Rerank(ctx, llm.Call{Tenant: p.Tenant, User: &p.User, Purpose: llm.PurposeRerank}, question, texts)
	if err == nil {
		s.judged.put(at, scores)
	}
	return scores, err
}

func (f *found) tellOf(notice string) {
	if f.notice != "" {
		notice = f.notice + " " + notice
	}
	f.notice = notice
}

// meant tells whether passages that are shown were found by a meaning that is to be trusted.
func (f *found) meant(shown []*candidate) bool {
	return f.trust && slices.ContainsFunc(shown, func(c *candidate) bool { return c.Why.MeaningRank > 0 })
}
