package tail_test

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/dbtest"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
)

const patience = 20 * time.Second

// world is a database with two companies, whose events are tailed.
type world struct {
	*dbtest.DB
	bus     *realtime.Memory
	tail    *tail.Tail
	metrics *prometheus.Registry
	a, b    uuid.UUID
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{DB: dbtest.New(t), bus: realtime.NewMemory(), metrics: prometheus.NewRegistry(), a: uuid.New(), b: uuid.New()}
	for _, id := range []uuid.UUID{w.a, w.b} {
		w.exec(t, w.Admin, "insert into tenants (id, name) values ($1, 'Company')", id)
	}
	var err error
	w.tail, err = tail.Start(t.Context(), tail.Options{Door: w.Doors().System(), Bus: w.bus, Log: slog.New(slog.DiscardHandler), Metrics: w.metrics})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.tail.Close)
	return w
}

// execer is a pool, a connection, a transaction or a door.
type execer interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
}

func (w *world) exec(t testing.TB, on execer, sql string, args ...any) {
	t.Helper()
	rows, err := on.Query(t.Context(), sql, args...)
	if err == nil {
		rows.Close()
		err = rows.Err()
	}
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// insert adds a widget and returns its id.
func (w *world) insert(t testing.TB, on execer, tenant uuid.UUID) uuid.UUID {
	t.Helper()
	id := uuid.New()
	w.exec(t, on, "insert into widgets (tenant_id, id, name) values ($1, $2, 'Door')", tenant, id)
	return id
}

// breakConnection ends the tail's connection on the server, unless it is broken already.
func (w *world) breakConnection(t testing.TB) (ended int) {
	t.Helper()
	err := w.Admin.QueryRow(t.Context(), `select count(pg_terminate_backend(pid)) from pg_stat_activity
		where application_name = 'stoa events' and datname = current_database()`).Scan(&ended)
	if err != nil {
		t.Fatal(err)
	}
	return ended
}

// listen hears what happens to the widgets of a tenant.
func (w *world) listen(t testing.TB, tenant uuid.UUID) *ear {
	t.Helper()
	s := w.bus.Subscribe(tail.Topic(tenant, "widgets"))
	t.Cleanup(s.Close)
	return &ear{s: s, topic: tail.Topic(tenant, "widgets")}
}

// ear collects what a subscriber hears, as "kind id".
type ear struct {
	s     *realtime.Subscription
	topic string
	heard []string
}

func says(kind string, id uuid.UUID) string { return kind + " " + id.String() }

// take waits until n events have come in all and returns those since the last call.
func (e *ear) take(t testing.TB, n int) []string {
	t.Helper()
	limit := time.After(patience)
	for len(e.heard) < n {
		select {
		case <-e.s.Wake():
		case <-limit:
			t.Fatalf("heard %d of %d: %v", len(e.heard), n, e.heard)
		}
		events, lost := e.s.Take()
		if lost {
			t.Fatal("the subscriber was flooded")
		}
		for _, event := range events {
			if event.Topic != e.topic {
				t.Errorf("heard %v on %s", event, e.topic)
			}
			e.heard = append(e.heard, says(event.Kind, event.ID))
		}
	}
	heard := e.heard
	e.heard = nil
	return heard
}

// expect waits for exactly these, in this order.
func (e *ear) expect(t testing.TB, want ...string) {
	t.Helper()
	if got := e.take(t, len(want)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("heard %v\nwant %v", got, want)
	}
}

func begin(t testing.TB, w *world) pgx.Tx {
	t.Helper()
	tx, err := w.Admin.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback(context.Background()) })
	return tx
}

func commit(t testing.TB, tx pgx.Tx) {
	t.Helper()
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}
