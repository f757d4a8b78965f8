package web

import (
	"context"
	"errors"
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

func (c *checks) set(id, state string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.last == nil {
		c.last = map[string]Check{}
	}
	c.last[id] = Check{state, time.Now()}
}

func (c *checks) get(id string) (Check, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, ok := c.last[id]
	return found, ok
}

// Probe asks every plugin that depends on something how it is, and remembers it. What is wrong goes to the log, never to a page.
func (s *Site) Probe(ctx context.Context) map[string]Check {
	ctx, cancel := context.WithTimeout(ctx, probing)
	defer cancel()
	found := map[string]Check{}
	for _, p := range s.plugins {
		if p.Health == nil {
			continue
		}
		state, err := StateOK, p.Health(ctx)
		switch {
		case errors.Is(err, plugin.ErrDegraded):
			state = StateDegraded
		case err != nil:
			state = StateUnavailable
			s.Log.Warn("not ready", "plugin", p.ID, "error", err)
		}
		s.checks.set(p.ID, state)
		found[p.ID], _ = s.checks.get(p.ID)
	}
	return found
}

// recent is how old a probe may be that a page shows; who reloads it does not load what is probed.
const recent = 10 * time.Second

// Checks are the newest probes, made anew when they are old.
func (s *Site) Checks(ctx context.Context) map[string]Check {
	found := map[string]Check{}
	for _, p := range s.plugins {
		if p.Health == nil {
			continue
		}
		c, ok := s.checks.get(p.ID)
		if !ok || time.Since(c.At) > recent {
			return s.Probe(ctx)
		}
		found[p.ID] = c
	}
	return found
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
