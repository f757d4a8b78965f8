package realtime

import "sync"

// text is the append-only text of one running generation in this process, and who reads it.
type text struct {
	mu        sync.Mutex
	content   []byte
	ended     bool
	followers map[*Follower]struct{}
}

func (t *text) append(delta string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.content = append(t.content, delta...)
	t.wakeAll()
}

func (t *text) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ended = true
	t.wakeAll()
}

func (t *text) wakeAll() {
	for f := range t.followers {
		signal(f.wake)
	}
}

func (t *text) follow(offset int) *Follower {
	f := &Follower{text: t, offset: offset, wake: make(chan struct{}, 1)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.followers[f] = struct{}{}
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
	delete(f.text.followers, f)
}
