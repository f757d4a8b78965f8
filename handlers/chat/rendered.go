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

// rendered is a running answer as it is sent to all the pages that follow it: what brings a page from one place to the newest is
// rendered once, by whichever page wakes first. A page that is late gets one larger message and no queue.
type rendered struct {
	pages int // that follow it, under the lock of answers

	mu       sync.Mutex
	follower *realtime.Follower
	text     markdown.Stream
	delta    views.Delta
	done     strings.Builder // HTML of all finished blocks
	tail     []byte          // HTML of the open one
	last     *piece
	ahead    map[*piece][]byte // messages that lead from a place to the last one
	html     bytes.Buffer      // where they are put together
	ended    bool
}

// piece is what the text grew by; next follows it, once it is there. Each page holds its place in their chain.
type piece struct {
	done, sentences string
	next            *piece
}

// join follows a running answer; ok is false when it is not running any more.
func (h *Handlers) join(ctx context.Context, p chat.Person, generation, message uuid.UUID) (a *answer, ok bool) {
	own, ok := h.chat.Follow(ctx, p, generation) // wakes this page; that the person may read the answer was looked at before
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
		r = h.answers.enter(generation, newRendered(f, message))
		if r.follower != f { // another page was faster
			f.Close()
		}
	}
	return &answer{message: message, follower: own, rendered: r, leave: func() { own.Close(); h.answers.leave(generation, r) }}, true
}

func newRendered(f *realtime.Follower, message uuid.UUID) *rendered {
	return &rendered{follower: f, delta: views.NewDelta(message.String()), last: &piece{}, ahead: map[*piece][]byte{}}
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

// after is the message that brings a page from a place to the newest, nil for one that is there, and that newest place.
func (r *rendered) after(at *piece) (frame []byte, now *piece) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.catchUp()
	if at == r.last {
		return nil, at
	}
	if frame = r.ahead[at]; frame == nil {
		frame = r.render(at.next)
		r.ahead[at] = frame
	}
	return frame, r.last
}

// render makes one message of the pieces from p on; of the open block only its newest state is worth sending.
func (r *rendered) render(p *piece) []byte {
	done, sentences := p.done, p.sentences
	for p = p.next; p != nil; p = p.next {
		done += p.done
		if sentences != "" && p.sentences != "" {
			sentences += " "
		}
		sentences += p.sentences
	}
	r.html.Reset()
	r.delta.Write(&r.html, done, r.tail, sentences)
	return web.Frame("", r.html.Bytes())
}

// catchUp takes what the text has grown by.
func (r *rendered) catchUp() {
	delta, ended := r.follower.Read()
	r.ended = r.ended || ended
	if delta == "" {
		return
	}
	u := r.text.Add(delta)
	r.done.WriteString(u.Done)
	r.tail = append(r.tail[:0], u.Tail...)
	r.last.next = &piece{done: u.Done, sentences: u.Sentences}
	r.last = r.last.next
	clear(r.ahead)
}
