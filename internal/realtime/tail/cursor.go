package tail

import (
	"strings"
	"time"
)

// How long to wait for a wake-up before reading all the same.
const (
	spacing = 20 * time.Millisecond // after news, and the least between two reads: what happens within it is read together
	busy    = 150 * time.Millisecond
	idle    = time.Second
)

// cursor is what has been seen of the events: all that is visible in a snapshot of PostgreSQL, which
// is text of the form xmin:xmax:running,running… Transactions from xmax on and the running ones are
// not visible in it; an event of theirs is news once it can be read.
type cursor struct {
	snapshot string
	seq      int64     // the highest number seen; lower ones may be unseen
	news     time.Time // when there was a wake-up or an event
	row      int       // so many reads in a row had events
}

// advance moves to the snapshot of a read at that time.
func (c *cursor) advance(snapshot string, found bool, at time.Time) {
	c.snapshot = snapshot
	c.row++
	if !found {
		c.row = 0
		return
	}
	c.news = at
}

// dense is true while every read has events: wake-ups would say nothing then, and each costs more than a row.
func (c *cursor) dense() bool { return c.row >= 5 }

// patience is how long to wait for a wake-up. Of writers at the same time only one notifies. Another
// that commits later than that one is seen with a delay of a quarter of the time between. While a
// transaction is known to run, which may be the one that would notify, nobody waits for it.
func (c *cursor) patience(now time.Time) time.Duration {
	most := idle
	if !strings.HasSuffix(c.snapshot, ":") {
		most = busy
	}
	return max(spacing, min(most, now.Sub(c.news)/4))
}
