package models

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

// newMeaning is a world whose provider makes vectors and puts passages in order.
func newMeaning(t *testing.T, change func(*Options)) *world {
	t.Helper()
	return newWorld(t, func(o *Options) {
		o.Embeddings.Model, o.Rerank.Model = "multilingual-e5-small", "bge-reranker"
		o.Embeddings.Patience, o.Rerank.Patience = 200*time.Millisecond, 200*time.Millisecond
		if change != nil {
			change(o)
		}
	})
}

func (w *world) embed(t *testing.T, purpose llm.Purpose, texts ...string) ([][]float32, error) {
	t.Helper()
	e, ok := w.Embedding()
	if !ok {
		t.Fatal("no embedding is configured")
	}
	return w.Embed(within(t, time.Minute), llm.Call{Tenant: w.tenant, User: &w.user, Purpose: purpose}, e, texts)
}

// receipts are the cost events of a purpose, each as its status and tokens.
func (w *world) receipts(t *testing.T, purpose llm.Purpose) (ids []event) {
	t.Helper()
	rows, err := w.db.Admin.Query(t.Context(), "select id from cost_events where tenant_id = $1 and purpose = $2 order by created_at, id", w.tenant, purpose)
	if err != nil {
		t.Fatal(err)
	}
	var all []uuid.UUID
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		all = append(all, id)
	}
	rows.Close()
	for _, id := range all {
		ids = append(ids, w.event(t, id))
	}
	return ids
}

func TestEmbed(t *testing.T) {
	t.Parallel()
	w := newMeaning(t, nil)
	w.server.SetMeaning(modelserver.Meaning{Synonyms: map[string]string{"refund": "money"}})
	passages, err := w.embed(t, llm.PurposePassages, "The refund takes a month.", "Dogs bark.")
	if err != nil {
		t.Fatal(err)
	}
	question, err := w.embed(t, llm.PurposeSearch, "When is my money back, in a month?")
	if err != nil {
		t.Fatal(err)
	}
	cosine := func(a, b []float32) (sum float64) {
		for i := range a {
			sum += float64(a[i]) * float64(b[i])
		}
		return sum
	}
	if near, far := cosine(question[0], passages[0]), cosine(question[0], passages[1]); near < far+.2 || math.Abs(cosine(passages[0], passages[0])-1) > 1e-5 {
		t.Errorf("near %f, far %f", near, far)
	}
	asked := w.server.Meant()
	if len(asked) != 2 || asked[0].Texts[0] != "passage: The refund takes a month." || !strings.HasPrefix(asked[1].Texts[0], "query: ") {
		t.Errorf("asked %+v", asked)
	}
	for purpose, tokens := range map[llm.Purpose]int64{llm.PurposePassages: 9, llm.PurposeSearch: 9} {
		if r := w.receipts(t, purpose); len(r) != 1 || r[0].Status != "complete" || r[0].Basis != "exact" || r[0].Input != tokens || !r[0].Finished {
			t.Errorf("%s: %+v", purpose, r)
		}
	}
}

// An endpoint that is away costs one who waits no more than his patience, and the next ones nothing; work in the background tries again.
func TestEmbedFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		is   modelserver.Meaning
		kind llm.ErrorKind
		says string
	}{
		"hanging": {modelserver.Meaning{Hang: true}, llm.Timeout, "in time"},
		"500":     {modelserver.Meaning{Status: 500}, llm.Unavailable, "cannot be reached"},
		"401":     {modelserver.Meaning{Status: 401}, llm.BadKey, "EMBEDDINGS_API_KEY"},
		"404":     {modelserver.Meaning{Status: 404}, llm.UnknownModel, "EMBEDDINGS_MODEL"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newMeaning(t, nil)
			w.server.SetMeaning(c.is)
			begin := time.Now()
			for range 20 {
				if _, err := w.embed(t, llm.PurposeSearch, "question"); llm.KindOf(err) != c.kind || !strings.Contains(llm.MessageOf(err), c.says) {
					t.Fatalf("got %v", err)
				}
			}
			if took := time.Since(begin); took > 3*time.Second || len(w.server.Meant()) != 1 {
				t.Errorf("it was asked %d times in %s", len(w.server.Meant()), took)
			}
			if r := w.receipts(t, llm.PurposeSearch); len(r) != 1 || r[0].Status != "failed" {
				t.Errorf("receipts %+v", r)
			}
			if name == "hanging" {
				return // the background would wait for a minute
			}
			tries := map[llm.ErrorKind]int{llm.Unavailable: 3}[c.kind]
			if _, err := w.embed(t, llm.PurposePassages, "passage"); llm.KindOf(err) != c.kind || len(w.server.Meant()) != 1+max(1, tries) {
				t.Errorf("the background: %v after %d requests", err, len(w.server.Meant())-1)
			}
			w.server.SetMeaning(modelserver.Meaning{})
			if _, err := w.embed(t, llm.PurposePassages, "passage"); err != nil {
				t.Errorf("when it is back: %v", err)
			}
		})
	}
}

// A text that is refused is the fault of no endpoint: the next one is asked. And nobody is told what another company's text was.
func TestRefusedTexts(t *testing.T) {
	t.Parallel()
	w := newMeaning(t, nil)
	secret := "the merger with Porch " + strings.Repeat("x", 100)
	w.server.SetMeaning(modelserver.Meaning{Longest: 100})
	if _, err := w.embed(t, llm.PurposeSearch, secret); llm.KindOf(err) != llm.TooLong || !strings.Contains(err.Error(), "merger") {
		t.Fatalf("got %v", err)
	}
	if _, err := w.embed(t, llm.PurposeSearch, "of another company"); err != nil {
		t.Errorf("the next one: %v", err)
	}
	w.server.SetMeaning(modelserver.Meaning{Status: 500})
	for range 2 {
		_, err := w.embed(t, llm.PurposeSearch, secret)
		if llm.KindOf(err) != llm.Unavailable || len(w.server.Meant()) != 3 {
			t.Errorf("%v after %d requests", err, len(w.server.Meant()))
		}
	}
	if err := w.embeddings.resting(); err == nil || errors.Unwrap(err) != nil {
		t.Errorf("what others are told has a cause: %v", err)
	}
	w.server.SetMeaning(modelserver.Meaning{MostTexts: 32})
	texts := slices.Repeat([]string{"A dog barks"}, 49)
	scores, err := w.Rerank(within(t, time.Minute), llm.Call{Tenant: w.tenant, Purpose: llm.PurposeRerank}, "barking dogs", append(texts, "Marble"))
	if err != nil || len(scores) != 50 || scores[49] >= scores[48] || len(w.server.Meant()) != 6 {
		t.Errorf("more than 32 texts: %d scores, %d requests, %v", len(scores), len(w.server.Meant()), err)
	}
}

func TestVectorsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{
		``, `[]`, `{"data":[]}`, `{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}`, `{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}`,
		`{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}`, `{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1]}]}`,
		`{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[1,0]}]}`, `{"data":[{"index":0,"embedding":[1e39,0]},{"index":1,"embedding":[1,0]}]}`,
		`{"data":[{"index":0,"embedding":"AAAA"},{"index":1,"embedding":[1,0]}]}`, `{"data":[{"index":-1,"embedding":[1]},{"index":1,"embedding":[1]}]}`,
	} {
		if v, err := readVectors([]byte(raw), 2); err == nil {
			t.Errorf("%s is taken for %v", raw, v)
		}
	}
}

func TestRerank(t *testing.T) {
	t.Parallel()
	w := newMeaning(t, nil)
	call := llm.Call{Tenant: w.tenant, User: &w.user, Purpose: llm.PurposeRerank}
	scores, err := w.Rerank(within(t, time.Minute), call, "barking dogs", []string{"Marble columns", "A dog barks", "Both dogs bark and dogs bark"})
	if err != nil || len(scores) != 3 || scores[2] < scores[0] {
		t.Errorf("%v, %v", scores, err)
	}
	if r := w.receipts(t, llm.PurposeRerank); len(r) != 1 || r[0].Status != "complete" || r[0].Model != "bge-reranker" {
		t.Errorf("receipts %+v", r)
	}
	w.server.SetMeaning(modelserver.Meaning{Hang: true})
	begin := time.Now()
	if _, err := w.Rerank(within(t, time.Minute), call, "x", []string{"y"}); llm.KindOf(err) != llm.Timeout || time.Since(begin) > 2*time.Second {
		t.Errorf("%v after %s", err, time.Since(begin))
	}
	for raw, want := range map[string][]float64{
		`{"results":[{"index":1,"relevance_score":0.5},{"index":0,"relevance_score":-2}]}`: {-2, .5},
		`{"data":[{"index":0,"relevance_score":1},{"index":1,"relevance_score":0}]}`:       {1, 0},
		`[{"index":1,"score":0.25},{"index":0,"score":0.75}]`:                              {.75, .25},
		`{"results":[{"index":1,"relevance_score":0.5}]}`:                                  nil, `{}`: nil, `{"results":[{"index":2,"score":1},{"index":0,"score":1}]}`: nil, `x`: nil,
	} {
		if got, err := readScores([]byte(raw), 2); !slices.Equal(got, want) || (err == nil) != (want != nil) {
			t.Errorf("%s: %v, %v", raw, got, err)
		}
	}
}

// However many calls come at once, they spend no more than a day's tokens; then nobody is asked.
func TestSearchLimit(t *testing.T) {
	t.Parallel()
	w := newMeaning(t, func(o *Options) { o.SearchTokens = 100 })
	text := strings.TrimSpace(strings.Repeat("marble ", 12)) // 12 tokens as the stand-in counts, 30 as we do before the call
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			if _, err := w.embed(t, llm.PurposeSearch, text); err != nil && llm.KindOf(err) != llm.LimitReached {
				t.Error(err)
			}
		})
	}
	group.Wait()
	for range 20 {
		_, _ = w.embed(t, llm.PurposePassages, text) // whatever is left
	}
	_, err := w.embed(t, llm.PurposeSearch, text)
	if llm.KindOf(err) != llm.LimitReached || !strings.Contains(llm.MessageOf(err), "midnight UTC") {
		t.Errorf("beyond the limit: %v", err)
	}
	var spent, receipts int64
	if err := w.db.Admin.QueryRow(context.Background(), "select sum(input_tokens), count(*) from cost_events").Scan(&spent, &receipts); err != nil {
		t.Fatal(err)
	}
	if spent > 100 || spent < 60 || receipts != int64(len(w.server.Meant())) {
		t.Errorf("%d tokens are spent, %d calls made, %d receipts written", spent, len(w.server.Meant()), receipts)
	}
	if _, err := w.Stream(within(t, time.Minute), w.call(), ask("hello"), func(string) error { return nil }); err != nil {
		t.Errorf("a chat is held up: %v", err)
	}
}
