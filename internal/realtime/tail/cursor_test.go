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
