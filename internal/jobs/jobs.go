// Package jobs runs work beside requests, by River on PostgreSQL: one instance of many does it, and a crash loses none.
package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
)

// Periodic is a piece of work that is due again and again. It runs on one instance at a time and
// must bear being run twice.
type Periodic struct {
	Name  string
	Every time.Duration
	Run   func(context.Context) error
}

// timeout bounds one run.
const timeout = time.Minute

// Runner runs the jobs of a process.
type Runner struct {
	client *river.Client[pgx.Tx]
}

// periodicArgs are the arguments of a periodic job: which one it is.
type periodicArgs struct {
	Name string `json:"name" river:"unique"`
}

// Kind implements river.JobArgs.
func (periodicArgs) Kind() string { return "periodic" }

type periodicWorker struct {
	river.WorkerDefaults[periodicArgs]
	run map[string]func(context.Context) error
}

// Work implements river.Worker. A job that this build does not know belongs to a newer or older one.
func (w *periodicWorker) Work(ctx context.Context, job *river.Job[periodicArgs]) error {
	run, ok := w.run[job.Args.Name]
	if !ok {
		return river.JobCancel(fmt.Errorf("jobs: no job is named %q", job.Args.Name))
	}
	return run(ctx)
}

// Start runs the jobs until Stop. The pool's connections run as the system role.
func Start(ctx context.Context, pool *pgxpool.Pool, list []Periodic, log *slog.Logger) (*Runner, error) {
	worker := &periodicWorker{run: map[string]func(context.Context) error{}}
	var schedule []*river.PeriodicJob
	for _, p := range list {
		worker.run[p.Name] = p.Run
		schedule = append(schedule, river.NewPeriodicJob(river.PeriodicInterval(p.Every), func() (river.JobArgs, *river.InsertOpts) {
			return periodicArgs{Name: p.Name}, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByPeriod: p.Every}}
		}, &river.PeriodicJobOpts{RunOnStart: true}))
	}
	workers := river.NewWorkers()
	river.AddWorker(workers, worker)
	client, err := river.NewClient(riverpgxv5.New(pool), &river.Config{
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 2}},
		Workers:                     workers,
		PeriodicJobs:                schedule,
		JobTimeout:                  timeout,
		CompletedJobRetentionPeriod: time.Hour,
		ReindexerSchedule:           never{}, // the system role does not own River's tables
		Logger:                      slog.New(quiet{log.With("library", "river").Handler()}),
	})
	if err != nil {
		return nil, fmt.Errorf("jobs: %w", err)
	}
	if err := client.Start(ctx); err != nil {
		return nil, fmt.Errorf("jobs: %w", err)
	}
	return &Runner{client: client}, nil
}

// Stop waits for running jobs until ctx ends, then cancels them.
func (r *Runner) Stop(ctx context.Context) error {
	if err := r.client.Stop(ctx); err != nil {
		return r.client.StopAndCancel(context.WithoutCancel(ctx))
	}
	return nil
}

// never is a schedule of nothing.
type never struct{}

// Next implements river.PeriodicSchedule.
func (never) Next(now time.Time) time.Time { return now.AddDate(100, 0, 0) }

// quiet lets only warnings through: River tells every start and election at info.
type quiet struct{ slog.Handler }

// Enabled implements slog.Handler.
func (q quiet) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && q.Handler.Enabled(ctx, level)
}
