package knowledge

import (
	"context"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// exactBelow is how many vectors of a tenant are all compared. Up to here that takes some 20 ms and misses nothing; an index that holds
// all tenants' vectors is slower for a small one, and misses half of what is near.
const exactBelow = 20_000

// meaning is what the search by meaning found.
type meaning struct {
	rows   []db.SearchVectorsRow
	weight float64 // of the words' part of a score; the rest is the meaning's
	trust  bool    // what is found may be offered to an answer, whatever words it shares with the question
	notice string
}

const (
	wordsProven  = .5  // beside a model that is published to find passages well
	wordsUnknown = .85 // with .8 vectors that say nothing cost .0225 of nDCG@10, more than the .02 that they may
)

// noMeaning is an Embedder where none is connected.
type noMeaning struct{ llm.Embedder }

func (noMeaning) Embedding() (e llm.Embedding, ok bool) { return e, false }
func (noMeaning) Reranks() bool                         { return false }

// nearest begins the search by meaning, beside the one by words. What is wrong with it is a notice and no error.
func (s *Service) nearest(ctx context.Context, p Person, text string, reach scope) func() (meaning, error) {
	if _, ok := s.Meaning.Embedding(); !ok {
		return func() (m meaning, err error) { return m, nil }
	}
	done := make(chan struct{})
	var m meaning
	var err error
	go func() {
		defer close(done)
		m, err = s.byMeaning(ctx, p, text, reach)
	}()
	return func() (meaning, error) { <-done; return m, err }
}

func (s *Service) byMeaning(ctx context.Context, p Person, text string, reach scope) (m meaning, err error) {
	live, err := s.queries(p).GetLiveModel(ctx, db.GetLiveModelParams{TenantID: p.Tenant})
	if noRows(err) { // the first model is being filled
		return m, nil
	}
	if err != nil || live.Vectors == 0 || live.Dimensions == 0 {
		return m, err
	}
	e := s.Meaning.Known(live.Name)
	e.Model, e.Dimensions, e.Query = live.Name, int(live.Asked), live.QueryPrefix
	if now, _ := s.Meaning.Embedding(); key(now) == live.Key {
		e = now
	}
	vector, err := s.vector(ctx, p, live, e, text)
	if err != nil {
		if ctx.Err() != nil {
			return m, err
		}
		s.Log.WarnContext(ctx, "a search was by words alone", "tenant", p.Tenant, "error", err)
		m.notice = "Only words were searched: the search by meaning is not available. " + meaningless(err)
		return m, nil
	}
	if m.rows, err = s.neighbours(ctx, p, live, vector, reach); err != nil {
		return m, err
	}
	m.weight, m.trust = wordsUnknown, e.Proven
	if e.Proven {
		m.weight = wordsProven
	}
	for len(m.rows) > 0 && m.rows[len(m.rows)-1].Cosine < e.Floor {
		m.rows = m.rows[:len(m.rows)-1]
	}
	return m, nil
}

// neighbours are the nearest passages: exact among few, by the index among many. An index that gives up early is not believed.
func (s *Service) neighbours(ctx context.Context, p Person, live db.GetLiveModelRow, vector string, reach scope) ([]db.SearchVectorsRow, error) {
	params := db.SearchVectorsParams{
		TenantID: p.Tenant, ModelID: live.ID, Query: vector, Collections: reach.collections, Uncollected: reach.uncollected, Most: candidates,
	}
	if live.Vectors >= s.ExactBelow {
		rows, err := byIndex(ctx, s.queries(p), sizeOf(int(live.Dimensions)), params)
		if err != nil || len(rows) >= candidates {
			return rows, err
		}
	}
	return s.queries(p).SearchVectors(ctx, params)
}

func byIndex(ctx context.Context, q *db.Queries, size int, p db.SearchVectorsParams) ([]db.SearchVectorsRow, error) {
	switch size {
	case 384:
		return all(q.SearchVectors384(ctx, db.SearchVectors384Params(p)))
	case 768:
		return all(q.SearchVectors768(ctx, db.SearchVectors768Params(p)))
	case 1024:
		return all(q.SearchVectors1024(ctx, db.SearchVectors1024Params(p)))
	case 1536:
		return all(q.SearchVectors1536(ctx, db.SearchVectors1536Params(p)))
	}
	return all(q.SearchVectors3072(ctx, db.SearchVectors3072Params(p)))
}

// all makes the rows of one size those of any.
func all[R db.SearchVectors384Row | db.SearchVectors768Row | db.SearchVectors1024Row | db.SearchVectors1536Row | db.SearchVectors3072Row](rows []R, err error) ([]db.SearchVectorsRow, error) {
	list := make([]db.SearchVectorsRow, len(rows))
	for i, r := range rows {
		list[i] = db.SearchVectorsRow(r)
	}
	return list, err
}

// vector is that of a question. The same question comes again with each page of its results.
func (s *Service) vector(ctx context.Context, p Person, live db.GetLiveModelRow, e llm.Embedding, text string) (string, error) {
	at := askedFor{p.Tenant, live.ID, text}
	if v, ok := s.recent.get(at); ok {
		return v, nil
	}
	vectors, err := s.Meaning.Embed(ctx, llm.Call{Tenant: p.Tenant, User: &p.User, Purpose: llm.PurposeSearch}, e, []string{text})
	if err == nil {
		err = fits(len(vectors[0]), int(live.Dimensions))
	}
	if err != nil {
		return "", err
	}
	v := written(vectors[0])
	s.recent.put(at, v)
	return v, nil
}

// recent keeps for a while what was said of some questions: their vectors, and how passages answer them.
type recent[T any] struct {
	mu  sync.Mutex
	now map[askedFor]kept[T]
}

type askedFor struct {
	tenant, model uuid.UUID
	text          string
}

type kept[T any] struct {
	said  T
	until time.Time
}

const (
	keptFor  = 5 * time.Minute
	mostKept = 200
)

func (r *recent[T]) get(at askedFor) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	k, ok := r.now[at]
	return k.said, ok && time.Now().Before(k.until)
}

func (r *recent[T]) put(at askedFor, said T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now == nil || len(r.now) >= mostKept {
		r.now = map[askedFor]kept[T]{}
	}
	r.now[at] = kept[T]{said, time.Now().Add(keptFor)}
}
