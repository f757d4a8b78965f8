package chat

import (
	"bytes"
	"context"
	"strings"
	"sync"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/realtime"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// answers are the running answers that pages of this process follow, by their generations.
type answers struct {
	mu sync.Mutex
	of map[uuid.UUID]*rendered
}

// rendered is a running answer as it is sent to all the pages that follow it: every piece is rendered once, by whichever page
// wakes first. The pieces are a chain of which each page holds its place, so a slow page is in nobody's way.
type rendered struct {
	pages int // that follow it, under the lock of answers

	mu       sync.Mutex
	follower *realtime.Follower
	text     markdown.Stream
	delta    views.Delta
	done     strings.Builder // HTML of all finished blocks
	tail     []byte          // HTML of the open one
	last     *piece
	ended    bool
}

// piece is a message of the event stream; next follows it, once it is there.
type piece struct {
	frame []byte
	next  *piece
}

// join follows a running answer; ok is false when it is not running any more.
func (h *Handlers) join(ctx context.Context, p chat.Person, generation, message uuid.UUID) (a *answer, ok bool) {
	own, ok := h.chat.Follow(ctx, p, generation) // with the rights of who asks
	if !ok {
		return nil, false
	}
	r := h.answers.enter(generation, nil)
	if r == nil {
		f, ok := h.chat.Follow(ctx, p, generation)
		if !ok {
			own.Close()
			return nil, false
		}
		r = h.answers.enter(generation, &rendered{follower: f, delta: views.NewDelta(message.String()), last: &piece{}})
		if r.follower != f { // another page was faster
			f.Close()
		}
	}
	return &answer{message: message, follower: own, rendered: r, leave: func() { own.Close(); h.answers.leave(generation, r) }}, true
}

// enter counts a page in. Without an answer that still runs fresh is taken, which may be nil.
func (a *answers) enter(generation uuid.UUID, fresh *rendered) *rendered {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.of[generation]
	if r == nil || r.over() {
		if r = fresh; r == nil {
			return nil
		}
		if a.of == nil {
			a.of = map[uuid.UUID]*rendered{}
		}
		a.of[generation] = r
	}
	r.pages++
	return r
}

func (a *answers) leave(generation uuid.UUID, r *rendered) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if r.pages--; r.pages > 0 {
		return
	}
	r.follower.Close()
	if a.of[generation] == r {
		delete(a.of, generation)
	}
}

func (r *rendered) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ended
}

// now is the HTML so far, and the place behind it.
func (r *rendered) now() (done, tail string, at *piece) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.catchUp()
	return r.done.String(), string(r.tail), r.last
}

// after is all that came behind a place, and the place behind that.
func (r *rendered) after(at *piece) (frames []byte, now *piece) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.catchUp()
	for p := at.next; p != nil; p = p.next {
		if at = p; frames == nil {
			frames = p.frame[:len(p.frame):len(p.frame)] // it belongs to all: more is put into a copy
		} else {
			frames = append(frames, p.frame...)
		}
	}
	return frames, at
}

// catchUp renders what the text has grown by.
func (r *rendered) catchUp() {
	delta, ended := r.follower.Read()
	r.ended = r.ended || ended
	if delta == "" {
		return
	}
	u := r.text.Add(delta)
	r.done.WriteString(u.Done)
	r.tail = append(r.tail[:0], u.Tail...)
	var b bytes.Buffer
	r.delta.Write(&b, u.Done, u.Tail, u.Sentences)
	r.last.next = &piece{frame: web.Frame("", b.Bytes())}
	r.last = r.last.next
}
