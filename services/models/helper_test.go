package models

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

// world is a service with one tenant on a database of its own.
type world struct {
	*Service
	db     *dbtest.DB
	tenant uuid.UUID
	user   uuid.UUID
	server *modelserver.Server
}

// quick makes failures fast; tests about waiting set their own.
func quick(base string) OpenAIOptions {
	return OpenAIOptions{BaseURL: base, Key: "sk-test", Model: "test-model", RetryWait: time.Millisecond}
}

func newWorld(t *testing.T, change func(*Options)) *world {
	t.Helper()
	w := &world{db: dbtest.New(t), tenant: uuid.New(), user: uuid.New()}
	server, base := modelserver.New(t)
	w.server = server
	opts := Options{Doors: w.db.Doors(), OpenAI: quick(base), Builtin: BuiltinOptions{Interval: -1},
		Log: slog.New(slog.DiscardHandler)}
	if change != nil {
		change(&opts)
	}
	w.Service = New(opts)
	w.exec(t, `insert into tenants (id, name) values ($1, 'Acme')`, w.tenant)
	w.exec(t, `insert into users (id, email, name, password_hash) values ($1, $2, 'Ann', 'x')`, w.user, w.user.String()+"@example.com")
	w.exec(t, `insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, w.tenant, w.user)
	return w
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) call() llm.Call {
	return llm.Call{Tenant: w.tenant, User: &w.user, Purpose: llm.PurposeChat}
}

// event is a cost event as the table has it.
type event struct {
	Status, Basis, Provider, Model string
	Input, Cached, Output          int64
	Amount                         *int64
	Version                        *string
	Finished                       bool
}

func (w *world) event(t *testing.T, id uuid.UUID) event {
	t.Helper()
	var e event
	err := w.db.Admin.QueryRow(context.Background(), `select status, basis, provider, model, input_tokens, cached_tokens,
		output_tokens, amount, price_version, finished_at is not null from cost_events where tenant_id = $1 and id = $2`, w.tenant, id).
		Scan(&e.Status, &e.Basis, &e.Provider, &e.Model, &e.Input, &e.Cached, &e.Output, &e.Amount, &e.Version, &e.Finished)
	if err != nil {
		t.Fatalf("cost event %s: %v", id, err)
	}
	return e
}

func ask(text string) llm.Request {
	return llm.Request{Messages: []llm.Message{{Role: llm.User, Text: text}}}
}

// collect is an emit that keeps what it gets.
func collect(into *strings.Builder) func(string) error {
	return func(delta string) error {
		into.WriteString(delta)
		return nil
	}
}

func within(t *testing.T, d time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), d)
	t.Cleanup(cancel)
	return ctx
}
