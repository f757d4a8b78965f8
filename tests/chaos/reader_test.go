package chaos

import (
	"bufio"
	"context"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
)

// reader is somebody who looks at one chat and is cut off again and again.
type reader struct {
	w    *world
	path string
	page page
	seen int // messages of streams that were checked
}

// look opens the chat's stream at an instance and reads until ctx ends, the stream breaks or until says that it is enough.
// Nobody may ever see an answer with a gap, whatever has just been broken.
func (r *reader) look(ctx context.Context, at string, random *rand.Rand, until func() bool) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at+r.path+"/stream", nil)
	if err != nil {
		r.w.t.Error(err)
		return
	}
	req.Header.Set("HX-Request", "true")
	client := *r.w.client
	client.Timeout = 0
	res, err := client.Do(req)
	if err != nil {
		return // it is dead just now
	}
	defer res.Body.Close() //nolint:errcheck // only read
	if res.StatusCode != http.StatusOK {
		return
	}
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 8<<20)
	var data []string
	for lines.Scan() {
		if line := lines.Text(); line != "" {
			if d, ok := strings.CutPrefix(line, "data: "); ok {
				data = append(data, d)
			}
			continue
		}
		if len(data) > 0 && !r.take(strings.Join(data, "\n")) || until != nil && until() {
			return
		}
		data = nil
		if random != nil && random.IntN(400) == 0 { // frozen: it holds the connection and reads nothing
			select {
			case <-time.After(time.Duration(random.IntN(4000)) * time.Millisecond):
			case <-ctx.Done():
			}
		}
	}
}

func (r *reader) take(data string) bool {
	r.seen++
	if err := r.page.apply(data); err != nil {
		r.w.t.Error(err)
		return false
	}
	for id, m := range r.page.messages {
		if m.role != "assistant" {
			continue
		}
		if err := whole(m.text()); err != nil {
			r.w.t.Errorf("%s, message %s (%s): %v, after\n%s", r.path, id, m.status, err, data)
			return false
		}
	}
	return true
}

// wander looks here and there until ctx ends.
func (r *reader) wander(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil && !r.w.t.Failed() {
		visit, leave := context.WithTimeout(ctx, time.Duration(100+random.IntN(4000))*time.Millisecond)
		r.look(visit, r.w.door(random), random, nil)
		leave()
		select {
		case <-time.After(time.Duration(random.IntN(300)) * time.Millisecond):
		case <-ctx.Done():
		}
	}
}
