package redis

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/google/uuid"
	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
)

// writer is the running text of one generation of this instance.
type writer struct {
	bus     *Bus
	id      uuid.UUID
	text    *realtime.Text
	waiting atomic.Bool // it is in the outbox

	// Of the flush alone.
	sent  int // so many bytes are in Redis
	tried int // so many will be, if the pipeline on its way succeeds
	ended bool
}

// Write opens the text here and in Redis. While Redis is away it is a text of this instance alone.
func (b *Bus) Write(ctx context.Context, generation uuid.UUID, kept string) (realtime.Writer, error) {
	w := &writer{bus: b, id: generation, text: realtime.NewText(kept)}
	if !b.remember(w) {
		return nil, errWritten(generation)
	}
	if !b.up() {
		b.out.text(w)
		return w, nil
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	made, err := openText.Run(ctx, b.client, []string{b.textKey(generation), b.endKey(generation)}, kept, keepSeconds).Bool()
	switch {
	case err != nil:
		b.trouble(err)
		b.out.text(w)
	case !made:
		b.forget(w)
		return nil, errWritten(generation)
	default:
		w.sent = len(kept)
	}
	return w, nil
}

func errWritten(generation uuid.UUID) error {
	return fmt.Errorf("realtime: generation %s is being written already", generation)
}

func (b *Bus) remember(w *writer) (first bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, known := b.writers[w.id]; known {
		return false
	}
	b.writers[w.id] = w
	return true
}

// Append adds a delta for the readers of this instance and lets the outbox take it to the others.
func (w *writer) Append(delta string) error {
	w.text.Append(delta)
	w.bus.out.text(w)
	return nil
}

func (w *writer) Close() {
	w.bus.forget(w)
	w.text.End()
	w.bus.out.text(w)
}

func (b *Bus) forget(w *writer) {
	b.mu.Lock()
	if b.writers[w.id] == w {
		delete(b.writers, w.id)
	}
	b.mu.Unlock()
}

// resend makes sure that Redis has the running texts, after it may have lost them.
func (b *Bus) resend() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range b.writers {
		b.out.text(w)
	}
}

// queue adds what Redis does not have to a pipeline.
func (w *writer) queue(ctx context.Context, pipe goredis.Pipeliner) *goredis.Cmd {
	piece, ended := w.text.From(w.sent)
	w.tried, w.ended = w.sent+len(piece), ended
	return appendText.EvalSha(ctx, pipe, []string{w.bus.textKey(w.id), w.bus.endKey(w.id)},
		w.sent, piece, w.bus.channel(w.id), ended, keepSeconds, endedSeconds)
}

// settle reads the answer and reports whether Redis has all that was sent. Nobody else writes the text, so a length
// beyond what we knew is of a pipeline whose answer was lost; a shorter one means that Redis has lost the text.
func (w *writer) settle(c *goredis.Cmd) bool {
	length, err := c.Int()
	switch {
	case err != nil:
		return false
	case length == w.tried:
		w.sent = length
		return true
	case length > w.sent && length < w.tried:
		w.sent = length
	default:
		w.sent = 0
	}
	return false
}
