package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/pg"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/tenant"
)

const (
	writers   = 8
	keptLimit = 0.85 // of the rows per second without events
	liveLimit = 200 * time.Millisecond
)

// events is what it costs that changes of records are told: how many rows a second eight writers add, each in a transaction
// of its own and safe on disk, with the event triggers and without; and how long it takes from the commit to the bus.
func (l *lab) events(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	var ratios, with, without []float64
	for i := range ifShort(l, 2, 60) { // brief ones: what else the machine does changes less within them
		told, silent, err := d.pair(ctx, 400*time.Millisecond, i%2 == 0)
		if err != nil {
			return err
		}
		ratios, with, without = append(ratios, told/silent), append(with, told), append(without, silent)
	}
	kept := quantile(ratios, 0.5)
	l.report.bound("rows/s with events, 8 writers", fmt.Sprintf("%.0f %% (%.0f of %.0f)", 100*kept, quantile(with, 0.5), quantile(without, 0.5)),
		"≥ 85 % [92 %]", kept >= keptLimit, soft)
	for _, load := range []struct {
		name   string
		others int
	}{{"one writer", 0}, {"8 writers", writers - 1}} {
		took, err := d.delays(ctx, ifShort(l, 20, 400), load.others)
		if err != nil {
			return err
		}
		p99 := quantile(took, 0.99)
		l.report.bound("commit to event on the bus, "+load.name, fmt.Sprintf("p50 %s, p99 %s", ms(quantile(took, 0.5)), ms(p99)), "p99 ≤ 200 ms", p99 <= liveLimit, soft)
	}
	return nil
}

// desk is Stoa's own database, beside the running Stoa.
type desk struct {
	app, system, admin *pgxpool.Pool
	door               *tenant.DB
	tenant             uuid.UUID
}

func openDesk(ctx context.Context, data string) (*desk, error) {
	adminURL, loginURL, err := pg.Addresses(data)
	if err != nil {
		return nil, err
	}
	d := &desk{tenant: uuid.New()}
	if d.admin, err = pgxpool.New(ctx, adminURL); err != nil {
		return nil, err
	}
	if d.app, err = pg.Open(ctx, loginURL, tenant.RoleApp, writers); err == nil {
		d.system, err = pg.Open(ctx, loginURL, tenant.RoleSystem, 1)
	}
	if err == nil {
		_, err = d.admin.Exec(ctx, "insert into tenants (id, name) values ($1, 'Measured')", d.tenant)
	}
	if err != nil {
		d.close()
		return nil, err
	}
	d.scope()
	return d, nil
}

// scope opens the door of the desk's tenant.
func (d *desk) scope() { d.door = tenant.NewDoors(d.app, d.system).Tenant(d.tenant) }

func (d *desk) close() {
	for _, p := range []*pgxpool.Pool{d.app, d.system, d.admin} {
		if p != nil {
			p.Close()
		}
	}
}

func (d *desk) insert(ctx context.Context, id uuid.UUID) error {
	_, err := d.door.Exec(ctx, "insert into widgets (tenant_id, id, name, greeting) values ($1, $2, 'Shop', 'Good day. How can we help?')", d.tenant, id)
	return err
}

// pair measures both ways, one after the other: the noise of the machine meets both.
func (d *desk) pair(ctx context.Context, long time.Duration, toldFirst bool) (told, silent float64, err error) {
	for _, tell := range []bool{toldFirst, !toldFirst} {
		rate, err := d.rate(ctx, long, tell)
		if err != nil {
			return 0, 0, err
		}
		if tell {
			told = rate
		} else {
			silent = rate
		}
	}
	return told, silent, nil
}

// rate is how many rows a second the writers add.
func (d *desk) rate(ctx context.Context, long time.Duration, tell bool) (float64, error) {
	if err := d.triggers(ctx, tell); err != nil {
		return 0, err
	}
	defer d.triggers(context.WithoutCancel(ctx), true) //nolint:errcheck // the database is thrown away
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var rows atomic.Int64
	began := time.Now()
	err := d.write(ctx, writers, func() bool { rows.Add(1); return time.Since(began) < long })
	return float64(rows.Load()) / time.Since(began).Seconds(), err
}

// triggers switches those of the events on or off.
func (d *desk) triggers(ctx context.Context, on bool) error {
	word := "disable"
	if on {
		word = "enable"
	}
	return pgx.BeginFunc(ctx, d.admin, func(tx pgx.Tx) error {
		for _, op := range []string{"created", "updated", "deleted"} {
			if _, err := tx.Exec(ctx, "alter table widgets "+word+" trigger widgets_event_"+op); err != nil {
				return err
			}
		}
		return nil
	})
}

// write lets n writers insert until more, which is called after each row, is false.
func (d *desk) write(ctx context.Context, n int, more func() bool) error {
	errs := make(chan error, n)
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for {
				if err := d.insert(ctx, uuid.New()); err != nil {
					errs <- err
					return
				}
				if !more() {
					return
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	return <-errs
}

// delays inserts n rows, one after the other and beside other writers, and takes the time from each commit to the bus.
func (d *desk) delays(ctx context.Context, n, others int) ([]time.Duration, error) {
	heard := &arrivals{waiting: map[uuid.UUID]chan time.Time{}}
	t, err := tail.Start(ctx, tail.Options{
		Door: tenant.NewDoors(d.app, d.system).System(), Bus: heard, Log: slog.New(slog.DiscardHandler), Metrics: prometheus.NewRegistry(),
	})
	if err != nil {
		return nil, err
	}
	defer t.Close()
	var enough atomic.Bool
	ended := make(chan error, 1)
	go func() { ended <- d.write(ctx, others, func() bool { return !enough.Load() }) }()
	var took []time.Duration
	for i := 0; i < n && err == nil; i++ {
		id := uuid.New()
		arrived := heard.expect(id)
		if err = d.insert(ctx, id); err != nil {
			break
		}
		committed := time.Now() // or a little earlier: the event may be first
		select {
		case at := <-arrived:
			took = append(took, max(0, at.Sub(committed)))
		case <-time.After(10 * time.Second):
			err = fmt.Errorf("the event of row %d did not arrive", i)
		case <-ctx.Done():
			err = ctx.Err()
		}
		time.Sleep(time.Duration(i*7%40) * time.Millisecond) // at any phase of whatever the reader does
	}
	enough.Store(true)
	if ended := <-ended; err == nil {
		err = ended
	}
	return took, err
}

// arrivals is a bus that says when the events of certain rows came.
type arrivals struct {
	mu      sync.Mutex
	waiting map[uuid.UUID]chan time.Time
}

func (a *arrivals) expect(id uuid.UUID) <-chan time.Time {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting[id] = make(chan time.Time, 1)
	return a.waiting[id]
}

// Publish implements tail.Publisher.
func (a *arrivals) Publish(_ context.Context, e realtime.Event) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if c, ok := a.waiting[e.ID]; ok {
		c <- time.Now()
		delete(a.waiting, e.ID)
	}
	return nil
}
