package main

import (
	"context"
	"log/slog"
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
func startTail(ctx context.Context, s *services, log *slog.Logger) (*tail.Tail, error) {
	return tail.Start(ctx, tail.Options{Door: s.db.doors.System(), Bus: s.bus, Log: log, Metrics: prometheus.DefaultRegisterer})
}

func eventsPlugin(s *services) plugin.Plugin {
	return plugin.Plugin{ID: "events", Health: s.tail.Health, Jobs: []jobs.Periodic{{
		Name: "events.prune", Every: 10 * time.Minute,
		Run: func(ctx context.Context) error {
			return pruneEvents(ctx, s.db.doors.System(), time.Now().Add(-eventsKept))
		},
	}}}
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
