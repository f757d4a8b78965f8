package jobs

import (
	"context"
	"fmt"
	"time"

	"github.com/riverqueue/river"
)

// Periodic is a piece of work that is due again and again. It runs on one instance at a time and
// must bear being run twice.
type Periodic struct {
	Name  string
	Every time.Duration
	Run   func(context.Context) error
}

// periodicTimeout bounds one run.
const periodicTimeout = time.Minute

// periodicArgs are the arguments of a periodic job: which one it is.
type periodicArgs struct {
	Name string `json:"name" river:"unique"`
}

// Kind implements river.JobArgs.
func (periodicArgs) Kind() string { return "periodic" }

func (p Periodic) job() *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(p.Every), func() (river.JobArgs, *river.InsertOpts) {
		return periodicArgs{Name: p.Name}, &river.InsertOpts{
			Queue: queuePeriodic, MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByPeriod: p.Every},
		}
	}, &river.PeriodicJobOpts{RunOnStart: true})
}

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
