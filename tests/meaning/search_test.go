package meaning

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
	"stoa/services/knowledge"
	"stoa/services/models"
)

// A document is found by its words at once, and by what it means as soon as it has vectors. Each call has its receipt.
func TestFoundByMeaning(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for name, text := range map[string]string{"parking.txt": parking, "health.txt": health, "columns.txt": columns} {
		w.add(t, w.me, name, text, nil)
	}
	if r := w.search(t, w.me, "parked behind"); titles(r) != "Parking" || r.Notice != "" {
		t.Errorf("by words: %s, %q", titles(r), r.Notice)
	}
	if r := w.search(t, w.me, "my vehicle"); len(r.Hits) > 0 {
		t.Errorf("before there are vectors: %s", titles(r))
	}
	w.fill(t, w.me)
	r := w.search(t, w.me, "vehicle")
	if len(r.Hits) == 0 || r.Hits[0].Title != "Parking" || r.Notice != "" {
		t.Fatalf("by meaning: %s, %q", titles(r), r.Notice)
	}
	if why := r.Hits[0].Why; why.MeaningRank != 1 || why.KeywordRank != 0 || why.Cosine < .2 || why.Meaning != 1 {
		t.Errorf("why: %+v", why)
	}
	if n := w.count(t, "select count(*) from cost_events where status = 'complete' and amount is null and purpose = 'passages'"); n != 1 {
		t.Errorf("%d receipts of three passages in one call", n)
	}
	again := w.search(t, w.me, "vehicle")
	if n := w.count(t, "select count(*) from cost_events where purpose = 'search'"); n != 1 || titles(again) != titles(r) {
		t.Errorf("the same question twice: %d receipts, %s", n, titles(again))
	}
	g, err := w.Retrieve(t.Context(), llm.Search{Tenant: w.me.Tenant, User: w.me.User, Turns: []llm.Message{{Role: llm.User, Text: "Vehicle?"}}})
	if err != nil || !g.Meant || len(g.Passages) == 0 || g.Passages[0].Title != "Parking" {
		t.Errorf("the grounds of an answer: %+v, %v", g, err)
	}
}

// The index is made once, when a document comes: a search writes nothing into it, by words or by meaning.
func TestASearchWritesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *models.Options) { o.Rerank.Model = "judge" })
	w.add(t, w.me, "parking.txt", parking, nil)
	w.add(t, w.me, "health.txt", health, nil)
	w.fill(t, w.me)
	w.exec(t, "create function refuse() returns trigger language plpgsql as $$ begin raise 'a search writes into %', tg_table_name; end $$")
	w.exec(t, `do $$ declare name text; begin
		for name in select tablename from pg_tables where tablename like 'knowledge\_%' loop
			execute format('create trigger refuse before insert or update or delete or truncate on %I for each statement execute function refuse()', name);
		end loop; end $$`)
	if n := w.count(t, "select count(*) from pg_trigger where tgname = 'refuse'"); n < 10 {
		t.Errorf("%d tables are watched", n)
	}
	r := w.search(t, w.me, "vehicle parkd")
	if len(r.Hits) == 0 || r.Hits[0].Title != "Parking" || r.Hits[0].Why.MeaningRank != 1 || len(r.Replaced) != 1 || r.Notice != "" {
		t.Errorf("found: %+v", r)
	}
}

// Whatever the endpoint does, what words find is found, within the deadline, and a notice says what is missing.
func TestWithoutTheEndpoint(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		is    modelserver.Meaning
		says  string
		limit int64
	}{
		"hanging":    {is: modelserver.Meaning{Hang: true}, says: "did not answer in time"},
		"500":        {is: modelserver.Meaning{Status: 500}, says: "cannot be reached"},
		"wrong size": {is: modelserver.Meaning{Wrong: true}, says: "Its vectors have 32 numbers, and those of the documents have 64."},
		"limit":      {limit: 80, says: "counted anew at midnight UTC"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(o *models.Options) { o.SearchTokens, o.Rerank.Model = c.limit, "judge" })
			w.add(t, w.me, "parking.txt", parking, nil)
			w.add(t, w.me, "columns.txt", columns, nil)
			w.fill(t, w.me)
			w.provider.SetMeaning(c.is)
			if c.limit > 0 {
				w.exec(t, "update cost_events set input_tokens = 80")
			}
			begin := time.Now()
			for _, q := range []string{"staff automobile", "Which automobile is parked?"} {
				r := w.search(t, w.me, q)
				if len(r.Hits) == 0 || r.Hits[0].Title != "Parking" || r.Hits[0].Why.MeaningRank != 0 || !strings.Contains(r.Notice, c.says) {
					t.Errorf("%q: %s, %q", q, titles(r), r.Notice)
				}
			}
			if took := time.Since(begin); took > 3*time.Second {
				t.Errorf("two searches took %s", took)
			}
			g, err := w.Retrieve(t.Context(), llm.Search{Tenant: w.me.Tenant, User: w.me.User, Turns: []llm.Message{{Role: llm.User, Text: "Which automobile?"}}})
			if err != nil || g.Meant || len(g.Passages) == 0 || !strings.Contains(g.Notice, c.says) {
				t.Errorf("the grounds of an answer: %+v, %v", g, err)
			}
			if n := w.count(t, "select count(*) from cost_events where status = 'running'"); n > 0 {
				t.Errorf("%d receipts are not settled", n)
			}
		})
	}
}

// A passage that may not be read is found by no meaning of it: not of another company, not of a collection that is not one's own.
func TestMeaningKeepsToItsWalls(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	member, stranger := w.person(t, w.me.Tenant, "member"), w.person(t, w.company(t), "owner")
	admins := uuid.New()
	w.exec(t, "insert into knowledge_collections (tenant_id, id, name, access) values ($1, $2, 'Staff', 'admins')", w.me.Tenant, admins)
	w.add(t, w.me, "salaries.txt", "Pay\n\nThe salary of an architect.", &admins)
	w.add(t, stranger, "columns.txt", columns, nil)
	w.fill(t, w.me)
	w.fill(t, stranger)
	if r := w.search(t, w.me, "wage"); titles(r) != "Pay" {
		t.Errorf("an admin finds %q", titles(r))
	}
	for name, p := range map[string]knowledge.Person{"a member": member, "a stranger": stranger} {
		if r := w.search(t, p, "wage"); strings.Contains(titles(r), "Pay") || len(r.Dropped) > 0 {
			t.Errorf("%s finds %q, %+v", name, titles(r), r.Dropped)
		}
	}
}

// What is deleted or replaced leaves no vector, and the counts stay true.
func TestVectorsGoWithTheirPassages(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "columns.txt", columns, nil)
	gone := w.add(t, w.me, "parking.txt", strings.Repeat(parking+"\n\n"+strings.Repeat("Much more is said. ", 60)+"\n\n", 70), nil)
	w.fill(t, w.me)
	w.add(t, w.me, "parking.txt", parking, nil) // a version of one passage
	w.fill(t, w.me)
	consistent := func(want int) {
		t.Helper()
		n := w.count(t, "select count(*) from knowledge_vectors")
		if counted := w.count(t, "select sum(vectors) from knowledge_models"); n != want || counted != want || w.count(t, "select count(*) from knowledge_passages") != want {
			t.Errorf("%d vectors, counted as %d, for %d passages", n, counted, want)
		}
	}
	consistent(2)
	if err := w.Delete(t.Context(), w.me, gone.Document); err != nil {
		t.Fatal(err)
	}
	consistent(1)
	if r := w.search(t, w.me, "vehicle"); strings.Contains(titles(r), "Parking") {
		t.Errorf("found after its end: %s", titles(r))
	}
}
