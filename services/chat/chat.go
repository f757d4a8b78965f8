// Package chat keeps conversations and writes their answers: each answer is a generation that outlives the request that asked for it.
package chat

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
	"stoa/internal/realtime"
	"stoa/internal/tenant"
)

// Why a generation's context ended; context.Cause tells them apart.
var (
	errStopped  = errors.New("chat: stopped by the person")
	errShutdown = llm.ErrInterrupted
	errLost     = errors.New("chat: another instance has ended this answer")
	errTooLong  = errors.New("chat: the answer exceeds the limit")
)

// Models is what chat needs of the models plugin.
type Models interface {
	llm.Streamer
	// SettleInterrupted closes the receipt of a generation whose process died, or could not reach the database, from the text that was kept.
	SettleInterrupted(ctx context.Context, tenant, generation uuid.UUID, text string) error
}

// Options are what a Service is made of. The durations have defaults.
type Options struct {
	Doors     *tenant.Doors
	Bus       realtime.Bus
	Models    Models
	Retriever Retriever // nil: chats do not search documents
	Log       *slog.Logger

	Checkpoint      time.Duration // how often running text is written to the database; 700 ms
	Lease           time.Duration // how long an instance may be silent before its answers are suspected to be dead; 8 s
	SweepEvery      time.Duration // how often to look for answers of dead instances; 0 for never
	ContextMessages int           // at most so many messages are sent to the model; 20
	ContextBytes    int           // and at most so many bytes of them; 96 KB
}

// Service is the chat plugin's product: conversations, messages, generations.
type Service struct {
	Options
	instance uuid.UUID
	base     context.Context // ends with errShutdown; generations live in it
	cancel   context.CancelCauseFunc

	mu      sync.Mutex
	running map[uuid.UUID]*generation // by conversation
	closing bool
	writers sync.WaitGroup
	loops   sync.WaitGroup
}

// Person is who acts, in which tenant.
type Person struct{ Tenant, User uuid.UUID }

// New starts a service; Close ends it.
func New(o Options) *Service {
	if o.Checkpoint == 0 {
		o.Checkpoint = 700 * time.Millisecond
	}
	if o.Lease == 0 {
		o.Lease = 8 * time.Second
	}
	if o.ContextMessages == 0 {
		o.ContextMessages = 20
	}
	if o.ContextBytes == 0 {
		o.ContextBytes = 96 << 10
	}
	base, cancel := context.WithCancelCause(context.Background())
	s := &Service{Options: o, instance: uuid.New(), base: base, cancel: cancel, running: map[uuid.UUID]*generation{}}
	s.loops.Go(s.checkpointLoop)
	stops := o.Bus.Subscribe(stopTopic)
	s.loops.Go(func() { s.stopLoop(stops) })
	if o.SweepEvery > 0 {
		s.loops.Go(s.sweepLoop)
	}
	return s
}

// Drain takes no more answers and lets the running ones finish until ctx ends.
func (s *Service) Drain(ctx context.Context) {
	s.mu.Lock()
	s.closing = true
	s.mu.Unlock()
	done := make(chan struct{})
	go func() { s.writers.Wait(); close(done) }()
	select {
	case <-done:
	case <-ctx.Done():
	}
}

// Close interrupts the running answers, keeps their text, and waits until it is written or ctx ends.
func (s *Service) Close(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	s.mu.Unlock()
	s.cancel(errShutdown)
	done := make(chan struct{})
	go func() { s.writers.Wait(); s.loops.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (s *Service) isClosing() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closing
}

// Topic is where changes of a conversation are announced.
func Topic(tenant, conversation uuid.UUID) string {
	return "chat:" + tenant.String() + ":" + conversation.String()
}

// AnnounceChat says that the chat itself has changed: its title, or that it is gone.
func (s *Service) AnnounceChat(ctx context.Context, p Person, conversation uuid.UUID) error {
	return s.Bus.Publish(ctx, realtime.Event{Topic: Topic(p.Tenant, conversation), Kind: "chat", ID: conversation})
}

func (s *Service) announce(tenant, conversation, message uuid.UUID) {
	e := realtime.Event{Topic: Topic(tenant, conversation), Kind: "message", ID: message}
	if err := s.Bus.Publish(context.WithoutCancel(s.base), e); err != nil { // the last ones come while the service closes
		s.Log.Warn("chat: a change was not announced", "error", err)
	}
}
