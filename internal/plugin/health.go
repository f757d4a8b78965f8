package plugin

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// answered is how long the answer of another server counts: who asks for readiness every second does not call it every second.
const answered = time.Minute

// Seldom is a Health of something without which Stoa goes on: it is probed once a minute, and what is wrong is ErrDegraded.
func Seldom(probe func(context.Context) error) func(context.Context) error {
	var (
		mu   sync.Mutex
		at   time.Time
		last error
	)
	return func(ctx context.Context) error {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(at) > answered {
			last, at = probe(ctx), time.Now()
		}
		if last != nil {
			return fmt.Errorf("%w: %w", ErrDegraded, last)
		}
		return nil
	}
}
