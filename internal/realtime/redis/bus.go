// Package redis is the bus of many instances: it carries events and running texts between them through Redis or Valkey.
//
// Each instance keeps a hub and texts of its own and serves its pages from them, so Redis is never in the
// way of a writer or a reader of the same instance. What happens here goes out by one pipeline at a
// time (outbox); what happens elsewhere comes in by one subscription (link) into copies of the texts that somebody
// reads here (mirror). Pub/Sub may lose messages: pieces of a text carry their offset, and a gap is read again; an
// event that may have been missed makes every page of the instance read anew.
package redis

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"
	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
)

// Options say where Redis is. Several instances make one Stoa when they use the same server and prefix.
type Options struct {
	URL     string // redis://… or rediss://…; with addr=host:port in its query a cluster
	Prefix  string // of keys and channels; "stoa:" and the number of the database
	Log     *slog.Logger
	Metrics prometheus.Registerer
}

// Bus is a realtime.Bus; Close ends it.
type Bus struct {
	*realtime.Hub
	client   goredis.UniversalClient
	prefix   string
	instance string
	log      *slog.Logger
	out      *outbox
	heard    atomic.Int64 // when the subscription last delivered our own heartbeat, in nanoseconds; 0 while there is none
	problem  atomic.Pointer[error]
	sending  sync.Mutex // held by the flush

	mu      sync.Mutex
	pubsub  *goredis.PubSub
	writers map[uuid.UUID]*writer
	mirrors map[uuid.UUID]*mirror
	epoch   string

	stop    context.CancelFunc
	workers sync.WaitGroup
}

// Open connects. A server that cannot be reached yet is no error: the bus works for this instance and goes on trying.
func Open(ctx context.Context, o Options) (*Bus, error) {
	client, db, err := newClient(o.URL)
	if err != nil {
		return nil, fmt.Errorf("REDIS_URL: %w", err)
	}
	if o.Prefix == "" {
		o.Prefix = fmt.Sprintf("stoa:%d:", db) // channels know no databases
	}
	b := &Bus{
		Hub: realtime.NewHub(), client: client, prefix: o.Prefix, instance: uuid.NewString(), log: o.Log,
		out: newOutbox(), writers: map[uuid.UUID]*writer{}, mirrors: map[uuid.UUID]*mirror{},
	}
	if err := b.register(o.Metrics); err != nil {
		return nil, err
	}
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	b.stop = stop
	linked := make(chan struct{})
	b.workers.Go(func() { b.listen(work, linked) })
	b.workers.Go(func() { b.beat(work) })
	b.workers.Go(func() { b.deliver(work) })
	b.workers.Go(func() { b.care(work) })
	select {
	case <-linked:
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return b, nil
}

// How long Redis may take before it counts as away.
const (
	patience = 2 * time.Second
	silence  = 3 * time.Second // without a heartbeat of our own
)

func newClient(url string) (client goredis.UniversalClient, db int, err error) {
	goredis.SetLogger(nobody{})
	if strings.Contains(url, "addr=") {
		o, err := goredis.ParseClusterURL(url)
		if err != nil {
			return nil, 0, err
		}
		o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.ContextTimeoutEnabled = patience, patience, patience, true
		return goredis.NewClusterClient(o), 0, nil
	}
	o, err := goredis.ParseURL(url)
	if err != nil {
		return nil, 0, err
	}
	o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.ContextTimeoutEnabled = patience, patience, patience, true
	o.MaxRetries = -1 // a PUBLISH that is tried again may arrive twice; the outbox knows what to repeat
	return goredis.NewClient(o), o.DB, nil
}

// nobody hears the library's own log: what matters of it is logged as state of the bus.
type nobody struct{}

func (nobody) Printf(context.Context, string, ...any) {}

// Close sends what is left, for a moment, and ends the connections.
func (b *Bus) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_ = b.flush(ctx) // others find the end of a text in the database too
	b.stop()
	b.mu.Lock()
	if b.pubsub != nil {
		_ = b.pubsub.Close() // wakes the listener
	}
	b.mu.Unlock()
	b.workers.Wait()
	return b.client.Close()
}

var errSilent = errors.New("the subscription does not deliver our own heartbeats")

// Health is an error while Redis does not carry what this instance says and hears.
func (b *Bus) Health(context.Context) error {
	if b.up() {
		return nil
	}
	err := errSilent
	if p := b.problem.Load(); p != nil && *p != nil {
		err = *p
	}
	return fmt.Errorf("other instances are reached through the database only, some seconds late: %w", err)
}

func (b *Bus) up() bool {
	heard := b.heard.Load()
	return heard != 0 && time.Since(time.Unix(0, heard)) < silence
}

// Publish wakes the subscribers of this instance at once and those of the others through Redis.
func (b *Bus) Publish(ctx context.Context, e realtime.Event) error {
	b.out.event(encode(b.instance, e))
	return b.Hub.Publish(ctx, e)
}

func (b *Bus) register(r prometheus.Registerer) error {
	return r.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "stoa_bus_up", Help: "1 while Redis carries events and running answers between the instances.",
	}, func() float64 {
		if b.up() {
			return 1
		}
		return 0
	}))
}

func (b *Bus) channel(id uuid.UUID) string { return b.prefix + "g:" + id.String() }
func (b *Bus) textKey(id uuid.UUID) string { return b.prefix + "text:{" + id.String() + "}" }
func (b *Bus) endKey(id uuid.UUID) string  { return b.prefix + "end:{" + id.String() + "}" }
func (b *Bus) events() string              { return b.prefix + "events" }
func (b *Bus) beats() string               { return b.prefix + "beat:" + b.instance }
