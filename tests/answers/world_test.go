// Package answers tells the story of an answer with everything real but the model: chat, models, receipts, PostgreSQL.
package answers

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
	"stoa/internal/realtime"
	"stoa/internal/webtest/modelserver"
	"stoa/services/chat"
	"stoa/services/models"
)

// world is a person with a chat, and the stand-in for the model's provider.
type world struct {
	*chat.Service
	db       *dbtest.DB
	provider *modelserver.Server
	base     string
	me       chat.Person
	chat     uuid.UUID

	embeddings string // the model of the search by meaning; "" is none
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{db: dbtest.New(t), me: chat.Person{Tenant: uuid.New(), User: uuid.New()}}
	w.provider, w.base = modelserver.New(t)
	w.provider.Default = modelserver.Behavior{Interval: -1}
	w.Service = w.instance(t)
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", w.me.Tenant)
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, 'z@example.com', 'Zeno', '-')", w.me.User)
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", w.me.Tenant, w.me.User)
	w.chat = uuid.Must(uuid.NewV7())
	w.exec(t, "insert into conversations (tenant_id, id, user_id) values ($1, $2, $3)", w.me.Tenant, w.chat, w.me.User)
	return w
}

// instance is one more process: its own bus, its own connection to the provider, the same database.
func (w *world) instance(t *testing.T) *chat.Service {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	llms := models.New(models.Options{Doors: w.db.Doors(), Log: log, OpenAI: models.OpenAIOptions{
		BaseURL: w.base, Key: "sk-of-the-house", Model: "test-model", Retries: -1, RetryWait: time.Millisecond,
	}})
	s := chat.New(chat.Options{Doors: w.db.Doors(), Bus: realtime.NewMemory(), Models: llms, Log: log, Checkpoint: 20 * time.Millisecond})
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := s.Close(ctx); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) send(t *testing.T, content string) {
	t.Helper()
	if _, err := w.Send(t.Context(), w.me, w.chat, content, uuid.New()); err != nil {
		t.Fatal(err)
	}
}

func (w *world) last(t *testing.T) chat.Message {
	t.Helper()
	messages, _, err := w.Messages(context.Background(), w.me, w.chat, nil, 1)
	if err != nil || len(messages) == 0 {
		t.Fatalf("%v, %v", messages, err)
	}
	return messages[0]
}

func (w *world) ended(t *testing.T, status string) chat.Message {
	t.Helper()
	await(t, "the answer to be "+status, func() bool { return string(w.last(t).Status) == status })
	return w.last(t)
}

// receipts tells the cost events, oldest first, each as its status, basis and generation.
func (w *world) receipts(t *testing.T) (all []receipt) {
	t.Helper()
	rows, err := w.db.Admin.Query(context.Background(), "select status::text, basis::text, generation_id, message_id, output_tokens from cost_events order by created_at")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r receipt
		if err := rows.Scan(&r.status, &r.basis, &r.generation, &r.message, &r.output); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

type receipt struct {
	status, basis       string
	generation, message uuid.UUID
	output              int64
}

// statuses of receipts, in one line.
func statuses(all []receipt) string {
	var words []string
	for _, r := range all {
		words = append(words, r.status)
	}
	return strings.Join(words, " ")
}

func await(t *testing.T, what string, cond func() bool) {
	t.Helper()
	limit := time.After(15 * time.Second)
	for !cond() {
		select {
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		case <-time.After(5 * time.Millisecond):
		}
	}
}
