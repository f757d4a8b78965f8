package chat

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/dbtest"
	"stoa/internal/errs"
	"stoa/internal/llm"
	"stoa/internal/realtime"
)

// model answers by a function of the test. The receipts of the real one are tested in tests/answers.
type model struct {
	answer func(ctx context.Context, req llm.Request, emit func(string) error) error

	mu      sync.Mutex
	calls   []llm.Call
	asked   []llm.Request
	settled []uuid.UUID
}

func (m *model) Stream(ctx context.Context, call llm.Call, req llm.Request, emit func(string) error) (llm.Result, error) {
	m.mu.Lock()
	m.calls, m.asked = append(m.calls, call), append(m.asked, req)
	answer := m.answer
	m.mu.Unlock()
	return llm.Result{}, answer(ctx, req, emit)
}

func (m *model) SettleInterrupted(_ context.Context, _, generation uuid.UUID, _ string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.settled = append(m.settled, generation)
	return nil
}

// will sets how the calls from now on are answered.
func (m *model) will(answer func(context.Context, llm.Request, func(string) error) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.answer = answer
}

func (m *model) all() []llm.Call {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.calls)
}

func (m *model) count() int { return len(m.all()) }

// says answers with these pieces.
func says(pieces ...string) func(context.Context, llm.Request, func(string) error) error {
	return func(_ context.Context, _ llm.Request, emit func(string) error) error {
		for _, p := range pieces {
			if err := emit(p); err != nil {
				return err
			}
		}
		return nil
	}
}

// saysAndHangs answers with a piece, and then only when it is cancelled.
func saysAndHangs(piece string) func(context.Context, llm.Request, func(string) error) error {
	return func(ctx context.Context, _ llm.Request, emit func(string) error) error {
		if err := emit(piece); err != nil {
			return err
		}
		<-ctx.Done()
		return context.Cause(ctx)
	}
}

// world is a person with a chat, and a service over a database of its own.
type world struct {
	*Service
	db    *dbtest.DB
	model *model
	me    Person
	chat  uuid.UUID
}

// Send is the service's, of which most tests want to know only whether it went well.
func (w *world) Send(ctx context.Context, p Person, chat uuid.UUID, content string, clientID uuid.UUID) error {
	_, err := w.Service.Send(ctx, p, chat, content, clientID)
	return err
}

func newWorld(t *testing.T, change func(*Options)) *world {
	t.Helper()
	w := &world{db: dbtest.New(t), model: &model{answer: says("Hello ", "there.")}}
	w.Service = w.another(t, change)
	w.me = w.person(t)
	w.chat = w.newChat(t, w.me, defaultTitle, "", "")
	return w
}

// another is a further instance over the same database: another process, as far as both can tell.
func (w *world) another(t *testing.T, change func(*Options)) *Service {
	t.Helper()
	o := Options{Doors: w.db.Doors(), Bus: realtime.NewMemory(), Models: w.model, Log: slog.New(slog.DiscardHandler), Checkpoint: 20 * time.Millisecond}
	if change != nil {
		change(&o)
	}
	s := New(o)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := s.Close(ctx); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func (w *world) person(t *testing.T) Person {
	t.Helper()
	p := Person{uuid.New(), uuid.New()}
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", p.Tenant)
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, 'Zeno', '-')", p.User, p.User.String()+"@example.com")
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", p.Tenant, p.User)
	return p
}

// newChat makes a chat as the form does.
func (w *world) newChat(t *testing.T, p Person, title, model, prompt string) uuid.UUID {
	t.Helper()
	id := uuid.Must(uuid.NewV7())
	err := w.queries(p).CreateConversation(t.Context(), db.CreateConversationParams{
		TenantID: p.Tenant, ID: id, Me: p.User, Title: &title, Model: optional(model), SystemPrompt: optional(prompt),
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) count(t *testing.T, from string, args ...any) (n int) {
	t.Helper()
	if err := w.db.Admin.QueryRow(context.Background(), "select count(*) from "+from, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", from, err)
	}
	return n
}

func (w *world) send(t *testing.T, content string) {
	t.Helper()
	if err := w.Send(t.Context(), w.me, w.chat, content, uuid.New()); err != nil {
		t.Fatalf("send: %v", err)
	}
}

// last is the newest message as the database has it.
func (w *world) last(t *testing.T) Message {
	t.Helper()
	messages, _, err := w.Messages(context.Background(), w.me, w.chat, nil, 1)
	if err != nil || len(messages) == 0 {
		t.Fatalf("last message: %v, %v", messages, err)
	}
	return messages[0]
}

// ended waits until the newest message is in a status.
func (w *world) ended(t *testing.T, status string) Message {
	t.Helper()
	await(t, "the answer to be "+status, func() bool { return string(w.last(t).Status) == status })
	return w.last(t)
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

func want(t *testing.T, what string, err error, kind errs.Kind) {
	t.Helper()
	if err == nil || errs.KindOf(err) != kind {
		t.Errorf("%s: got %v, want an error of kind %d", what, err, kind)
	}
}
