package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
)

// The states of a plugin that is on.
const (
	StateOK          = "ok"
	StateDegraded    = "degraded"    // slower or less, and ready
	StateUnavailable = "unavailable" // not ready
)

// probing bounds the probes of all plugins together.
const probing = 3 * time.Second

// Check is what the last probe of a plugin found.
type Check struct {
	State string
	At    time.Time
}

// checks remembers what the probes found.
type checks struct {
	mu   sync.Mutex
	last map[string]Check
}

// Probe asks every plugin that depends on something how it is, all at once so that none takes the time of another, and
// remembers it. What is wrong goes to the log, never to a page. Who goes away before the end spoils it for nobody.
func (s *Site) Probe(ctx context.Context) map[string]Check {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), probing)
	defer cancel()
	found := &checks{last: map[string]Check{}}
	var all sync.WaitGroup
	for _, p := range s.plugins {
		if p.Health != nil {
			all.Go(func() { found.set(p.ID, s.probe(ctx, p)) })
		}
	}
	all.Wait()
	s.checks.mu.Lock()
	defer s.checks.mu.Unlock()
	s.checks.last = found.last
	return found.last
}

func (s *Site) probe(ctx context.Context, p plugin.Plugin) string {
	err := health(ctx, p)
	switch {
	case err == nil:
		return StateOK
	case errors.Is(err, plugin.ErrDegraded):
		return StateDegraded
	}
	s.Log.Warn("not ready", "plugin", p.ID, "error", err)
	return StateUnavailable
}

// health runs the plugin's probe; one that panics is wrong, and Stoa goes on.
func health(ctx context.Context, p plugin.Plugin) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return p.Health(ctx)
}

func (c *checks) set(id, state string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last[id] = Check{state, time.Now()}
}

// recent is how old a probe may be that a page shows; who reloads it does not load what is probed.
const recent = 10 * time.Second

// Checks are the newest probes, made anew when they are old.
func (s *Site) Checks(ctx context.Context) map[string]Check {
	s.checks.mu.Lock()
	last := s.checks.last
	s.checks.mu.Unlock()
	for _, c := range last {
		if time.Since(c.At) > recent {
			return s.Probe(ctx)
		}
	}
	if last == nil {
		return s.Probe(ctx)
	}
	return last
}

// ready says whether requests are welcome here, by the state of each plugin. It is for everybody and so says no more.
func (s *Site) ready(c echo.Context) error {
	status, state := http.StatusOK, map[string]string{}
	if s.draining.Load() {
		status, state["server"] = http.StatusServiceUnavailable, "stopping"
	}
	for id, check := range s.Probe(c.Request().Context()) {
		if state[id] = check.State; check.State == StateUnavailable {
			status = http.StatusServiceUnavailable
		}
	}
	return c.JSON(status, state)
}
