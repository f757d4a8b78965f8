package tail_test

import (
	"context"
	"log/slog"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
)

// record counts what is published; its queue has no end.
type record struct {
	mu    sync.Mutex
	times map[uuid.UUID]int
	more  chan struct{}
}

// Publish implements tail.Publisher.
func (r *record) Publish(_ context.Context, e realtime.Event) error {
	if strings.HasSuffix(e.Topic, e.ID.String()) { // for pages of the row alone
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.times[e.ID]++
	select {
	case r.more <- struct{}{}:
	default:
	}
	return nil
}

func (r *record) counts() map[uuid.UUID]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.times)
}

// Writers that overlap at random, of which some give up: each committed change is heard exactly once, nothing else is.
func TestEachChangeIsHeardOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	r := &record{times: map[uuid.UUID]int{}, more: make(chan struct{}, 1)}
	second, err := tail.Start(t.Context(), tail.Options{Door: w.Doors().System(), Bus: r, Log: slog.New(slog.DiscardHandler), Metrics: prometheus.NewRegistry()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(second.Close)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	committed := write(t, w, seed)
	last := w.insert(t, w.Admin, w.a)
	want := map[uuid.UUID]int{last: 1}
	for _, id := range committed {
		want[id] = 1
	}
	limit := time.After(patience)
	for !maps.Equal(r.counts(), want) {
		select {
		case <-r.more:
		case <-limit:
			explain(t, r.counts(), want)
			return
		}
	}
}

// write runs four sessions, each with one transaction open most of the time, and returns what was committed.
func write(t *testing.T, w *world, seed uint64) []uuid.UUID {
	t.Helper()
	var wg sync.WaitGroup
	results := make([][]uuid.UUID, 4)
	for i := range results {
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		wg.Go(func() {
			for range 40 {
				ids := make([]uuid.UUID, 1+random.IntN(3))
				tx, err := w.Admin.Begin(t.Context())
				if err != nil {
					t.Error(err)
					return
				}
				for j := range ids {
					ids[j] = uuid.New()
					// pg_sleep makes the transactions overlap in every way.
					_, err = tx.Exec(t.Context(), "insert into widgets (tenant_id, id, name) select $1, $2, 'Door' from pg_sleep($3)", w.a, ids[j], random.Float64()/50)
					if err != nil {
						t.Error(err)
					}
				}
				if random.IntN(4) == 0 {
					err = tx.Rollback(t.Context())
				} else if err = tx.Commit(t.Context()); err == nil {
					results[i] = append(results[i], ids...)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	return slices.Concat(results...)
}

func explain(t *testing.T, got, want map[uuid.UUID]int) {
	t.Helper()
	for id, n := range want {
		if got[id] != n {
			t.Errorf("%s was heard %d times", id, got[id])
		}
	}
	for id, n := range got {
		if want[id] == 0 {
			t.Errorf("%s was heard %d times, and was never committed", id, n)
		}
	}
}
