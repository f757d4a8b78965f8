package contract

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/sdk"
)

// A program sends a message and reads the answer while it is written; sent again by its id, it is the same message.
func TestChat(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	talk := w.talk(c)
	assistant, err := c.Assistants.Create(ctx, sdk.AssistantCreate{Name: "Porter"})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []*string{&assistant.ID, nil} { // before the first message it may be changed
		if _, err := c.Chats.Choose(ctx, sdk.ChatsChooseInput{ID: talk.ID, AssistantID: id}); err != nil {
			t.Error(err)
		}
	}
	id := uuid.NewString()
	sent, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: talk.ID, Content: "!echo On the porch, päivää", ClientID: &id})
	if err != nil {
		t.Fatal(err)
	}
	again, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: talk.ID, Content: "Another text", ClientID: &id})
	if err != nil || *again != *sent {
		t.Errorf("sent again it is %+v, %v; it was %+v", again, err, sent)
	}
	messages := map[string]*sdk.ChatsMessage{}
	for event, err := range c.Chats.Stream(ctx, sdk.ChatsStreamInput{ID: talk.ID}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range event.Messages {
			messages[m.ID] = &m
		}
		if event.Message != nil {
			messages[event.Message.ID] = event.Message
		}
		if d := event.Delta; d != nil {
			m := messages[d.MessageID]
			if int64(len(m.Content)) != d.Offset {
				t.Fatalf("a delta at %d for %q", d.Offset, m.Content)
			}
			m.Content += d.Text
		}
		if a := messages[sent.AnswerID]; a != nil && a.Status != "streaming" {
			break
		}
	}
	q, a := messages[sent.MessageID], messages[sent.AnswerID]
	if len(messages) != 2 || q == nil || q.Role != "user" || a.Status != "complete" || !strings.Contains(a.Content, "On the porch, päivää") {
		t.Errorf("question %+v, answer %+v", q, a)
	}
}

// Whoever follows a chat learns of what others send, and that it is gone.
func TestChatFollowed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	talk := w.talk(c)
	var kinds []string
	for event, err := range c.Chats.Stream(ctx, sdk.ChatsStreamInput{ID: talk.ID}) {
		if err != nil {
			t.Fatal(err)
		}
		if len(kinds) == 0 {
			if _, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: talk.ID, Content: "!echo Hello"}); err != nil {
				t.Fatal(err)
			}
		}
		kinds = append(kinds, event.Kind)
		if m := event.Message; m != nil && m.Role == "assistant" && m.Status == "complete" {
			if err := c.Conversations.Delete(ctx, talk.ID); err != nil {
				t.Fatal(err)
			}
		}
		if event.Kind == "gone" {
			break
		}
	}
	if kinds[0] != "messages" || kinds[len(kinds)-1] != "gone" {
		t.Errorf("the events were %v", kinds)
	}
}

// A feed to which words were lost looks at its token before it says anything more: a word of its end may have been among them.
func TestAFeedWhoseTokenEndsUnheard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	talk := w.talk(c)
	begun := false
	for event, err := range c.Chats.Stream(ctx, sdk.ChatsStreamInput{ID: talk.ID}) {
		if err != nil {
			var refused *sdk.Error
			if !begun || !errors.As(err, &refused) || refused.Status != http.StatusUnauthorized {
				t.Errorf("begun: %v; %v", begun, err)
			}
			return
		}
		if begun {
			t.Fatalf("a program whose token has ended was told %+v", event)
		}
		begun = true
		if _, err := w.db.Admin.Exec(ctx, "delete from api_tokens"); err != nil {
			t.Fatal(err)
		}
		w.bus.LoseAll()
	}
	t.Error("the feed ended without a reason")
}

// A program stops an answer; its text stays.
func TestChatStopped(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	talk := w.talk(c)
	if _, err := c.Chats.Stop(ctx, sdk.ChatsStopInput{ID: talk.ID}); err != nil {
		t.Errorf("with nothing to stop: %v", err)
	}
	sent, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: talk.ID, Content: "!hang=2"})
	if err != nil {
		t.Fatal(err)
	}
	asked := false
	for event, err := range c.Chats.Stream(ctx, sdk.ChatsStreamInput{ID: talk.ID}) {
		if err != nil {
			t.Fatal(err)
		}
		if !asked {
			asked = true
			if _, err := c.Chats.Stop(ctx, sdk.ChatsStopInput{ID: talk.ID}); err != nil {
				t.Fatal(err)
			}
		}
		if m := event.Message; m != nil && m.ID == sent.AnswerID && m.Status != "streaming" {
			if m.Status != "stopped" {
				t.Errorf("the answer is %+v", m)
			}
			break
		}
	}
}

// What a procedure takes is checked by its declaration, on every way in.
func TestProcedureInput(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	talk := w.talk(c)
	var e *sdk.Error
	if _, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: talk.ID, Content: "", ClientID: sdk.Ptr("x")}); !errors.As(err, &e) || e.Status != 422 || e.Fields["content"] == "" || e.Fields["client_id"] == "" {
		t.Errorf("got %v", err)
	}
	for path, want := range map[string]int{"/usage?from=gestern": 422, "/usage?from=2026-02-01&to=2026-01-01": 422, "/usage?form=2026-01-01": 400, "/usage?from=2026-01-01&from=2026-01-02": 400, "/usage?from=": 200} {
		if status, text := w.call(t, "GET", path, w.owner, ""); status != want {
			t.Errorf("%s is %d: %s", path, status, text)
		}
	}
}

// The usage of a range comes with every day of it.
func TestUsage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	today := time.Now().UTC()
	m, err := c.Usage.Metrics(ctx, sdk.UsageMetricsInput{From: sdk.Ptr(today.AddDate(0, 0, -6).Format(time.DateOnly)), To: sdk.Ptr(today.Format(time.DateOnly))})
	if err != nil || len(m.Days) != 7 || m.Days[6].Day != m.To || m.Total.Calls != 0 || m.Models == nil {
		t.Errorf("got %+v, %v", m, err)
	}
	if m, err = c.Usage.Metrics(ctx, sdk.UsageMetricsInput{}); err != nil || len(m.Days) != 30 {
		t.Errorf("by default %+v, %v", m, err)
	}
}

// A program adds a text, sees it wait, and finds its passage with the reasons for its place; another company does not.
func TestKnowledge(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	text := sdk.KnowledgeAddInput{Title: "Refunds", Text: "Resellers receive store credit within sixty days."}
	added, err := c.Knowledge.Add(ctx, text)
	if err != nil || added.Number != 1 {
		t.Fatalf("got %+v, %v", added, err)
	}
	list, err := c.Knowledge.List(ctx, sdk.KnowledgeListInput{})
	if err != nil || len(list.Documents) != 1 || list.Documents[0].Status != "queued" || list.Documents[0].ID != added.Document {
		t.Fatalf("listed %+v, %v", list, err)
	}
	tenants, err := w.documents.Waiting(ctx)
	if err != nil || len(tenants) != 1 {
		t.Fatalf("waiting are %v, %v", tenants, err)
	}
	for more := true; more && err == nil; {
		more, err = w.documents.Ingest(ctx, w.db.Doors().Tenant(tenants[0]))
	}
	if err != nil {
		t.Fatal(err)
	}
	found, err := c.Knowledge.Search(ctx, sdk.KnowledgeSearchInput{Q: "When do resellers get creddit?", Limit: sdk.Ptr(int64(3))})
	if err != nil || len(found.Results) != 1 || found.Results[0].Document != added.Document || found.Results[0].Why.KeywordRank != 1 || len(found.Replaced) != 1 {
		t.Errorf("found %+v, %v", found, err)
	}
	if again, err := c.Knowledge.Add(ctx, text); err != nil || again.Number != 0 || again.Document != added.Document {
		t.Errorf("the same again: %+v, %v", again, err)
	}
	if other, err := w.client(w.other).Knowledge.Search(ctx, sdk.KnowledgeSearchInput{Q: "credit"}); err != nil || len(other.Results) != 0 {
		t.Errorf("another company finds %+v, %v", other, err)
	}
}
