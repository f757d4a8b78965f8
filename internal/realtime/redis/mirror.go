package redis

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
)

// mirror is the copy of a text that another instance writes, for the readers of this one. It lives while somebody reads.
type mirror struct {
	id      uuid.UUID
	text    *realtime.Text
	source  realtime.Source
	readers int           // under the bus's lock
	ready   chan struct{} // closed when it was read for the first time
	once    sync.Once
	running atomic.Bool  // as of the first reading
	heard   atomic.Int64 // when there was news of it, in nanoseconds
	reading sync.Mutex
	wanted  atomic.Bool // somebody waits for a reading to begin
}

// Follow reads a text of this instance, or a copy of another one's. It joins in this order: subscribe, read what is there, then apply
// only what lies beyond.
func (b *Bus) Follow(ctx context.Context, generation uuid.UUID, offset int, source realtime.Source) (*realtime.Follower, bool) {
	b.mu.Lock()
	if w, ok := b.writers[generation]; ok {
		b.mu.Unlock()
		return w.text.Follow(offset, nil), true
	}
	m, known := b.mirrors[generation]
	if !known {
		m = &mirror{id: generation, text: realtime.NewText(""), source: source, ready: make(chan struct{})}
		b.mirrors[generation] = m
	}
	m.readers++
	pubsub := b.pubsub
	b.mu.Unlock()
	leave := func() { b.leave(m) }
	if !known {
		b.join(ctx, m, pubsub)
	}
	select {
	case <-m.ready:
	case <-ctx.Done():
	}
	if _, ended := m.text.From(m.text.Len()); ended || !m.running.Load() { // other readers may be left of one that has ended
		leave()
		return nil, false
	}
	return m.text.Follow(offset, leave), true
}

// join reads a new copy: as soon as its channel is confirmed, or without waiting for that when Redis is away.
func (b *Bus) join(ctx context.Context, m *mirror, pubsub *goredis.PubSub) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if pubsub != nil && b.up() && pubsub.Subscribe(ctx, b.channel(m.id)) == nil {
		select {
		case <-m.ready:
			return
		case <-ctx.Done():
		}
	}
	b.read(context.WithoutCancel(ctx), m)
}

func (b *Bus) leave(m *mirror) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if m.readers--; m.readers > 0 {
		return
	}
	if b.mirrors[m.id] == m {
		delete(b.mirrors, m.id)
		if b.pubsub != nil {
			go b.unsubscribe(b.pubsub, m.id)
		}
	}
}

// unsubscribe stops listening to a text, unless somebody has begun to read it meanwhile.
func (b *Bus) unsubscribe(pubsub *goredis.PubSub, id uuid.UUID) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_ = pubsub.Unsubscribe(ctx, b.channel(id)) // a broken connection hears nothing anyway
	b.mu.Lock()
	_, again := b.mirrors[id]
	b.mu.Unlock()
	if again {
		_ = pubsub.Subscribe(ctx, b.channel(id))
	}
}

func (b *Bus) mirrorOf(channel string) *mirror {
	id, ok := b.of(channel)
	if !ok {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.mirrors[id]
}

// reread reads a text beside whatever goes on; one reading that has not begun yet is enough.
func (b *Bus) reread(m *mirror) {
	if !m.wanted.Swap(true) {
		go b.read(context.Background(), m)
	}
}

// piece applies what came over the subscription; after a gap the text is read again.
func (b *Bus) piece(message *goredis.Message) {
	m := b.mirrorOf(message.Channel)
	offset, piece, end, ok := parsePiece(message.Payload)
	if m == nil || !ok {
		return
	}
	m.heard.Store(time.Now().UnixNano())
	if !m.text.Join(offset, piece) {
		b.reread(m)
		return
	}
	if end {
		m.text.End()
	}
}

// read takes what Redis has of a text, or the source when Redis does not have it.
func (b *Bus) read(ctx context.Context, m *mirror) {
	m.reading.Lock()
	defer m.reading.Unlock()
	m.wanted.Store(false)
	ctx, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	before := m.text.Len()
	known, ended := b.fetch(ctx, m)
	quiet := time.Since(time.Unix(0, m.heard.Load())) > silence && m.text.Len() == before
	if m.source != nil && !ended && (!known || quiet) {
		text, running, err := m.source(ctx)
		if err == nil {
			m.text.Join(0, text)
			known, ended = running, !running
		}
	}
	m.once.Do(func() {
		m.running.Store(known && !ended)
		close(m.ready)
	})
	if ended {
		m.text.End()
	}
	m.heard.Store(time.Now().UnixNano())
}

// fetch reads on in Redis from where the copy ends.
func (b *Bus) fetch(ctx context.Context, m *mirror) (known, ended bool) {
	if !b.up() {
		return false, false
	}
	from := m.text.Len()
	pipe := b.client.TxPipeline()
	exists := pipe.Exists(ctx, b.textKey(m.id))
	rest := pipe.GetRange(ctx, b.textKey(m.id), int64(from), -1)
	end := pipe.Get(ctx, b.endKey(m.id))
	if _, err := pipe.Exec(ctx); err != nil && !errors.Is(err, goredis.Nil) {
		b.trouble(err)
		return false, false
	}
	if exists.Val() == 0 {
		return false, false
	}
	m.text.Join(from, rest.Val())
	total, err := strconv.Atoi(end.Val())
	return true, err == nil && m.text.Len() >= total
}

// care looks after copies that have been quiet: whoever wrote them may have died, or cannot reach Redis.
func (b *Bus) care(ctx context.Context) {
	const atOnce = 8
	for ; ctx.Err() == nil; sleep(ctx, time.Second) {
		limit := 5 * time.Second
		if !b.up() {
			limit = time.Second
		}
		var quiet []*mirror
		b.mu.Lock()
		for _, m := range b.mirrors {
			if time.Since(time.Unix(0, m.heard.Load())) >= limit {
				quiet = append(quiet, m)
			}
		}
		b.mu.Unlock()
		slots := make(chan struct{}, atOnce)
		var all sync.WaitGroup
		for _, m := range quiet {
			slots <- struct{}{}
			all.Go(func() { b.read(ctx, m); <-slots })
		}
		all.Wait()
	}
}
