package realtime

import (
	"slices"
	"sync"
)

// text is the append-only text of one running generation in this process, and who reads it.
type text struct {
	mu        sync.Mutex
	content   []byte
	ended     bool
	followers []*Follower // replaced, never changed, so that it can be used without the lock
}

func (t *text) append(delta string) {
	t.mu.Lock()
	t.content = append(t.content, delta...)
	followers := t.followers
	t.mu.Unlock() // before anybody wakes, who would have to wait for it
	wake(followers)
}

func (t *text) end() {
	t.mu.Lock()
	t.ended = true
	followers := t.followers
	t.mu.Unlock()
	wake(followers)
}

func wake(followers []*Follower) {
	for _, f := range followers {
		signal(f.wake)
	}
}

func (t *text) follow(offset int) *Follower {
	f := &Follower{text: t, offset: offset, wake: make(chan struct{}, 1)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.followers = append(slices.Clone(t.followers), f)
	if len(t.content) > offset || t.ended {
		signal(f.wake)
	}
	return f
}

// Follower is one reader's place in the text of a generation; it is used by one goroutine.
type Follower struct {
	text   *text
	offset int
	wake   chan struct{}
}

// Wake receives when Read has something.
func (f *Follower) Wake() <-chan struct{} { return f.wake }

// Read returns the text beyond the follower's offset and moves the offset to its end. ended is true
// when this was the last of it.
func (f *Follower) Read() (delta string, ended bool) {
	f.text.mu.Lock()
	defer f.text.mu.Unlock()
	if f.offset < len(f.text.content) {
		delta = string(f.text.content[f.offset:])
		f.offset = len(f.text.content)
	}
	return delta, f.text.ended
}

// Close stops reading.
func (f *Follower) Close() {
	f.text.mu.Lock()
	defer f.text.mu.Unlock()
	f.text.followers = slices.DeleteFunc(slices.Clone(f.text.followers), func(o *Follower) bool { return o == f })
}
