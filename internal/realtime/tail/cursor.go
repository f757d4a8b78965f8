package tail

import (
	"strings"
	"time"
)

// How long to wait for a wake-up before reading all the same.
const (
	spacing = 20 * time.Millisecond // after news, and between two reads when much happens: it is read together
	apiece  = 4 * time.Millisecond  // between two reads, for each event that the first has found
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
	found    int       // events of the last read
	row      int       // so many reads in a row had many events
}

// advance moves to the snapshot of a read at that time.
func (c *cursor) advance(snapshot string, found int, at time.Time) {
	c.snapshot, c.found = snapshot, found
	c.row++
	if c.rest() < spacing {
		c.row = 0
	}
	if found > 0 {
		c.news = at
	}
}

// rest is how long it is at least from one read to the next. A change by itself is passed on soon; up to 250 in a second they are read
// one by one, beyond that together.
func (c *cursor) rest() time.Duration { return min(spacing, apiece*time.Duration(max(1, c.found))) }

// dense is true while every read has many events: wake-ups would say nothing then, and each costs more than a row.
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
