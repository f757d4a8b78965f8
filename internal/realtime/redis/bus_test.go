package redis_test

import (
	"io"
	"log/slog"
	"testing"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime/realtimetest"
	"stoa/internal/realtime/redis"
	"stoa/internal/realtime/redistest"
)

func open(t *testing.T, url, prefix string) *redis.Bus {
	t.Helper()
	bus, err := redis.Open(t.Context(), redis.Options{URL: url, Prefix: prefix, Log: slog.New(slog.NewTextHandler(output(t), nil)), Metrics: prometheus.NewRegistry()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	return bus
}

func output(t *testing.T) io.Writer { return t.Output() }

func TestOneInstance(t *testing.T) {
	t.Parallel()
	server := redistest.Start(t)
	realtimetest.Run(t, func(t *testing.T) realtimetest.Pair {
		bus := open(t, server.URL, uuid.NewString())
		return realtimetest.Pair{Here: bus, There: bus}
	})
}

func TestTwoInstances(t *testing.T) {
	t.Parallel()
	server := redistest.Start(t)
	realtimetest.Run(t, func(t *testing.T) realtimetest.Pair {
		prefix := uuid.NewString()
		return realtimetest.Pair{Here: open(t, server.URL, prefix), There: open(t, server.URL, prefix)}
	})
}
