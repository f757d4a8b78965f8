package jobs

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"stoa/internal/tenant"
)

// Work is a sort of work that people ask for, such as imports or documents to read. The row that
// describes a piece, with its state, is the queue: it is written in the transaction of whatever asks
// for it, and Wake is called after the commit. A wake-up that is lost costs seconds, not the work.
//
// Of one sort, one piece of a tenant runs at a time, on any instance. Tenants take turns of a few
// seconds: one with more to do goes behind all others that wait. So no tenant, however much it asks
// for, keeps another one waiting for longer than the turns that stand before it.
type Work struct {
	Name string
	// Waiting are the tenants that have some of it to be done, on the system's door.
	Waiting func(context.Context) ([]uuid.UUID, error)
	// Run does one piece through the tenant's door and tells whether there is more. A piece takes a
	// second or so; one of minutes holds up others, and at turnTimeout it is cut off.
	//
	// A process may die in the middle and another one, or the same, begins the piece again: progress is
	// written in the transactions of the work itself. An error is tried again later, with growing pauses;
	// what can never succeed is for Run to write down where people see it, and no error.
	Run func(context.Context, *tenant.DB) (more bool, err error)
}

const (
	turn         = 5 * time.Second // after which others come first
	turnTimeout  = 2 * time.Minute
	sweepEvery   = 10 * time.Second // how long a lost wake-up can matter
	longestPause = time.Minute      // between attempts
	manyAttempts = 10000
)

// busy are the states in which a tenant's job stands for all its work of that sort.
var busy = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
}

// workArgs say that a tenant has some work of that name.
type workArgs struct {
	Name   string    `json:"name" river:"unique"`
	Tenant uuid.UUID `json:"tenant" river:"unique"`
}

// Kind implements river.JobArgs.
func (workArgs) Kind() string { return "work" }

// InsertOpts implements river.JobArgsWithInsertOpts: one job stands for all of a tenant's work of a sort.
func (workArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: queueWork, MaxAttempts: manyAttempts, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: busy}}
}

// Wake says that the tenant has some work of that name; the row that describes it is committed. It
// never fails: what it misses the sweep finds.
func (r *Runner) Wake(ctx context.Context, name string, tenantID uuid.UUID) {
	if _, err := r.client.Insert(context.WithoutCancel(ctx), workArgs{Name: name, Tenant: tenantID}, nil); err != nil {
		r.Log.WarnContext(ctx, "work waits for the sweep", "work", name, "tenant", tenantID, "error", err)
	}
}

// sweep wakes all tenants that have work, whoever forgot to.
func (r *Runner) sweep(w Work) Periodic {
	return Periodic{Name: w.Name + ".sweep", Every: sweepEvery, Run: func(ctx context.Context) error {
		tenants, err := w.Waiting(ctx)
		for _, id := range tenants {
			r.Wake(ctx, w.Name, id)
		}
		return err
	}}
}

type workWorker struct {
	river.WorkerDefaults[workArgs]
	runner *Runner
	of     map[string]Work
}

// Timeout implements river.Worker.
func (*workWorker) Timeout(*river.Job[workArgs]) time.Duration { return turnTimeout }

// NextRetry implements river.Worker.
func (*workWorker) NextRetry(job *river.Job[workArgs]) time.Time {
	return time.Now().Add(min(longestPause, time.Second<<min(len(job.Errors), 6)))
}

// Work implements river.Worker. Work that this build does not know belongs to a newer or older one.
func (w *workWorker) Work(ctx context.Context, job *river.Job[workArgs]) error {
	work, ok := w.of[job.Args.Name]
	if !ok {
		return river.JobCancel(fmt.Errorf("jobs: no work is named %q", job.Args.Name))
	}
	door, end := w.runner.Doors.Tenant(job.Args.Tenant), time.Now().Add(w.runner.Turn)
	for {
		more, err := work.Run(ctx, door)
		switch {
		case err != nil:
			return err
		case !more:
			return w.finish(ctx, work, job)
		case time.Now().After(end):
			return river.JobSnooze(0) // to the end of the line
		}
	}
}

// finish ends the job, and looks once more: a wake-up that came between the last look and the end
// found the job busy and did nothing.
func (w *workWorker) finish(ctx context.Context, work Work, job *river.Job[workArgs]) error {
	err := pgx.BeginFunc(ctx, w.runner.System, func(tx pgx.Tx) error {
		_, err := river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx, job)
		return err
	})
	if err != nil {
		return err
	}
	waiting, err := work.Waiting(ctx)
	if err != nil {
		w.runner.Log.WarnContext(ctx, "work waits for the sweep", "work", work.Name, "error", err)
	}
	if slices.Contains(waiting, job.Args.Tenant) {
		w.runner.Wake(ctx, work.Name, job.Args.Tenant)
	}
	return nil
}
