// Package tail tells this process's bus what the table events says happened to records, wherever they were changed.
//
// Triggers write the rows in the transaction of the change. Numbers are taken before the commit, so rows
// become visible out of order, and a reader that remembers the highest one loses whoever commits late. The
// tail remembers a snapshot instead: it reads what its last read could not see, each row once, however late
// its transaction commits, and no open transaction holds up the others.
//
// Every instance tails for itself, so what it publishes must stay in its process: a shared bus would
// deliver each event once for each instance.
package tail

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime"
	"stoa/internal/tenant"
)

// Publisher is the bus of this process.
type Publisher interface {
	Publish(ctx context.Context, e realtime.Event) error
}

// Options says where to read and whom to tell.
type Options struct {
	Door    *tenant.System // lends its address: the tail has one connection of its own
	Bus     Publisher      // must deliver in this process only
	Log     *slog.Logger
	Metrics prometheus.Registerer
}

// Tail is a running reader.
type Tail struct {
	door    *tenant.System
	bus     Publisher
	log     *slog.Logger
	metrics *metrics
	last    atomic.Int64 // when the last read succeeded, in nanoseconds
	stop    context.CancelFunc
	done    chan struct{}
}

// Start begins at now: every change that commits after Start has returned is published. It reads until Close.
func Start(ctx context.Context, o Options) (*Tail, error) {
	t := &Tail{door: o.Door, bus: o.Bus, log: o.Log, done: make(chan struct{})}
	r, err := dial(ctx, t.door)
	if err != nil {
		return nil, fmt.Errorf("tail the events: %w", err)
	}
	c, err := r.now(ctx)
	if err == nil {
		t.metrics, err = newMetrics(o.Metrics, t.age)
	}
	if err != nil {
		r.close()
		return nil, fmt.Errorf("tail the events: %w", err)
	}
	t.last.Store(time.Now().UnixNano())
	ctx, t.stop = context.WithCancel(context.WithoutCancel(ctx))
	go t.run(ctx, r, c)
	return t, nil
}

// Close stops reading and waits until nothing is published any more.
func (t *Tail) Close() {
	t.stop()
	<-t.done
}

// Health is an error when nothing could be read for longer than a broken connection takes to mend.
func (t *Tail) Health(context.Context) error {
	if age := t.age(); age > 10*time.Second {
		return fmt.Errorf("the events were last read %s ago", age.Round(time.Second))
	}
	return nil
}

func (t *Tail) age() time.Duration { return time.Since(time.Unix(0, t.last.Load())) }
