package realtime

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Text is the append-only text of one running generation as this process knows it, and who reads it.
type Text struct {
	mu        sync.Mutex
	content   []byte
	ended     bool
	followers []*Follower // replaced, never changed, so that it can be used without the lock
}

// NewText makes a text that begins with what was kept.
func NewText(kept string) *Text { return &Text{content: []byte(kept)} }

// Append adds a delta and wakes the followers.
func (t *Text) Append(delta string) {
	t.mu.Lock()
	t.content = append(t.content, delta...)
	followers := t.followers
	t.mu.Unlock() // before anybody wakes, who would have to wait for it
	wake(followers)
}

// Join takes a piece that stands at the offset: what is here already is skipped. It reports whether the
// piece fits; one that begins beyond the end does not, and something before it is missing.
func (t *Text) Join(offset int, piece string) bool {
	t.mu.Lock()
	known := len(t.content) - offset
	if known < 0 || known >= len(piece) {
		t.mu.Unlock()
		return known >= 0
	}
	t.content = append(t.content, piece[known:]...)
	followers := t.followers
	t.mu.Unlock()
	wake(followers)
	return true
}

// End says that nothing more will come.
func (t *Text) End() {
	t.mu.Lock()
	t.ended = true
	followers := t.followers
	t.mu.Unlock()
	wake(followers)
}

// From returns what lies beyond the offset, and whether that is the last of it.
func (t *Text) From(offset int) (piece string, ended bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.content[min(offset, len(t.content)):]), t.ended
}

// Len is the length so far.
func (t *Text) Len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.content)
}

func wake(followers []*Follower) {
	for _, f := range followers {
		if ear := f.ear.Load(); ear == nil || !(*ear)() {
			signal(f.wake)
		}
	}
}

// Follow adds a reader; closed, which may be nil, is called when it closes.
func (t *Text) Follow(offset int, closed func()) *Follower {
	f := &Follower{text: t, offset: offset, wake: make(chan struct{}, 1), closed: closed}
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
	text   *Text
	offset int
	wake   chan struct{}
	ear    atomic.Pointer[func() bool]
	closed func()
}

// Wake receives when Read has something.
func (f *Follower) Wake() <-chan struct{} { return f.wake }

// Hear lets ear know first that the text has grown or ended: when it returns true, nothing is woken. Whoever writes the text calls
// it, so it may not wait; several may at once.
func (f *Follower) Hear(ear func() bool) { f.ear.Store(&ear) }

// Read returns the text beyond the follower's offset and moves the offset to its end. ended is true
// when this was the last of it.
func (f *Follower) Read() (delta string, ended bool) {
	delta, ended = f.text.From(f.offset)
	f.offset += len(delta)
	return delta, ended
}

// Close stops reading. It is called once.
func (f *Follower) Close() {
	f.text.mu.Lock()
	f.text.followers = slices.DeleteFunc(slices.Clone(f.text.followers), func(o *Follower) bool { return o == f })
	f.text.mu.Unlock()
	if f.closed != nil {
		f.closed()
	}
}
