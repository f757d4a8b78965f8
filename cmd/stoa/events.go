package main

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"stoa/generated/db"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/realtime/tail"
	"stoa/internal/tenant"
)

// Events of records are kept for as long as an instance may be without its database and still lose nothing.
const (
	eventsKept  = 24 * time.Hour
	eventsBatch = 5000
)

// startTail tells this process's pages what happens to records, whoever writes them.
func startTail(ctx context.Context, k *kit) (*tail.Tail, error) {
	return tail.Start(ctx, tail.Options{Door: k.db.doors.System(), Bus: told{k.hub, k.settings.Realtime}, Log: k.log, Metrics: prometheus.DefaultRegisterer})
}

func (k *kit) events() plugin.Plugin {
	p := plugin.Named("events")
	p.Health = k.tail.Health
	p.Jobs = []jobs.Periodic{{
		Name: "events.prune", Every: 10 * time.Minute,
		Run: func(ctx context.Context) error {
			return pruneEvents(ctx, k.db.doors.System(), time.Now().Add(-eventsKept))
		},
	}}
	return p
}

// pruneEvents deletes in batches, so that no transaction is long: a run that is broken off has done its part.
func pruneEvents(ctx context.Context, door *tenant.System, before time.Time) error {
	for {
		n, err := db.New(door).DeleteOldEvents(ctx, db.DeleteOldEventsParams{Before: before, Batch: eventsBatch})
		if err != nil || n == 0 {
			return err
		}
	}
}
