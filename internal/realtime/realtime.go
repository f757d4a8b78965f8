// Package realtime tells open pages what changed: topics carry events, generations carry text that is still being written.
//
// A topic is a hint that rows changed; whoever listens reads the rows. A generation's text is
// append-only and replayable while it runs: a reader takes what is there, then what lies beyond it,
// so nothing is lost or doubled whenever it joins, and a slow reader gets larger pieces instead of a queue.
package realtime

import (
	"context"

	"github.com/google/uuid"
)

// Event says that something on a topic changed. It carries ids, never HTML.
type Event struct {
	Topic string
	Kind  string
	ID    uuid.UUID // of the row concerned; zero when the whole topic is meant
	Data  string    // what the readers of a topic need beside the id, or ""
}

// Bus connects writers and readers; every implementation passes the suite in realtimetest.
type Bus interface {
	// Publish wakes the subscribers of a topic, each once. It never blocks on a slow one.
	Publish(ctx context.Context, e Event) error
	// Subscribe listens to topics from now on.
	Subscribe(topics ...string) *Subscription
	// Count goes up before an event of the topic reaches anybody in this process, so that who subscribes and finds the count that
	// there was before something was read need not read it again. It may go up without one.
	Count(topic string) uint64
	// Write opens the text of a generation, which may begin with what was kept of an earlier one.
	Write(ctx context.Context, generation uuid.UUID, kept string) (Writer, error)
	// Follow reads the text of a generation from the byte offset on; ok is false when it is not running.
	// A bus that cannot reach the writer reads the text from its source, which may be nil, as long as that lasts.
	Follow(ctx context.Context, generation uuid.UUID, offset int, source Source) (f *Follower, ok bool)
	// Health is an error while other instances cannot be reached; this one's pages and answers go on.
	Health(ctx context.Context) error
}

// Source is where the text of a generation is kept, a little behind its writer; running is false once the generation has ended.
type Source func(context.Context) (text string, running bool, err error)

// Writer appends to the text of one generation; it is used by one goroutine.
type Writer interface {
	// Append adds a delta and wakes the followers, as one step.
	Append(delta string) error
	// Close ends the text; followers read what is left and are told that it ended.
	Close()
}
