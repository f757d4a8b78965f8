package redis

import (
	"context"
	"sync"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
)

// maxWaiting bounds the events that wait while Redis is away. Beyond it the others are told to read anew.
const maxWaiting = 1000

// outbox is what the other instances have not been told yet. A text waits once however much it has grown, so what
// comes while a pipeline is on its way goes together with the next one.
type outbox struct {
	wake chan struct{}

	mu     sync.Mutex
	texts  []*writer
	events []string
	lost   bool // events were dropped, or nobody knows whether they arrived
}

func newOutbox() *outbox { return &outbox{wake: make(chan struct{}, 1)} }

// text notes that a text has grown or ended.
func (o *outbox) text(w *writer) {
	if w.waiting.Swap(true) {
		return
	}
	o.mu.Lock()
	o.texts = append(o.texts, w)
	o.mu.Unlock()
	o.signal()
}

func (o *outbox) event(e string) {
	o.mu.Lock()
	if len(o.events) < maxWaiting {
		o.events = append(o.events, e)
	} else {
		o.events, o.lost = nil, true
	}
	o.mu.Unlock()
	o.signal()
}

// lose notes that everybody has to read anew.
func (o *outbox) lose() {
	o.mu.Lock()
	o.lost = true
	o.mu.Unlock()
	o.signal()
}

func (o *outbox) signal() {
	select {
	case o.wake <- struct{}{}:
	default:
	}
}

func (o *outbox) take() (texts []*writer, events []string, lost bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	texts, events, lost = o.texts, o.events, o.lost
	o.texts, o.events, o.lost = nil, nil, false
	for _, w := range texts {
		w.waiting.Store(false)
	}
	return texts, events, lost
}

// deliver sends what is in the outbox, one pipeline after the other.
func (b *Bus) deliver(ctx context.Context) {
	const first = 20 * time.Millisecond
	for pause := first; ; {
		select {
		case <-ctx.Done():
			return
		case <-b.out.wake:
		}
		if err := b.flush(ctx); err != nil {
			b.trouble(err)
			sleep(ctx, pause)
			pause = min(2*pause, time.Second)
			b.out.signal()
			continue
		}
		pause = first
	}
}

// flush sends texts first and events after them: whoever hears that an answer has ended finds its end. What could not
// be sent waits again; events that may or may not have arrived are made good by telling everybody to read anew.
func (b *Bus) flush(ctx context.Context) error {
	b.sending.Lock() // one pipeline at a time, or pieces would overtake each other
	defer b.sending.Unlock()
	texts, events, lost := b.out.take()
	if len(texts) == 0 && len(events) == 0 && !lost {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	pipe := b.client.Pipeline()
	pieces := make([]*goredis.Cmd, len(texts))
	for i, w := range texts {
		pieces[i] = w.queue(ctx, pipe)
	}
	if lost {
		events = append(events, encode(b.instance, realtime.Event{}))
	}
	published := make([]*goredis.IntCmd, len(events))
	for i, e := range events {
		published[i] = pipe.Publish(ctx, b.events(), e)
	}
	_, err := pipe.Exec(ctx)
	if err == nil {
		b.settle(texts, pieces)
		return nil
	}
	for _, c := range published {
		if c.Err() != nil {
			b.out.lose()
			break
		}
	}
	b.settle(texts, pieces)
	if goredis.HasErrorPrefix(err, "NOSCRIPT") { // a server that was restarted, or is another one
		return appendText.Load(ctx, b.client).Err()
	}
	return err
}

// settle reads the answers; a text that is not in Redis as far as it was sent waits again.
func (b *Bus) settle(texts []*writer, pieces []*goredis.Cmd) {
	for i, w := range texts {
		if !w.settle(pieces[i]) {
			b.out.text(w)
		}
	}
}
