package tail

import (
	"testing"
	"time"
)

func TestPatience(t *testing.T) {
	t.Parallel()
	now := time.Now()
	for _, c := range []struct {
		name, snapshot string
		since, want    time.Duration
	}{
		{"news of this moment", "10:10:", 0, spacing},
		{"a quarter of the time since", "10:10:", 400 * time.Millisecond, 100 * time.Millisecond},
		{"quiet for long", "10:10:", time.Hour, idle},
		{"somebody has been writing for long", "10:12:10", time.Hour, busy},
		{"somebody is writing", "10:12:10,11", 400 * time.Millisecond, 100 * time.Millisecond},
	} {
		cursor := cursor{snapshot: c.snapshot, news: now.Add(-c.since)}
		if got := cursor.patience(now); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	var never cursor
	if got := never.patience(now); got != idle && got != busy {
		t.Errorf("at the start: %s", got)
	}
}

// Few changes are passed on one by one, many together.
func TestRest(t *testing.T) {
	t.Parallel()
	for found, want := range map[int]time.Duration{0: apiece, 1: apiece, 2: 2 * apiece, 5: spacing, 1000: spacing} {
		var c cursor
		if c.advance("10:10:", found, time.Now()); c.rest() != want {
			t.Errorf("after %d: %s, want %s", found, c.rest(), want)
		}
	}
}

// Wake-ups are switched off while every read finds much, and on again at the first that does not.
func TestDense(t *testing.T) {
	t.Parallel()
	var c cursor
	for i := range 5 {
		if c.dense() {
			t.Errorf("dense after %d reads with events", i)
		}
		c.advance("10:10:", 5, time.Now())
	}
	if !c.dense() {
		t.Error("not dense after five reads with events")
	}
	for _, found := range []int{0, 1} {
		few := c
		if few.advance("11:11:", found, time.Now()); few.dense() || few.snapshot != "11:11:" {
			t.Errorf("dense after a read with %d: %+v", found, few)
		}
	}
}
