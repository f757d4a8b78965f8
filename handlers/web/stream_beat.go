package web

import (
	"sync"
	"time"
)

// beats are the streams of pages that rest. Each gets a beat every Heartbeat, a part of them every second: one goroutine sees to it
// while there are any.
type beats struct {
	mu      sync.Mutex
	of      [Heartbeat / time.Second]map[*Stream]struct{} // by the second in which they came
	second  int
	count   int
	ticking bool
}

func (b *beats) enter(s *Stream) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s.second = b.second
	if b.of[s.second] == nil {
		b.of[s.second] = map[*Stream]struct{}{}
	}
	b.of[s.second][s] = struct{}{}
	b.count++
	if !b.ticking {
		b.ticking = true
		go b.run()
	}
}

func (b *beats) leave(s *Stream) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.of[s.second], s)
	b.count--
}

func (b *beats) run() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for now := range tick.C {
		due, any := b.due()
		if !any {
			return
		}
		for _, s := range due {
			s.beat(now)
		}
	}
}

// due are the streams whose beat is next; any is false when there are none at all, and nobody looks any more.
func (b *beats) due() (due []*Stream, any bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.count == 0 {
		b.ticking = false
		return nil, false
	}
	b.second = (b.second + 1) % len(b.of)
	for s := range b.of[b.second] {
		due = append(due, s)
	}
	return due, true
}
