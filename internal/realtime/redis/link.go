package redis

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/google/uuid"
	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
)

// listen keeps one subscription open for the whole instance. linked is closed when it delivers for the first time.
func (b *Bus) listen(ctx context.Context, linked chan struct{}) {
	const first, last = 50 * time.Millisecond, 2 * time.Second
	for pause := first; ctx.Err() == nil; pause = min(2*pause, last) {
		if err := b.link(ctx, linked); ctx.Err() == nil {
			b.trouble(err)
		}
		if b.heard.Swap(0) != 0 {
			pause = first
			b.LoseAll() // what is said from here on comes by other ways: pages have to be right until now
		}
		sleep(ctx, pause/2+rand.N(pause/2))
	}
}

// link subscribes and passes on what comes until the connection breaks or falls silent: a server that has been demoted
// keeps connections open and sends nothing.
func (b *Bus) link(ctx context.Context, linked chan struct{}) error {
	pubsub := b.client.Subscribe(ctx)
	defer pubsub.Close() //nolint:errcheck // it is of no more use
	if err := pubsub.Subscribe(ctx, b.events(), b.beats()); err != nil {
		return err
	}
	for began := time.Now(); ; {
		received, err := pubsub.ReceiveTimeout(ctx, silence)
		if err != nil {
			return err
		}
		switch m := received.(type) {
		case *goredis.Subscription:
			b.subscribed(ctx, m)
		case *goredis.Message:
			switch m.Channel {
			case b.beats():
				if b.heard.Swap(time.Now().UnixNano()) == 0 {
					if err := b.linkUp(ctx, pubsub, linked); err != nil {
						return err
					}
				}
			case b.events():
				b.event(m.Payload)
			default:
				b.piece(m)
			}
		}
		if time.Since(began) > silence && !b.up() {
			return errSilent
		}
	}
}

// linkUp begins to rely on a subscription. Nobody knows what was missed before it: pages read anew, and the copies
// of running texts as soon as their channels are confirmed.
func (b *Bus) linkUp(ctx context.Context, pubsub *goredis.PubSub, linked chan struct{}) error {
	b.mu.Lock()
	b.pubsub = pubsub
	channels := make([]string, 0, len(b.mirrors))
	for id := range b.mirrors {
		channels = append(channels, b.channel(id))
	}
	b.mu.Unlock()
	if len(channels) > 0 {
		if err := pubsub.Subscribe(ctx, channels...); err != nil {
			return err
		}
	}
	b.problem.Store(nil)
	select {
	case <-linked:
		b.log.Info("Redis carries events and running answers again")
		b.LoseAll()
		b.resend()
	default:
		close(linked)
	}
	return nil
}

// subscribed reads a text once its channel is confirmed: from then on nothing falls between.
func (b *Bus) subscribed(ctx context.Context, s *goredis.Subscription) {
	if s.Kind != "subscribe" {
		return
	}
	if s.Channel == b.beats() {
		b.client.Publish(ctx, b.beats(), "") // the first one; it may fail, more will come
	} else if m := b.mirrorOf(s.Channel); m != nil {
		b.reread(m)
	}
}

// trouble notes what is wrong and logs it once until it is well again.
func (b *Bus) trouble(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	if b.problem.Swap(&err) == nil {
		b.log.Warn("Redis is away; other instances are reached through the database only, some seconds late", "error", err)
	}
}

// beat sends a heartbeat to our own subscription each second, and looks whether the server still knows what it knew.
func (b *Bus) beat(ctx context.Context) {
	for ; ctx.Err() == nil; sleep(ctx, time.Second) {
		epoch, err := b.pulse(ctx)
		if err != nil {
			b.trouble(err)
			continue
		}
		b.mu.Lock()
		flushed := b.epoch != "" && b.epoch != epoch
		b.epoch = epoch
		b.mu.Unlock()
		if flushed {
			b.log.Warn("Redis has lost what it held; running answers are written to it again")
			b.LoseAll()
			b.resend()
		}
	}
}

func (b *Bus) pulse(ctx context.Context) (epoch string, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	pipe := b.client.Pipeline()
	pipe.SetNX(ctx, b.prefix+"epoch", uuid.NewString(), 0)
	known := pipe.Get(ctx, b.prefix+"epoch")
	pipe.Publish(ctx, b.beats(), "")
	_, err = pipe.Exec(ctx)
	return known.Val(), err
}

// event tells the pages of this instance what another one has published.
func (b *Bus) event(payload string) {
	var m message
	if json.Unmarshal([]byte(payload), &m) != nil || m.From == b.instance {
		return
	}
	if m.Topic == "" {
		b.LoseAll()
		return
	}
	_ = b.Hub.Publish(context.Background(), realtime.Event{Topic: m.Topic, Kind: m.Kind, ID: m.ID, Data: m.Data}) // a hub has no errors
}

// of reads the generation from the name of its channel.
func (b *Bus) of(channel string) (uuid.UUID, bool) {
	id, err := uuid.Parse(strings.TrimPrefix(channel, b.prefix+"g:"))
	return id, err == nil
}

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
