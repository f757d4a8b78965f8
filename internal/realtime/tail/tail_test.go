package tail_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime/tail"
)

// An INSERT that somebody types is heard as fast as one of our own.
func TestWhateverWroteItIsHeard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear, other := w.listen(t, w.a), w.listen(t, w.b)
	best := time.Hour
	for range 5 { // the machine may be busy
		began := time.Now()
		id := w.insert(t, w.Admin, w.a)
		ear.expect(t, says(tail.Created, id))
		best = min(best, time.Since(began))
	}
	if best > 200*time.Millisecond {
		t.Errorf("the fastest of five took %s", best)
	}
	door := w.Doors().Tenant(w.a)
	id := w.insert(t, door, w.a)
	w.exec(t, door, "update widgets set name = 'Gate' where tenant_id = $1 and id = $2", w.a, id)
	w.exec(t, door, "delete from widgets where tenant_id = $1 and id = $2", w.a, id)
	ear.expect(t, says(tail.Created, id), says(tail.Updated, id), says(tail.Deleted, id))
	// What the other tenant hears first is its own.
	id = w.insert(t, w.Doors().Tenant(w.b), w.b)
	other.expect(t, says(tail.Created, id))
}

// tx1 takes its numbers first and commits last: neither is skipped, and nobody waits for it.
func TestALateCommitterIsNotLost(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	late := begin(t, w)
	first := w.insert(t, late, w.a)
	for range 3 { // each read moves the cursor beyond the late one's numbers
		id := w.insert(t, w.Admin, w.a)
		ear.expect(t, says(tail.Created, id))
	}
	commit(t, late)
	ear.expect(t, says(tail.Created, first))
	last := w.insert(t, w.Admin, w.a)
	ear.expect(t, says(tail.Created, last)) // and the late one only once
}

func TestWhatIsRolledBackIsNotHeard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	tx := begin(t, w)
	w.insert(t, tx, w.a)
	if err := tx.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	tx = begin(t, w)
	kept := w.insert(t, tx, w.a)
	inner, err := tx.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.insert(t, inner, w.a)
	if err := inner.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	inner, err = tx.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	alsoKept := w.insert(t, inner, w.a)
	commit(t, inner)
	commit(t, tx)
	last := w.insert(t, w.Admin, w.a)
	ear.expect(t, says(tail.Created, kept), says(tail.Created, alsoKept), says(tail.Created, last))
}

// What goes with a tenant is told too, though the tenant is gone by then.
func TestACascadeIsHeard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	id := w.insert(t, w.Doors().Tenant(w.a), w.a)
	w.exec(t, w.System, "delete from tenants where id = $1", w.a)
	ear.expect(t, says(tail.Created, id), says(tail.Deleted, id))
}

// A wake-up costs latency, never an event: here nobody sends any.
func TestALostWakeUpLosesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	holder := begin(t, w)
	w.exec(t, holder, "select pg_advisory_xact_lock(1400140641, 1)")
	id := w.insert(t, w.Admin, w.a)
	ear.expect(t, says(tail.Created, id))
}

// Of writers at the same time one notifies; the one that does not and commits last is heard soon all the same.
func TestWritersAtTheSameTime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	best := time.Hour
	for range 5 {
		notifier, silent := begin(t, w), begin(t, w)
		one := w.insert(t, notifier, w.a)
		two := w.insert(t, silent, w.a)
		commit(t, notifier)
		ear.expect(t, says(tail.Created, one))
		began := time.Now()
		commit(t, silent)
		ear.expect(t, says(tail.Created, two))
		best = min(best, time.Since(began))
	}
	if best > 200*time.Millisecond {
		t.Errorf("the fastest of five took %s", best)
	}
}

func TestABrokenConnectionIsReplaced(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	for i := range 3 {
		if ended := w.breakConnection(t); i == 0 && ended != 1 {
			t.Fatalf("%d connections ended", ended)
		}
		id := w.insert(t, w.Admin, w.a)
		ear.expect(t, says(tail.Created, id))
	}
	if err := w.tail.Health(t.Context()); err != nil {
		t.Error(err)
	}
}

// After a crash the server may use numbers of transactions again that the tail takes for seen.
func TestANumberThatIsUsedAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	ear.expect(t, says(tail.Created, w.insert(t, w.Admin, w.a)))
	again := uuid.New()
	w.exec(t, w.Admin, "insert into events (xid, tenant_id, topic, op, row_id) values ('3', $1, 'widgets', 'updated', $2)", w.a, again)
	w.breakConnection(t)
	ear.expect(t, says(tail.Updated, again))
	ear.expect(t, says(tail.Created, w.insert(t, w.Admin, w.a))) // and nothing twice
}

// A subscriber that cannot keep up is told to read anew; one that hears of another table's rows is not disturbed.
func TestAFloodIsCutShort(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	flooded, other := w.listen(t, w.a), w.listen(t, w.b)
	tx := begin(t, w)
	for range 10 {
		w.exec(t, tx, `insert into widgets (tenant_id, id, name) select $1::uuid, gen_random_uuid(), 'Door' from generate_series(1, 1000)`, w.a)
	}
	id := w.insert(t, tx, w.b)
	commit(t, tx)
	other.expect(t, says(tail.Created, id))
	<-flooded.s.Wake()
	events, lost := flooded.s.Take()
	if !lost || len(events) > 1000 {
		t.Errorf("%d events, lost: %t", len(events), lost)
	}
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	w.insert(t, w.Admin, w.a)
	ear.take(t, 1)
	families, err := w.metrics.Gather()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]float64{}
	for _, f := range families {
		m := f.GetMetric()[0]
		seen[f.GetName()] = m.GetGauge().GetValue() + float64(m.GetHistogram().GetSampleCount())
	}
	if seen["stoa_events_delay_seconds"] != 1 || seen["stoa_events_tail_lag_seconds"] <= 0 {
		t.Errorf("%v", seen)
	}
}

// Start says when it cannot read.
func TestStartWithoutADatabase(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := tail.Start(ctx, tail.Options{Door: w.Doors().System(), Bus: w.bus, Log: slog.New(slog.DiscardHandler), Metrics: prometheus.NewRegistry()})
	if err == nil {
		t.Error("started without a connection")
	}
}

// Nothing is published once Close has returned.
func TestClose(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ear := w.listen(t, w.a)
	w.tail.Close()
	w.insert(t, w.Admin, w.a)
	if events, lost := ear.s.Take(); len(events) > 0 || lost {
		t.Errorf("heard %v after Close", events)
	}
}
