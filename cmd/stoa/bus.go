package main

import (
	"context"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/realtime/redis"
)

// openBus takes the bus of one process, or with REDIS_URL that of many.
func (k *kit) openBus(ctx context.Context) error {
	if k.config.RedisURL == "" {
		memory := realtime.NewMemory()
		k.bus, k.hub, k.closeBus = memory, memory.Hub, func() {}
		return nil
	}
	bus, err := redis.Open(ctx, redis.Options{URL: k.config.RedisURL, Log: k.log, Metrics: prometheus.DefaultRegisterer})
	if err != nil {
		return err
	}
	k.bus, k.hub = bus, bus.Hub
	k.closeBus = func() { _ = bus.Close() } // nothing depends on how its connections end
	return nil
}

// busHealth shows the bus in /readyz. Without Redis an instance serves its own pages, so it stays ready.
func (k *kit) busHealth() plugin.Plugin {
	p := plugin.Named("bus")
	p.Health = func(ctx context.Context) error {
		if err := k.bus.Health(ctx); err != nil {
			return fmt.Errorf("%w: %w", plugin.ErrDegraded, err)
		}
		return nil
	}
	return p
}
