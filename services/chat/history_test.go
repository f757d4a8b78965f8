package chat

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// What the model is shown: the newest that fits, oldest first, always with the last turn.
func TestHistory(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	turns := func(sizes ...int) (chat uuid.UUID, before uuid.UUID) {
		chat = w.newChat(t, w.me, defaultTitle, "", "")
		for i, size := range sizes {
			role, text := "user", ""
			if i%2 == 1 {
				role = "assistant"
			}
			if size > 0 {
				text = strings.Repeat(string(rune('a'+i)), size)
			}
			w.exec(t, "insert into messages (tenant_id, id, conversation_id, role, content) values ($1, $2, $3, $4::message_role, $5)",
				w.me.Tenant, uuid.Must(uuid.NewV7()), chat, role, text)
		}
		return chat, uuid.Must(uuid.NewV7())
	}
	for _, c := range []struct {
		name            string
		sizes           []int
		messages, bytes int
		kept            string
		want            string // first letters and sizes
	}{
		{"all fits", []int{10, 20, 30}, 20, 1000, "", "a10 b20 c30"},
		{"none", nil, 20, 1000, "", ""},
		{"the newest messages", []int{1, 1, 1, 1, 1}, 3, 1000, "", "c1 d1 e1"},
		{"the newest bytes", []int{50, 60, 40}, 20, 100, "", "b60 c40"},
		{"no gap in the middle", []int{5, 200, 40}, 20, 100, "", "c40"},
		{"the last turn, whatever its size", []int{5, 5, 500}, 20, 100, "", "c500"},
		{"empty ones are left out", []int{5, 0, 7}, 20, 100, "", "a5 c7"},
		{"with what is kept", []int{5, 6, 7}, 20, 100, "kept", "a5 b6 c7 k4"},
		{"what is kept takes room", []int{50, 30, 7}, 20, 90, strings.Repeat("k", 50), "b30 c7 k50"},
		{"the last turn beside what is kept", []int{50, 30, 7}, 20, 10, strings.Repeat("k", 50), "c7 k50"},
	} {
		chat, before := turns(c.sizes...)
		s := &Service{Options: Options{ContextMessages: c.messages, ContextBytes: c.bytes}}
		g := &generation{Person: w.me, conversation: chat, message: before, kept: c.kept}
		rows, err := w.queries(w.me).ListHistory(t.Context(), s.historyParams(g))
		if err != nil {
			t.Fatal(err)
		}
		history := s.fit(g, rows)
		var got []string
		for _, m := range history {
			got = append(got, fmt.Sprintf("%c%d", m.Text[0], len(m.Text)))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
		}
	}
}

func TestTheSystemPromptComesFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chat := w.newChat(t, w.me, defaultTitle, "large", "Be brief.")
	if err := w.Send(t.Context(), w.me, chat, "Where?", uuid.New()); err != nil {
		t.Fatal(err)
	}
	await(t, "the call", func() bool { return w.model.count() == 1 })
	w.model.mu.Lock()
	defer w.model.mu.Unlock()
	r := w.model.asked[0]
	if r.Model != "large" || len(r.Messages) != 2 || r.Messages[0].Role != "system" || r.Messages[0].Text != "Be brief." || r.Messages[1].Text != "Where?" {
		t.Errorf("got %+v", r)
	}
}

// Pages of messages meet without a gap and without a repetition.
func TestPages(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for i := range 7 {
		w.exec(t, "insert into messages (tenant_id, id, conversation_id, role, content) values ($1, $2, $3, 'user', $4)", w.me.Tenant, uuid.Must(uuid.NewV7()), w.chat, fmt.Sprint(i))
		w.exec(t, "insert into conversations (tenant_id, id, user_id, title, updated_at) values ($1, $2, $3, $4, date_trunc('day', now()))", w.me.Tenant, uuid.New(), w.me.User, fmt.Sprint(i))
	}
	var texts []string
	var before *uuid.UUID
	for more := true; more; {
		page, m, err := w.Messages(t.Context(), w.me, w.chat, before, 3)
		if err != nil {
			t.Fatal(err)
		}
		for i := len(page) - 1; i >= 0; i-- {
			texts = append(texts, page[i].Content)
		}
		more, before = m, &page[0].ID
	}
	if got := strings.Join(texts, ""); got != "6543210" {
		t.Errorf("got %s", got)
	}
	recent, err := w.Recent(t.Context(), w.me, 3)
	if err != nil || len(recent) != 3 {
		t.Errorf("%d recent chats, %v", len(recent), err)
	}
}
