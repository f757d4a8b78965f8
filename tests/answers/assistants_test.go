package answers

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/webtest/modelserver"
	"stoa/services/knowledge"
)

// An assistant answers with its instructions, model and temperature, from its collections alone; who may not choose it any more
// is told so.
func TestAssistantAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	documents := w.withDocuments(t, w.base)
	assistant, shelf := uuid.New(), uuid.New()
	w.exec(t, "insert into knowledge_collections (tenant_id, id, name) values ($1, $2, 'Refunds')", w.me.Tenant, shelf)
	w.exec(t, `insert into assistants (tenant_id, id, name, instructions, model, temperature, starters)
		values ($1, $2, 'Stoic', 'Answer in one sentence.', 'calm-model', 0.25, array['What is within our power?'])`, w.me.Tenant, assistant)
	w.exec(t, "insert into assistant_collections (tenant_id, id, assistant_id, collection_id) values ($1, gen_random_uuid(), $2, $3)", w.me.Tenant, assistant, shelf)
	w.upload(t, documents, "elsewhere.txt", "Store credit\n\nResellers of the other porch receive store credit never.")
	_, err := documents.Upload(t.Context(), knowledge.Person{Tenant: w.me.Tenant, User: w.me.User, Admin: true}, knowledge.Upload{Name: "refunds.txt", Data: []byte(refunds), Collection: &shelf})
	if err != nil {
		t.Fatal(err)
	}
	w.ingest(t, documents)
	if w.chat, err = w.StartWith(t.Context(), w.me, assistant); err != nil {
		t.Fatal(err)
	}
	if a, err := w.Assistant(t.Context(), w.me, w.chat); err != nil || a == nil || a.Name != "Stoic" || len(a.Starters) != 1 {
		t.Errorf("the chat's assistant: %+v, %v", a, err)
	}
	w.provider.Next(modelserver.Behavior{Tokens: []string{"Within sixty days [1]."}, Interval: -1})
	w.send(t, "When do resellers receive store credit?")
	answer := w.ended(t, "complete")
	r := w.provider.Requests()[0]
	if r.Model != "calm-model" || !strings.Contains(r.Body, `"temperature":0.25`) || !strings.HasPrefix(r.Messages[0].Content, "Answer in one sentence.") {
		t.Errorf("the model is asked %s", r.Body)
	}
	if strings.Contains(r.Body, "other porch") || len(answer.Sources) != 1 || answer.Sources[0].Title != "Refund policy" {
		t.Errorf("answered from %+v", answer.Sources)
	}
	w.exec(t, "update assistants set access = 'admins' where id = $1", assistant)
	w.exec(t, "update memberships set role = 'member' where user_id = $1", w.me.User)
	w.send(t, "And now?")
	if m := w.ended(t, "failed"); !strings.Contains(m.Error, "may not ask this chat's assistant") || len(w.provider.Requests()) != 1 {
		t.Errorf("told %q", m.Error)
	}
	if _, err := w.StartWith(t.Context(), w.me, assistant); err == nil {
		t.Error("a chat is started with an assistant of admins")
	}
}
