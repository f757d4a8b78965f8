package tail

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"stoa/internal/realtime"
)

// run reads until ctx ends. A connection that breaks is replaced; the cursor stays, so nothing is lost.
func (t *Tail) run(ctx context.Context, r *reader, c *cursor) {
	defer close(t.done)
	for pause := firstPause; ; {
		before := t.last.Load()
		err := t.follow(ctx, r, c)
		r.close()
		if t.last.Load() != before {
			pause = firstPause
		}
		for r = nil; r == nil; pause = min(2*pause, lastPause) {
			if ctx.Err() != nil {
				return
			}
			t.log.Warn("the events cannot be read; trying again", "error", err, "in", pause)
			sleep(ctx, pause/2+rand.N(pause/2))
			r, err = dial(ctx, t.door)
		}
	}
}

// How long to wait before connecting again.
const (
	firstPause = 50 * time.Millisecond
	lastPause  = 5 * time.Second
)

// follow reads and waits in turn until the connection breaks or ctx ends.
func (t *Tail) follow(ctx context.Context, r *reader, c *cursor) error {
	for {
		began := time.Now()
		if r.woken {
			c.news = began
		}
		found := 0
		snapshot, err := r.read(ctx, c, func(seen change) error {
			found++
			t.metrics.delivered(seen.delay)
			return t.publish(ctx, seen)
		})
		if err != nil {
			return err
		}
		c.advance(snapshot, found, began)
		t.last.Store(time.Now().UnixNano())
		if again, err := r.listen(ctx, !c.dense()); err != nil {
			return err
		} else if again {
			continue
		}
		if err := r.wait(ctx, c.patience(time.Now())); err != nil {
			return err
		}
		sleep(ctx, c.rest()-time.Since(began))
	}
}

// publish tells who shows the table, who shows the row alone, and who shows what belongs to the row's parent.
func (t *Tail) publish(ctx context.Context, c change) error {
	topics := []string{Topic(c.tenant, c.table), RowTopic(c.tenant, c.table, c.row)}
	for _, parent := range c.parents {
		topics = append(topics, ParentTopic(c.tenant, c.table, parent))
	}
	var failed error
	for _, topic := range topics {
		failed = errors.Join(failed, t.bus.Publish(ctx, realtime.Event{Topic: topic, Kind: c.op, ID: c.row}))
	}
	return failed
}

func sleep(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
