package meaning

import (
	"fmt"
	"strings"
	"testing"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
	"stoa/services/knowledge"
	"stoa/services/models"
)

// Another model is filled beside the one that is searched, and takes over when it is complete; the old one's vectors go an hour later.
func TestAnotherModel(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for i := range 70 { // more than one call
		w.add(t, w.me, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Number %d\n\nThe column %d is of marble.", i, i), nil)
	}
	w.add(t, w.me, "parking.txt", parking, nil)
	if waiting, err := w.Unembedded(t.Context()); err != nil || len(waiting) != 1 || waiting[0] != w.me.Tenant {
		t.Errorf("waiting: %v, %v", waiting, err)
	}
	w.fill(t, w.me)
	if waiting, err := w.Unembedded(t.Context()); err != nil || len(waiting) != 0 {
		t.Errorf("waiting when all is done: %v, %v", waiting, err)
	}
	w.restart(func(o *models.Options) { o.Embeddings.Model, o.Embeddings.Dimensions = "another", 128 })
	if more, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); err != nil || !more {
		t.Fatal(more, err)
	}
	f, err := w.Filling(t.Context(), w.me)
	if err != nil || f == nil || f.Vectors != 64 || f.Passages != 71 || f.Model != "another" || f.Instead != proven || f.Problem != "" {
		t.Errorf("half way: %+v, %v", f, err)
	}
	if r := w.search(t, w.me, "vehicle"); r.Hits[0].Title != "Parking" || r.Notice != "" {
		t.Errorf("half way: %s, %q", titles(r), r.Notice)
	}
	g, err := w.Retrieve(t.Context(), llm.Search{Tenant: w.me.Tenant, User: w.me.User, Turns: []llm.Message{{Role: llm.User, Text: "Vehicle?"}}})
	if err != nil || !g.Meant {
		t.Errorf("half way the old one is a proven one no more: %+v, %v", g, err)
	}
	w.provider.SetMeaning(modelserver.Meaning{Status: 500})
	if _, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); err == nil {
		t.Error("a failure is no failure")
	}
	if f, err = w.Filling(t.Context(), w.me); err != nil || !strings.Contains(f.Problem, "cannot be reached") {
		t.Errorf("stuck: %+v, %v", f, err)
	}
	w.provider.SetMeaning(modelserver.Meaning{Synonyms: synonyms})
	w.exec(t, "update knowledge_models set created_at = created_at - interval '1 hour'")
	w.fill(t, w.me)
	if f, err = w.Filling(t.Context(), w.me); err != nil || f != nil {
		t.Errorf("complete: %+v, %v", f, err)
	}
	if n, all := w.count(t, "select count(*) from knowledge_models where live and name = 'another' and dimensions = 128 and vectors = 71"), w.count(t, "select count(*) from knowledge_vectors"); n != 1 || all != 71 {
		t.Errorf("%d models are live, %d vectors are left", n, all)
	}
	if r := w.search(t, w.me, "a vehicle"); r.Hits[0].Title != "Parking" {
		t.Errorf("by the new one: %s", titles(r))
	}
}

// What an endpoint refuses keeps nothing from its vector: too many texts, and one that is too long.
func TestRefusedPassages(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for i := range 20 {
		w.add(t, w.me, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Number %d\n\nThe column %d is of marble.", i, i), nil)
	}
	w.add(t, w.me, "parking.txt", parking+strings.Repeat(" It is as it is.", 70), nil)
	w.provider.SetMeaning(modelserver.Meaning{Synonyms: synonyms, MostTexts: 8, Longest: 500})
	w.fill(t, w.me)
	if f, err := w.Filling(t.Context(), w.me); err != nil || f != nil {
		t.Errorf("filling: %+v, %v", f, err)
	}
	if r := w.search(t, w.me, "vehicle"); len(r.Hits) == 0 || r.Hits[0].Title != "Parking" {
		t.Errorf("by its beginning: %s", titles(r))
	}
	w.add(t, w.me, "health.txt", health, nil)
	w.provider.SetMeaning(modelserver.Meaning{Longest: 10})
	if _, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); llm.KindOf(err) != llm.TooLong {
		t.Errorf("got %v", err)
	}
	if f, err := w.Filling(t.Context(), w.me); err != nil || f.Vectors != 21 || !strings.Contains(f.Problem, "refuses this text") {
		t.Errorf("stuck: %+v, %v", f, err)
	}
}

// A passage that an endpoint refuses even by its beginning is marked, and keeps no new model from its turn: it is found by its words.
func TestAPassageThatIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "parking.txt", parking, nil)
	gone := w.add(t, w.me, "columns.txt", columns, nil)
	w.add(t, w.me, "health.txt", health, nil)
	w.fill(t, w.me)
	w.restart(func(o *models.Options) { o.Embeddings.Model, o.Embeddings.Dimensions = "another", 128 })
	w.provider.SetMeaning(modelserver.Meaning{Synonyms: synonyms, Refuse: "Marble"})
	w.fill(t, w.me)
	f, err := w.Filling(t.Context(), w.me)
	if err != nil || f == nil || !f.Complete || f.Refused != 1 || f.Problem != "" || f.Instead != "" {
		t.Errorf("filling: %+v, %v", f, err)
	}
	if n := w.count(t, "select count(*) from knowledge_models where live and name = 'another' and dimensions = 128 and vectors = 3"); n != 1 {
		t.Error("the new model is not live")
	}
	for question, title := range map[string]string{"vehicle": "Parking", "marble": "Columns"} {
		if r := w.search(t, w.me, question); len(r.Hits) == 0 || r.Hits[0].Title != title || r.Notice != "" {
			t.Errorf("%s: %s, %q", question, titles(r), r.Notice)
		}
	}
	if waiting, err := w.Unembedded(t.Context()); err != nil || len(waiting) != 0 {
		t.Errorf("waiting when all is done: %v, %v", waiting, err)
	}
	if err := w.Delete(t.Context(), w.me, gone.Document); err != nil {
		t.Fatal(err)
	}
	if f, err := w.Filling(t.Context(), w.me); err != nil || f != nil {
		t.Errorf("without the document: %+v, %v", f, err)
	}
}

// Who refuses everything is out of order: no passage is marked, and the old model stays.
func TestAnEndpointThatRefusesAll(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "parking.txt", parking, nil)
	w.fill(t, w.me)
	w.restart(func(o *models.Options) { o.Embeddings.Model = "another" })
	w.provider.SetMeaning(modelserver.Meaning{Refuse: " "})
	if _, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); !llm.AboutText(err) {
		t.Errorf("got %v", err)
	}
	if f, err := w.Filling(t.Context(), w.me); err != nil || f.Vectors != 0 || f.Refused != 0 || f.Instead != proven || f.Problem == "" {
		t.Errorf("stuck: %+v, %v", f, err)
	}
}

// While one instance has newer settings than another, neither drops what the other one has filled.
func TestTwoInstances(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "parking.txt", parking, nil)
	w.add(t, w.me, "health.txt", health, nil)
	w.fill(t, w.me)
	older, door := w.Service, w.Doors.Tenant(w.me.Tenant)
	w.restart(func(o *models.Options) { o.Embeddings.Model = "another" })
	if more, err := w.Vectorise(t.Context(), door); err != nil || !more {
		t.Fatal(more, err)
	}
	if waiting, err := older.Unembedded(t.Context()); err != nil || len(waiting) > 0 {
		t.Errorf("the older one has work: %v, %v", waiting, err)
	}
	if more, err := older.Vectorise(t.Context(), door); err != nil || more {
		t.Errorf("the older one: %v, %v", more, err)
	}
	newer := w.Service
	for _, s := range []*knowledge.Service{newer, older, newer, older} { // each makes its own live
		w.Service = s
		w.fill(t, w.me)
	}
	if n := w.count(t, "select sum(vectors) from knowledge_models"); n != 4 {
		t.Errorf("%d vectors are left of both", n)
	}
	w.exec(t, "update knowledge_models set live = (name = 'another')") // the older instance has gone
	w.Service = newer
	w.exec(t, "update knowledge_models set created_at = created_at - interval '1 hour'")
	w.fill(t, w.me)
	if n := w.count(t, "select sum(vectors) from knowledge_models where name = 'another'") + w.count(t, "select count(*) from knowledge_models"); n != 3 {
		t.Errorf("%d vectors and models are left of the newer one", n)
	}
}

// What an instance with other settings began to fill goes after a day.
func TestAModelThatWasGivenUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "parking.txt", parking, nil)
	w.add(t, w.me, "health.txt", health, nil)
	w.fill(t, w.me)
	older := w.Service
	w.restart(func(o *models.Options) { o.Embeddings.Model = "another" })
	if more, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); err != nil || !more {
		t.Fatal(more, err)
	}
	w.exec(t, "update knowledge_models set created_at = now() - interval '25 hours' where name = 'another'") // it was given up
	w.Service = older
	w.fill(t, w.me)
	if n := w.count(t, "select count(*) from knowledge_models") + w.count(t, "select count(*) from knowledge_vectors"); n != 3 {
		t.Errorf("%d models and vectors are left", n)
	}
}

// Counts that differ are an error that is tried again with pauses, and no busy loop.
func TestCountsThatDiffer(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.add(t, w.me, "parking.txt", parking, nil)
	w.fill(t, w.me)
	w.exec(t, "update knowledge_stats set passages = passages + 1")
	if more, err := w.Vectorise(t.Context(), w.Doors.Tenant(w.me.Tenant)); err == nil || more {
		t.Errorf("%v, %v", more, err)
	}
	w.exec(t, "delete from knowledge_stats")
	w.exec(t, "update knowledge_models set live = false")
	w.fill(t, w.me)
	if w.count(t, "select count(*) from knowledge_models where live") != 1 {
		t.Error("without passages it does not become live")
	}
}

// Vectors that say nothing cost a search next to nothing, since a model that nobody has measured has little weight.
func TestVectorsThatSayNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *models.Options) { o.Embeddings.Model = "unheard-of" })
	w.provider.SetMeaning(modelserver.Meaning{Random: true})
	topics := strings.Fields("marble bronze timber linen papyrus olive barley honey cedar granite ivory silver amber cotton saffron walnut clay tin wool leather")
	for i := range 200 {
		a, b := topics[i%20], topics[(i/20+i)%20]
		w.add(t, w.me, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Ledger %d\n\nThe merchant sells %s, and %s is bought in month %d.", i, a, b, i), nil)
	}
	w.fill(t, w.me)
	wrong := 0
	for i := range 20 {
		q := fmt.Sprintf("Who sells %s and buys %s?", topics[i], topics[(3+i)%20])
		r := w.search(t, w.me, q)
		if !strings.Contains(r.Hits[0].Body, "sells "+topics[i]) || !strings.Contains(r.Hits[0].Body, topics[(3+i)%20]+" is bought") {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 20 questions are answered worse than by words", wrong)
	}
}

// A reranking model puts the best in order; what it did is told.
func TestReranked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *models.Options) { o.Embeddings.Model, o.Rerank.Model = "", "judge" })
	w.add(t, w.me, "parking.txt", "Rules\n\nThe court was told of the court and of the court; vehicles are far.", nil)
	w.add(t, w.me, "yard.txt", "Yard\n\nThe automobile court.", nil)
	r := w.search(t, w.me, "vehicle court")
	if len(r.Hits) != 2 || !r.Hits[0].Why.Judged || r.Hits[0].Why.Judgement < r.Hits[1].Why.Judgement || r.Notice != "" {
		t.Errorf("%s, %+v", titles(r), r.Hits)
	}
	next, err := w.Search(t.Context(), w.me, knowledge.Query{Text: "vehicle court", Limit: 1, Offset: 1})
	if err != nil || len(next.Hits) != 1 || !next.Hits[0].Why.Judged || next.Hits[0].Title != r.Hits[1].Title {
		t.Errorf("the next page is of another order: %s, %v", titles(next), err)
	}
	passing, err := w.Search(t.Context(), w.me, knowledge.Query{Text: "a court", Limit: 1, Unjudged: true})
	if err != nil || len(passing.Hits) != 1 || passing.Hits[0].Why.Judged {
		t.Errorf("in passing: %+v, %v", passing.Hits, err)
	}
	if n := w.count(t, "select count(*) from cost_events where purpose = 'rerank' and status = 'complete'"); n != 1 {
		t.Errorf("%d receipts", n)
	}
	w.provider.SetMeaning(modelserver.Meaning{Hang: true})
	if r := w.search(t, w.me, "vehicles, court"); len(r.Hits) != 2 || !strings.Contains(r.Notice, "did not answer in time") {
		t.Errorf("without the judge: %s, %q", titles(r), r.Notice)
	}
}
