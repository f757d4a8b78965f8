package chat

import (
	"bytes"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/realtime"
	views "stoa/views/chat"
)

// answers are the running answers that pages of this process follow, by their generations.
type answers struct {
	mu sync.Mutex
	of map[uuid.UUID]*rendered
}

// rendered is a running answer as it is sent to all the pages that follow it: what brings a page from one place to the newest is
// rendered once, and written to the connections of all by one goroutine, so that none of them is woken for a word: for few pages by
// the one that reads the model, since nothing of it waits for a page. A page that is late gets one larger message and no queue.
type rendered struct {
	pages []*view // that follow it, under the lock of answers; replaced, never changed
	left  chan struct{}
	log   *slog.Logger

	writing sync.Mutex // by one goroutine at a time
	wrote   time.Time  // when that was last; under its lock, as told is
	told    *piece     // to where the pages were brought then

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

// follow lets a page follow a running answer; ok is false when it is not running any more.
func (v *view) follow(generation, message uuid.UUID) (r *rendered, ok bool) {
	if r := v.answers.enter(generation, v, nil); r != nil {
		return r, true
	}
	f, ok := v.chat.Follow(v.ctx(), person(v.who), generation)
	if !ok {
		return nil, false
	}
	r = v.answers.enter(generation, v, newRendered(f, message, v.site.Log))
	if r.follower != f { // another page was faster
		f.Close()
	}
	return r, true
}

func newRendered(f *realtime.Follower, message uuid.UUID, log *slog.Logger) *rendered {
	begin := &piece{}
	return &rendered{
		follower: f, delta: views.NewDelta(message.String()), told: begin, last: begin, ahead: map[*piece][]byte{}, left: make(chan struct{}), log: log,
	}
}

// enter counts a page in. Without an answer that still runs fresh is taken, which may be nil.
func (a *answers) enter(generation uuid.UUID, page *view, fresh *rendered) *rendered {
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
		r.follower.Hear(func() bool { return a.hear(r) })
		go a.write(r)
	}
	r.pages = append(slices.Clone(r.pages), page)
	return r
}

func (a *answers) leave(generation uuid.UUID, page *view, r *rendered) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r.pages = slices.DeleteFunc(slices.Clone(r.pages), func(p *view) bool { return p == page })
	if len(r.pages) > 0 {
		return
	}
	r.follower.Close()
	close(r.left)
	if a.of[generation] == r {
		delete(a.of, generation)
	}
}

// fewPages are written to at once by who reads the model, and has to go on reading.
const fewPages = 16

// hear brings few pages up to date at once; what it does not do it leaves to write.
func (a *answers) hear(r *rendered) bool {
	if !r.writing.TryLock() {
		return false
	}
	defer r.writing.Unlock()
	pages := a.pages(r)
	return len(pages) <= fewPages && time.Since(r.wrote) >= quiet && !r.tell(pages)
}

// write brings the pages up to date as the answer grows, until it has ended or the last page has left.
func (a *answers) write(r *rendered) {
	for {
		select {
		case <-r.left:
			return
		case <-r.follower.Wake():
		}
		if a.rest(r) {
			return
		}
	}
}

// rest writes what hear has left.
func (a *answers) rest(r *rendered) (ended bool) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if time.Since(r.wrote) < quiet {
		time.Sleep(quiet)
	}
	select {
	case <-r.follower.Wake(): // what came meanwhile goes with it
	default:
	}
	return r.tell(a.pages(r))
}

func (a *answers) pages(r *rendered) []*view {
	a.mu.Lock()
	defer a.mu.Unlock()
	return r.pages
}

// step is the message that brings the pages which are where most are to the newest.
type step struct {
	from, to *piece
	frame    []byte
}

// step begins where the last one led to. One that cannot be rendered is nobody's: each page sees for itself.
func (r *rendered) step() (s step) {
	defer func() {
		if recover() != nil {
			s = step{}
		}
	}()
	s.frame, s.to = r.after(r.told)
	s.from, r.told = r.told, s.to
	return s
}

// tell writes what the text has grown by to pages.
func (r *rendered) tell(pages []*view) (ended bool) {
	ended = r.grow()
	s := r.step()
	web.Spread(pages, func(v *view) { v.offer(r, s, ended) })
	r.wrote = time.Now()
	return ended
}

// grow takes what the text has grown by. When that fails the answer has ended for its pages: they read its row.
func (r *rendered) grow() (ended bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			r.ended, ended = true, true
			r.log.Error("an answer could not be rendered as it grew", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	r.catchUp()
	return r.ended
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

// after is the message that brings a page from a place to the newest that was rendered, nil for one that is there, and that place.
func (r *rendered) after(at *piece) (frame []byte, now *piece) {
	r.mu.Lock()
	defer r.mu.Unlock()
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
