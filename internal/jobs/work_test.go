package jobs_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
	"stoa/internal/jobs"
	"stoa/internal/tenant"
)

// queue stands for a table: pieces by tenant, and who runs what.
type queue struct {
	mu      sync.Mutex
	pieces  map[uuid.UUID]int
	running map[uuid.UUID]int
	order   []uuid.UUID
	fault   string
	empty   chan struct{}
}

func newQueue() *queue {
	return &queue{pieces: map[uuid.UUID]int{}, running: map[uuid.UUID]int{}, empty: make(chan struct{}, 10)}
}

func (q *queue) add(id uuid.UUID, n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.pieces[id] += n
}

func (q *queue) waiting(context.Context) (list []uuid.UUID, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for id, n := range q.pieces {
		if n > 0 {
			list = append(list, id)
		}
	}
	return list, nil
}

func (q *queue) begin(id uuid.UUID) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.running[id]++; q.running[id] > 1 {
		q.fault = "two pieces of one tenant ran at once"
	}
	q.order = append(q.order, id)
}

func (q *queue) end(id uuid.UUID) (more bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.running[id]--
	q.pieces[id]--
	left := 0
	for _, n := range q.pieces {
		left += n
	}
	if left == 0 {
		q.empty <- struct{}{}
	}
	return q.pieces[id] > 0
}

func (q *queue) run(_ context.Context, db *tenant.DB) (bool, error) {
	q.begin(db.ID())
	time.Sleep(time.Millisecond) // what another piece of the tenant could fall into
	return q.end(db.ID()), nil
}

func (q *queue) wait(t *testing.T) {
	t.Helper()
	select {
	case <-q.empty:
	case <-time.After(8 * time.Second): // before the sweep would come
		t.Fatalf("work is left: %v", q.pieces)
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.fault != "" {
		t.Error(q.fault)
	}
}

// start runs one more process on the database.
func start(t *testing.T, db *dbtest.DB, work jobs.Work) *jobs.Runner {
	t.Helper()
	r, err := jobs.New(jobs.Options{System: db.System, Doors: db.Doors(), Log: slog.New(slog.DiscardHandler), Alone: true, Turn: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Start(context.Background(), nil, []jobs.Work{work}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return r
}

func TestTenantsTakeTurns(t *testing.T) {
	t.Parallel()
	db, q := dbtest.New(t), newQueue()
	work := jobs.Work{Name: "test", Waiting: q.waiting, Run: q.run}
	many, few := uuid.New(), uuid.New()
	q.add(many, 4)
	q.add(few, 1)
	first, second := start(t, db, work), start(t, db, work)
	first.Wake(t.Context(), "test", many)
	second.Wake(t.Context(), "test", many) // twice is once
	second.Wake(t.Context(), "test", few)
	q.wait(t)
	for i, id := range q.order {
		if id == few && i > 3 {
			t.Errorf("the tenant with one piece had to wait for %d of another's", i)
		}
	}
	if len(q.order) != 5 {
		t.Errorf("%d pieces ran, there were 5", len(q.order))
	}
}

// What is asked for in the very moment in which the last piece ends is not forgotten.
func TestNothingFallsBetweenTheLastLookAndTheEnd(t *testing.T) {
	t.Parallel()
	db, q := dbtest.New(t), newQueue()
	id, late := uuid.New(), false
	var r *jobs.Runner
	ready := make(chan struct{})
	r = start(t, db, jobs.Work{Name: "test", Waiting: q.waiting, Run: func(ctx context.Context, db *tenant.DB) (bool, error) {
		<-ready
		more, err := q.run(ctx, db)
		if !late {
			late = true
			q.add(id, 1)
			r.Wake(ctx, "test", id)
		}
		return more, err
	}})
	close(ready)
	q.add(id, 1)
	r.Wake(t.Context(), "test", id)
	q.wait(t)
	q.wait(t)
}

func TestWhatFailsIsTriedAgain(t *testing.T) {
	t.Parallel()
	db, q := dbtest.New(t), newQueue()
	id, failed := uuid.New(), false
	r := start(t, db, jobs.Work{Name: "test", Waiting: q.waiting, Run: func(ctx context.Context, db *tenant.DB) (bool, error) {
		if !failed {
			failed = true
			return false, errors.New("the disk is full")
		}
		return q.run(ctx, db)
	}})
	q.add(id, 1)
	r.Wake(t.Context(), "test", id)
	q.wait(t)
}

// A job that a killed process was doing is free again when its successor starts.
func TestAStartFreesWhatADeadProcessHeld(t *testing.T) {
	t.Parallel()
	db, q := dbtest.New(t), newQueue()
	id := uuid.New()
	q.add(id, 1)
	dead, err := jobs.New(jobs.Options{System: db.System, Doors: db.Doors(), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	dead.Wake(t.Context(), "test", id)
	if _, err := db.System.Exec(t.Context(), "update river_job set state = 'running', attempt = 1, attempted_at = now(), attempted_by = '{dead}'"); err != nil {
		t.Fatal(err)
	}
	start(t, db, jobs.Work{Name: "test", Waiting: q.waiting, Run: q.run})
	q.wait(t)
}
