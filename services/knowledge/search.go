package knowledge

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/tenant"
	"stoa/services/knowledge/rank"
	"stoa/services/knowledge/words"
)

const (
	candidates   = 200 // passages that each way of searching gives
	reranked     = 50  // of them are looked at closely
	mostOfOne    = 3   // passages of one document in a result
	longestQuery = 4000
)

// Query is what to search for.
type Query struct {
	Text        string
	Limit       int         // passages; 1 to 50
	Offset      int         // of the first one
	Collections []uuid.UUID // only these; empty: all that the person may read
	Unjudged    bool        // by no reranking model: documents are a part of what was asked for
}

// Result is what a search found.
type Result struct {
	Hits     []Hit
	Replaced map[string][]string // misspelt word → the terms searched instead
	Dropped  []Dropped
	Notice   string  // what did not work as it should
	Coverage float64 // the share of the question's weight that the best passages hold
}

// Hit is a passage that was found.
type Hit struct {
	Passage, Document, Version uuid.UUID
	Title, Heading, Body       string
	FileName                   string
	Number                     int      // of the version
	From, To, Page             int      // of the passage in the version's text
	Marks                      [][2]int // the words of the question in Body
	Why                        Why
}

// Why tells how a passage came to its place.
type Why struct {
	KeywordRank  int     // from 1; 0: not found by words
	KeywordScore float64 // BM25
	Parts        rank.Parts
	Reranked     bool // by what it shares with the question
	MeaningRank  int  // from 1; 0: not found by meaning
	Cosine       float64
	Words        float64 // the part of the score that words make, and that of the meaning
	Meaning      float64
	Score        float64 // of both

	Judged     bool // a model has put it in its place
	RankBefore int
	Judgement  float64 // what the model says
}

// Dropped is a passage that was found and is not shown.
type Dropped struct {
	Title  string
	Reason string
}

// Search finds the passages that answer a question, among those that the person may read.
func (s *Service) Search(ctx context.Context, p Person, query Query) (Result, error) {
	f, shown, err := s.search(ctx, p, &query)
	if err != nil {
		return Result{}, err
	}
	return f.result(shown), nil
}

func (s *Service) search(ctx context.Context, p Person, query *Query) (*found, []*candidate, error) {
	if err := query.check(); err != nil {
		return nil, nil, err
	}
	reach, of, err := s.survey(ctx, p, query.Collections)
	if err != nil {
		return nil, nil, err
	}
	if of.passages == 0 {
		return &found{question: &question{text: query.Text}}, nil, nil
	}
	q, nearest := s.queries(p), s.nearest(ctx, p, query.Text, reach)
	a, rows, err := byWords(ctx, q, p.Tenant, query.Text, of, reach)
	m, merr := nearest()
	if err := errors.Join(err, merr); err != nil {
		return nil, nil, err
	}
	f := newFound(a, rows, m)
	if err := f.load(ctx, q, p.Tenant, reach, f.hits[:min(reranked, len(f.hits))]); err != nil {
		return nil, nil, err
	}
	f.rerank()
	if err := s.judge(ctx, p, f, query); err != nil {
		return nil, nil, err
	}
	f.collapse()
	shown := f.page(query.Offset, query.Limit)
	if err := f.load(ctx, q, p.Tenant, reach, shown); err != nil {
		return nil, nil, err
	}
	return f, slices.DeleteFunc(shown, func(c *candidate) bool { return !c.loaded }), nil
}

func byWords(ctx context.Context, q *db.Queries, tenant uuid.UUID, text string, of corpus, reach scope) (*question, []db.SearchKeywordsRow, error) {
	a, err := understand(ctx, q, tenant, text, of)
	if err != nil || len(a.terms) == 0 {
		return a, nil, err
	}
	find := func(terms []string, weights []float64) ([]db.SearchKeywordsRow, error) {
		return q.SearchKeywords(ctx, db.SearchKeywordsParams{
			TenantID: tenant, Terms: terms, Weights: weights, Average: a.average, Collections: reach.collections, Uncollected: reach.uncollected, Most: candidates,
		})
	}
	terms, weights := a.telling()
	rows, err := find(terms, weights)
	if err == nil && len(rows) < reranked && len(terms) < len(a.terms) { // few have them, or only documents of others
		rows, err = find(a.terms, a.weights)
	}
	return a, rows, err
}

func (q *Query) check() error {
	fields := errs.Fields{}
	q.Text = strings.TrimSpace(clean(q.Text))
	if tooShort(q.Text) {
		fields.Add("q", "Write what to search for.")
	}
	if len(q.Text) > longestQuery {
		fields.Add("q", "This is too long for a question.")
	}
	if q.Limit < 1 || q.Limit > 50 {
		fields.Add("limit", "Between 1 and 50 passages can be shown.")
	}
	if q.Offset < 0 || q.Offset > candidates {
		fields.Add("offset", "There is no such page of results.")
	}
	return fields.Err()
}

// scope is in which documents a search looks.
type scope struct {
	collections []uuid.UUID
	uncollected bool // those in no collection too
}

// survey reads what a search has to know first: where the person may look, and what there is. It is one round trip.
func (s *Service) survey(ctx context.Context, p Person, only []uuid.UUID) (reach scope, of corpus, err error) {
	err = s.Doors.Tenant(p.Tenant).Together(ctx,
		func(on tenant.Statements) error {
			list, err := collections(ctx, on, p)
			reach = scope{idsOf(list), true}
			return err
		},
		func(on tenant.Statements) (err error) {
			of, err = readCorpus(ctx, on, p.Tenant)
			return err
		})
	if err == nil && len(only) > 0 {
		reach.collections = slices.DeleteFunc(reach.collections, func(id uuid.UUID) bool { return !slices.Contains(only, id) })
		reach.uncollected = slices.Contains(only, uuid.Nil)
	}
	return reach, of, err
}

type candidate struct {
	Hit
	loaded   bool
	language words.Language
	sum      string // of the normalised text
}

// load reads the passages that are not read yet; one that has gone meanwhile, or may not be read any more, stays empty.
func (f *found) load(ctx context.Context, q *db.Queries, tenant uuid.UUID, reach scope, hits []*candidate) error {
	missing := map[uuid.UUID]*candidate{}
	var ids []uuid.UUID
	for _, c := range hits {
		if !c.loaded {
			missing[c.Passage] = c
			ids = append(ids, c.Passage)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := q.LoadPassages(ctx, db.LoadPassagesParams{TenantID: tenant, Ids: ids, Collections: reach.collections})
	for _, r := range rows {
		missing[r.ID].fill(r)
	}
	return err
}

func (c *candidate) fill(r db.LoadPassagesRow) {
	c.loaded, c.language = true, words.Language(r.Language)
	c.Version, c.Title, c.Heading, c.Body, c.FileName = r.VersionID, r.Title, r.Heading, r.Body, r.FileName
	c.Number, c.From, c.To, c.Page = int(r.Number), int(r.TextFrom), int(r.TextTo), int(r.Page)
}

// terms appends those of a passage's body, as they were indexed.
func (c *candidate) terms(to []words.Term) []words.Term {
	return words.Analyser{Language: c.language, Code: words.LooksLikeCode(c.Body)}.Append(to, c.Body)
}

// above are the terms of what stands above a passage.
func (c *candidate) above() []words.Term {
	return words.Analyser{Language: c.language}.Terms(heading(c.Title, c.Heading))
}

// collapse drops what says the same as a passage before it, and what is too much of one document.
func (f *found) collapse() {
	seen, of := map[string]bool{}, map[uuid.UUID]int{}
	f.hits = slices.DeleteFunc(f.hits, func(c *candidate) bool {
		reason := ""
		switch {
		case seen[c.sum]:
			reason = "the same text as a passage above"
		case of[c.Document] >= mostOfOne:
			reason = "three better passages of this document are shown"
		}
		if reason != "" {
			if c.loaded {
				f.dropped = append(f.dropped, Dropped{c.Title, reason})
			}
			return true
		}
		seen[c.sum] = true
		of[c.Document]++
		return false
	})
}

func (f *found) page(offset, limit int) []*candidate {
	from := min(offset, len(f.hits))
	return f.hits[from:min(from+limit, len(f.hits))]
}

func (f *found) result(shown []*candidate) Result {
	r := Result{Replaced: map[string][]string{}, Dropped: f.dropped, Notice: f.notice}
	for _, c := range shown {
		terms := c.terms(nil)
		for _, t := range terms {
			if slices.Contains(f.question.terms, t.Text) {
				c.Marks = append(c.Marks, [2]int{t.From, t.To})
			}
			f.tell(t.Text, r.Replaced)
		}
		r.Coverage = max(r.Coverage, f.rank.Coverage(terms))
		r.Hits = append(r.Hits, c.Hit)
	}
	return r
}

// tell names what a misspelt word was taken for, but only words that stand in a passage that is shown: others may
// stand in documents that the person may not read.
func (f *found) tell(term string, replaced map[string][]string) {
	for word, by := range f.replaced {
		if slices.Contains(by, term) && !slices.Contains(replaced[word], term) {
			replaced[word] = append(replaced[word], term)
		}
	}
}

func noRows(err error) bool { return errors.Is(err, pgx.ErrNoRows) }
