// Package jobs runs work beside requests, by River on PostgreSQL: one instance of many does it, and a crash loses none.
//
// There are two sorts. A Periodic is due again and again. Work is what people have asked for: the row
// that describes it is the queue, and a job of River's only says that a tenant has such rows.
package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"stoa/internal/tenant"
)

// The queues and how many of their jobs one process runs at once: work never holds up what is periodic.
const (
	queuePeriodic = river.QueueDefault
	queueWork     = "work"

	periodicAtOnce = 2
	workAtOnce     = 4
)

// rescueAfter is when a job counts as left by a process that died; it is longer than any job may take.
const rescueAfter = turnTimeout + 30*time.Second

// Options are what a Runner is made of. The System pool's connections run as the system role.
type Options struct {
	System *pgxpool.Pool
	Doors  *tenant.Doors
	Log    *slog.Logger
	// Alone says that no other process works on this database: what runs according to it is dead.
	Alone bool
	// Turn is how long a tenant's work goes on before that of others comes first; zero is some seconds.
	Turn time.Duration
}

// Runner runs the jobs of a process.
type Runner struct {
	Options
	client   *river.Client[pgx.Tx]
	periodic periodicWorker
	work     workWorker
	stopping atomic.Bool // while Stop waits for running jobs, which it does not cut off
}

// New makes a runner that does nothing before Start; it takes Wake before that, too.
func New(o Options) (*Runner, error) {
	r := &Runner{Options: o}
	r.Turn = cmp.Or(o.Turn, turn)
	r.periodic.run = map[string]func(context.Context) error{}
	r.work.runner, r.work.of = r, map[string]Work{}
	workers := river.NewWorkers()
	river.AddWorker(workers, &r.periodic)
	river.AddWorker(workers, &r.work)
	var err error
	r.client, err = river.NewClient(riverpgxv5.New(o.System), &river.Config{
		Queues:                      map[string]river.QueueConfig{queuePeriodic: {MaxWorkers: periodicAtOnce}, queueWork: {MaxWorkers: workAtOnce}},
		Workers:                     workers,
		JobTimeout:                  periodicTimeout,
		RescueStuckJobsAfter:        rescueAfter,
		CompletedJobRetentionPeriod: time.Hour,
		ReindexerSchedule:           never{}, // the system role does not own River's tables
		Logger:                      slog.New(quiet{o.Log.With("library", "river").Handler(), &r.stopping}),
	})
	if err != nil {
		return nil, fmt.Errorf("jobs: %w", err)
	}
	return r, nil
}

// Start runs the jobs until Stop.
func (r *Runner) Start(ctx context.Context, periodic []Periodic, work []Work) error {
	for _, w := range work {
		r.work.of[w.Name] = w
		periodic = append(periodic, r.sweep(w))
	}
	for _, p := range periodic {
		r.periodic.run[p.Name] = p.Run
		r.client.PeriodicJobs().Add(p.job())
	}
	if r.Alone {
		if err := r.free(ctx); err != nil {
			return fmt.Errorf("jobs: %w", err)
		}
	}
	if err := r.client.Start(ctx); err != nil {
		return fmt.Errorf("jobs: %w", err)
	}
	return nil
}

// free gives back the work that a dead process of this database was doing.
func (r *Runner) free(ctx context.Context) error {
	_, err := r.System.Exec(ctx, "UPDATE river_job SET state = 'available', scheduled_at = now() WHERE state = 'running' AND kind = $1", workArgs{}.Kind())
	return err
}

// Stop waits for running jobs until ctx ends, then cancels them.
func (r *Runner) Stop(ctx context.Context) error {
	r.stopping.Store(true)
	err := r.client.Stop(ctx)
	r.stopping.Store(false)
	if err != nil {
		return r.client.StopAndCancel(context.WithoutCancel(ctx))
	}
	return nil
}

// never is a schedule of nothing.
type never struct{}

// Next implements river.PeriodicSchedule.
func (never) Next(now time.Time) time.Time { return now.AddDate(100, 0, 0) }

// quiet lets only warnings through: River tells every start and election at info. And what Stop cuts off
// in the middle, such as the entering of a periodic job, River calls an error, which it is not.
type quiet struct {
	slog.Handler
	stopping *atomic.Bool
}

// Enabled implements slog.Handler.
func (q quiet) Enabled(ctx context.Context, level slog.Level) bool {
	cutOff := q.stopping.Load() && errors.Is(ctx.Err(), context.Canceled)
	return level >= slog.LevelWarn && !cutOff && q.Handler.Enabled(ctx, level)
}
