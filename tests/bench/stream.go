package main

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// reading is one stream as its reader saw it.
type reading struct {
	want  int       // tokens
	asked time.Time // when the question was sent

	lags  []time.Duration // of each token: from the provider's write to our read
	first time.Duration   // from the question to the first token
	added time.Duration   // first, without the time for which the provider thought
	bytes int64

	arrived int64 // when the question reached the provider
	next    int   // the first token that has not come
	onFirst func()
	onToken func()
}

var errGap = errors.New("tokens were lost or came out of order")

// follow reads until the last token. A page is sent its open block again with each token, so a
// marker may come many times: only the first one counts.
func (r *reading) follow(body io.Reader) error {
	buf := make([]byte, 64<<10)
	kept := 0 // bytes at the front of buf that were read before: a marker may be cut in two
	for r.next < r.want {
		n, err := body.Read(buf[kept:])
		now := time.Now()
		r.bytes += int64(n)
		text := buf[:kept+n]
		gap := false
		readMarkers(text, func(number int, sent int64) {
			switch {
			case number == r.next:
				r.token(now, sent)
			case number > r.next:
				gap = true
			}
		}, func(at int64) { r.arrived = at })
		if gap {
			return fmt.Errorf("%w: after token %d", errGap, r.next-1)
		}
		if err != nil && r.next < r.want {
			return fmt.Errorf("after %d of %d tokens: %w", r.next, r.want, err)
		}
		kept = copy(buf, text[max(0, len(text)-markerRoom):])
	}
	return nil
}

func (r *reading) token(now time.Time, sent int64) {
	lag := time.Duration(now.UnixNano() - sent)
	r.lags = append(r.lags, lag)
	if r.next == 0 {
		r.first = now.Sub(r.asked)
		r.added = time.Duration(r.arrived-r.asked.UnixNano()) + lag
		r.onFirst()
	}
	r.next++
	r.onToken()
}
