package knowledge

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/services/knowledge/words"
)

const (
	offered       = 8        // passages of one answer
	groundsBudget = 12 << 10 // bytes of them: about 3,000 tokens
	quotesOfOne   = 2        // sentences of one passage
	shortQuestion = 4        // words; what has fewer may mean what was asked before
	overlapEnough = .3       // of a cited sentence's weight must stand in its passage
)

// Retrieve finds the passages that answer the last question of a conversation, among those that the person may read. It
// returns nil when the company has no documents.
func (s *Service) Retrieve(ctx context.Context, search llm.Search) (*llm.Grounds, error) {
	p := Person{Tenant: search.Tenant, User: search.User}
	q := Query{Text: asked(search.Turns), Limit: offered}
	if tooShort(q.Text) {
		return nil, nil
	}
	if search.Assistant != nil {
		var err error
		if q.Collections, err = s.queries(p).AnswersFrom(ctx, db.AnswersFromParams{TenantID: p.Tenant, AssistantID: *search.Assistant}); err != nil {
			return nil, err
		}
	}
	f, shown, err := s.search(ctx, p, &q)
	if err != nil || f.passages == 0 {
		return nil, err
	}
	g, room := &llm.Grounds{Notice: f.notice, Meant: f.meant(shown)}, groundsBudget
	for _, c := range shown {
		if room -= len(c.Body); room < 0 && len(g.Passages) > 0 {
			break
		}
		g.Passages = append(g.Passages, llm.Passage{
			Number: len(g.Passages) + 1, Document: c.Document, Version: c.Version, Title: c.Title, Heading: c.Heading, Text: c.Body,
			From: c.From, Page: c.Page, Score: c.Why.Score, Quotes: f.quotes(c),
		})
		g.Coverage = max(g.Coverage, f.rank.Coverage(c.terms(c.above())))
	}
	return g, nil
}

// asked is the last question; a short one is asked together with the one before, which says what "it" is.
func asked(turns []llm.Message) string {
	var questions []string
	for _, m := range slices.Backward(turns) {
		if m.Role == llm.User {
			questions = append(questions, m.Text)
		}
	}
	if len(questions) == 0 {
		return ""
	}
	text := cutTo(questions[0])
	if len(questions) > 1 && len(slotsOf(text, []words.Language{words.English})) < shortQuestion {
		text = cutTo(text + "\n" + questions[1])
	}
	return text
}

func cutTo(text string) string {
	if len(text) > longestQuery {
		text = strings.ToValidUTF8(text[:longestQuery], "")
	}
	return text
}

// quotes are the sentences of a passage that share most with the question.
func (f *found) quotes(c *candidate) []llm.Quote {
	var list []llm.Quote
	a := words.Analyser{Language: c.language, Code: words.LooksLikeCode(c.Body)}
	for _, s := range words.Sentences(c.Body) {
		parts := f.rank.Passage(0, nil, a.Terms(c.Body[s[0]:s[1]]))
		if score := parts.Coverage + .3*parts.Window + .3*parts.Pairs; score > 0 {
			list = append(list, llm.Quote{From: s[0], To: s[1], Score: score})
		}
	}
	slices.SortStableFunc(list, func(a, b llm.Quote) int { return cmp.Compare(b.Score, a.Score) })
	return list[:min(quotesOfOne, len(list))]
}

var citation = regexp.MustCompile(`\[(\d{1,3})\]`)

// Check looks at what an answer cites: which passages, which of their sentences is meant, and whether they say so.
func (s *Service) Check(ctx context.Context, tenant uuid.UUID, g *llm.Grounds, answer string) error {
	q := s.queries(Person{Tenant: tenant})
	claims := cited(answer)
	if len(claims) == 0 {
		return nil
	}
	of, err := readCorpus(ctx, s.Doors.Tenant(tenant), tenant)
	if err != nil {
		return err
	}
	for _, sentence := range claims {
		a, err := understand(ctx, q, tenant, citation.ReplaceAllString(sentence.text, ""), of)
		if err != nil {
			return err
		}
		for _, n := range sentence.numbers {
			if n >= 1 && n <= len(g.Passages) {
				a.check(&g.Passages[n-1], sentence.text)
			}
		}
	}
	return nil
}

// claim is a sentence of an answer and the numbers it cites.
type claim struct {
	text    string
	numbers []int
}

// cited are the sentences of an answer that cite; a number behind a sentence's end belongs to that sentence.
func cited(answer string) []claim {
	var list []claim
	last := ""
	for _, s := range words.Sentences(answer) {
		text := answer[s[0]:s[1]]
		var numbers []int
		for _, m := range citation.FindAllStringSubmatch(text, -1) {
			n, _ := strconv.Atoi(m[1]) // digits alone
			numbers = append(numbers, n)
		}
		if plain := strings.Trim(citation.ReplaceAllString(text, ""), " >\n\t.*-"); plain != "" {
			last = plain
		}
		if len(numbers) > 0 {
			list = append(list, claim{last, numbers})
		}
	}
	return list
}

// check finds the sentence of a passage that a claim means; the first claim of a passage places the mark.
func (a *question) check(p *llm.Passage, claim string) {
	marked := p.Cited
	p.Cited = true
	if marked {
		return
	}
	p.Mark = [2]int{0, len(p.Text)}
	if a.rank == nil {
		return
	}
	best := 0.0
	for _, s := range words.Sentences(p.Text) {
		if text := p.Text[s[0]:s[1]]; strings.Contains(claim, text) { // word for word
			p.Mark, p.Verified = s, true
			return
		}
		if overlap := a.overlap(p.Text[s[0]:s[1]]); overlap > best {
			best, p.Mark = overlap, s
		}
	}
	p.Verified = a.overlap(p.Text) >= overlapEnough
}

// overlap is the share of the claim's weight that a text holds, in whichever language its words are.
func (a *question) overlap(text string) (best float64) {
	for _, l := range a.languages {
		best = max(best, a.rank.Coverage(words.Analyser{Language: l, Code: true}.Terms(text)))
	}
	return best
}
