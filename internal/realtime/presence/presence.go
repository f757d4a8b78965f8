// Package presence knows who is where at the moment: in a company, in a chat, about to write. Nothing of it is stored: what is not
// said again is forgotten, so that a killed instance leaves nobody behind.
package presence

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// How often it is said that somebody is still there, and how long that is believed: two repetitions may be lost.
const (
	again  = 15 * time.Second
	stays  = 40 * time.Second
	brief  = 6 * time.Second        // of a Touch
	gather = 100 * time.Millisecond // what happens within it is told together
	most   = 50_000                 // entries; beyond them nobody new is counted
)

// Board is what one instance knows. A nil one knows nobody, and nothing happens to it.
type Board struct {
	bus      realtime.Bus
	news     *realtime.Hub // tells this process which places have changed
	instance uuid.UUID
	dirty    chan struct{}
	stop     context.CancelFunc
	done     chan struct{}

	mu      sync.Mutex
	places  map[string]map[entry]time.Time // until when each is believed
	size    int
	own     map[mark]int    // how often somebody is here through this instance
	said    []word          // to be told to the others
	changed map[string]bool // to be told here
}

// entry is a person as one instance tells of them: who has pages at two leaves when both say so.
type entry struct{ user, instance uuid.UUID }

type mark struct {
	place string
	user  uuid.UUID
}

// New starts a board; Close ends it.
func New(bus realtime.Bus) *Board {
	ctx, stop := context.WithCancel(context.Background())
	b := &Board{
		bus: bus, news: realtime.NewHub(), instance: uuid.New(), dirty: make(chan struct{}, 1), stop: stop, done: make(chan struct{}),
		places: map[string]map[entry]time.Time{}, own: map[mark]int{}, changed: map[string]bool{},
	}
	go b.run(ctx, bus.Subscribe(topic))
	return b
}

// Close tells the others that nobody is here any more.
func (b *Board) Close() {
	b.stop()
	<-b.done
}

// Enter says that a person is at a place until leave is called; several times is once.
func (b *Board) Enter(place string, user uuid.UUID) (leave func()) {
	if b == nil {
		return func() {}
	}
	m := mark{place, user}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.own[m]++; b.own[m] == 1 {
		b.say(m, stays)
	}
	return sync.OnceFunc(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.own[m]--; b.own[m] == 0 {
			delete(b.own, m)
			b.say(m, 0)
		}
	})
}

// Touch says that a person is at a place for a few seconds from now on.
func (b *Board) Touch(place string, user uuid.UUID) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.say(mark{place, user}, brief)
}

// Forget takes a Touch back.
func (b *Board) Forget(place string, user uuid.UUID) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.places[place][entry{user, b.instance}]; ok && b.own[mark{place, user}] == 0 {
		b.say(mark{place, user}, 0)
	}
}

// At is who is at a place, each once, in a fixed order.
func (b *Board) At(place string) []uuid.UUID {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	users := make([]uuid.UUID, 0, len(b.places[place]))
	for e := range b.places[place] {
		users = append(users, e.user)
	}
	slices.SortFunc(users, func(x, y uuid.UUID) int { return slices.Compare(x[:], y[:]) })
	return slices.Compact(users)
}

// Watch hears when somebody comes to one of the places, or goes.
func (b *Board) Watch(places ...string) *realtime.Subscription {
	if b == nil {
		return realtime.NewHub().Subscribe()
	}
	return b.news.Subscribe(places...)
}
