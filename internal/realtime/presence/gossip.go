package presence

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// topic carries what the instances tell each other. Kind is empty, or ask: whoever has just begun wants to know all.
const (
	topic = "presence"
	ask   = "ask"
)

// atOnce is how many words go in one event.
const atOnce = 200

// word says that somebody is at a place for so many seconds; 0 is not any more.
type word struct {
	Place   string    `json:"p"`
	User    uuid.UUID `json:"u"`
	Seconds float64   `json:"s"`
}

// say changes what is known here, and has the others told. The caller holds the lock.
func (b *Board) say(m mark, stay time.Duration) {
	w := word{m.place, m.user, stay.Seconds()}
	b.learn(w, b.instance)
	b.said = append(b.said, w)
	b.wake()
}

func (b *Board) wake() {
	select {
	case b.dirty <- struct{}{}:
	default: // it is awake
	}
}

// learn keeps what an instance says. The caller holds the lock.
func (b *Board) learn(w word, from uuid.UUID) {
	e, at := entry{w.User, from}, b.places[w.Place]
	_, known := at[e]
	switch {
	case w.Seconds <= 0:
		b.drop(w.Place, e)
		return
	case !known && b.size >= most:
		return
	case at == nil:
		at = map[entry]time.Time{}
		b.places[w.Place] = at
	}
	if !known {
		b.size++
		b.changed[w.Place] = true
	}
	at[e] = time.Now().Add(min(stays, time.Duration(w.Seconds*float64(time.Second))))
}

func (b *Board) drop(place string, e entry) {
	at := b.places[place]
	if _, known := at[e]; !known {
		return
	}
	delete(at, e)
	if len(at) == 0 {
		delete(b.places, place)
	}
	b.size--
	b.changed[place] = true
}

// run tells and hears until ctx ends.
func (b *Board) run(ctx context.Context, heard *realtime.Subscription) {
	defer close(b.done)
	defer heard.Close()
	b.publish(realtime.Event{Topic: topic, Kind: ask, ID: b.instance})
	repeat, expire := time.NewTicker(again), time.NewTicker(time.Second)
	defer repeat.Stop()
	defer expire.Stop()
	for {
		select {
		case <-ctx.Done():
			b.farewell()
			return
		case <-repeat.C:
			b.repeat()
		case now := <-expire.C:
			b.expire(now)
		case <-heard.Wake():
			events, _ := heard.Take() // what was lost is said again
			b.hear(events)
		case <-b.dirty:
			time.Sleep(gather)
		}
		b.tell()
	}
}

func (b *Board) hear(events []realtime.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range events {
		var words []word
		switch {
		case e.ID == b.instance: // our own
		case e.Kind == ask:
			b.sayAll()
		case json.Unmarshal([]byte(e.Data), &words) == nil:
			for _, w := range words {
				b.learn(w, e.ID)
			}
		}
	}
}

func (b *Board) repeat() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sayAll()
}

func (b *Board) sayAll() {
	for m := range b.own {
		b.say(m, stays)
	}
}

// expire forgets what was not said again.
func (b *Board) expire(now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for place, at := range b.places {
		for e, until := range at {
			if now.After(until) {
				b.drop(place, e)
			}
		}
	}
}

func (b *Board) farewell() {
	b.mu.Lock()
	for m := range b.own {
		b.say(m, 0)
	}
	b.mu.Unlock()
	b.tell()
}

// tell sends what was said to the others, and wakes those here who watch a place that has changed.
func (b *Board) tell() {
	b.mu.Lock()
	said, changed := b.said, slices.Collect(maps.Keys(b.changed))
	b.said = nil
	clear(b.changed)
	b.mu.Unlock()
	for ; len(said) > 0; said = said[min(atOnce, len(said)):] {
		data, _ := json.Marshal(said[:min(atOnce, len(said))]) //nolint:errcheck // texts and numbers
		b.publish(realtime.Event{Topic: topic, ID: b.instance, Data: string(data)})
	}
	for _, place := range changed {
		_ = b.news.Publish(context.Background(), realtime.Event{Topic: place}) // a hub has no errors
	}
}

func (b *Board) publish(e realtime.Event) {
	_ = b.bus.Publish(context.Background(), e) // what is lost is said again
}
