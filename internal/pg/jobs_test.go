package pg_test

import (
	"context"
	"log/slog"
	"testing"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"stoa/internal/dbtest"
	"stoa/internal/tenant"
)

type greet struct {
	Name string `json:"name"`
}

// Kind implements river.JobArgs.
func (greet) Kind() string { return "greet" }

// The system role has what the job queue needs: insert, elect a leader, work, complete.
func TestJobsRunAsTheSystemRole(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	worked := make(chan string, 1)
	workers := river.NewWorkers()
	river.AddWorker(workers, river.WorkFunc(func(_ context.Context, job *river.Job[greet]) error {
		worked <- job.Args.Name
		return nil
	}))
	client, err := river.NewClient(riverpgxv5.New(open(t, db.URL, tenant.RoleSystem)), &river.Config{
		Logger: slog.New(slog.DiscardHandler), Workers: workers,
		Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	done, unsubscribe := client.Subscribe(river.EventKindJobCompleted, river.EventKindJobFailed)
	defer unsubscribe()
	if err := client.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Insert(t.Context(), greet{"Zeno"}, nil); err != nil {
		t.Fatal(err)
	}
	if event := <-done; event.Kind != river.EventKindJobCompleted || <-worked != "Zeno" {
		t.Errorf("the job ended as %s: %v", event.Kind, event.Job.Errors)
	}
	if err := client.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}
