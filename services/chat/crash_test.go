package chat

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
)

// A process is killed in the middle: two others find its answer when the lease runs out, and it is
// marked once; the text stays, and Continue goes on.
func TestCrash(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.send(t, "Where?")
	m := w.ended(t, "complete")
	generation := uuid.New()
	w.exec(t, "update messages set status = 'streaming', content = 'It begins at the' where id = $1", m.ID)
	w.exec(t, `insert into generations (tenant_id, id, conversation_id, message_id, user_id, instance_id, lease_until)
		values ($1, $2, $3, $4, $5, $6, now() + interval '1 hour')`, w.me.Tenant, generation, w.chat, m.ID, w.me.User, uuid.New())
	if n, err := w.Sweep(t.Context(), false); n != 0 || err != nil || w.last(t).Status != "streaming" {
		t.Errorf("a lease that holds: %d, %v", n, err)
	}
	w.exec(t, "update generations set lease_until = now() where id = $1", generation)
	events := w.Bus.Subscribe(Topic(w.me.Tenant, w.chat))
	defer events.Close()
	var wg sync.WaitGroup
	for _, s := range []*Service{w.Service, w.another(t, nil)} {
		wg.Go(func() {
			if _, err := s.Sweep(t.Context(), false); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := w.last(t); got.Status != "interrupted" || got.Content != "It begins at the" || got.Error != "" {
		t.Errorf("got %+v", got)
	}
	for _, settled := range w.model.settled {
		if settled != generation {
			t.Errorf("the receipt of %s was closed", settled)
		}
	}
	if len(w.model.settled) == 0 {
		t.Error("the receipt is open")
	}
	if n, err := w.Sweep(t.Context(), true); n != 0 || err != nil {
		t.Errorf("once more: %d, %v", n, err)
	}
	w.model.will(says("porch."))
	if err := w.Continue(t.Context(), w.me, w.chat, m.ID); err != nil {
		t.Fatal(err)
	}
	if got := w.ended(t, "complete"); got.Content != "It begins at theporch." {
		t.Errorf("got %q", got.Content)
	}
}

// A process without a shared bus is the only one: at its start every other answer is dead, whatever its lease.
func TestSweepAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint = time.Hour }) // as good as dead
	w.model.will(saysAndHangs("So far."))
	w.send(t, "Where?")
	if n, err := w.Sweep(t.Context(), true); n != 0 || err != nil {
		t.Errorf("its own answer: %d, %v", n, err)
	}
	if n, err := w.another(t, nil).Sweep(t.Context(), true); n != 1 || err != nil {
		t.Errorf("another's: %d, %v", n, err)
	}
	w.ended(t, "interrupted")
}

// A process that was silent for longer than its lease comes back to life: its answer has been
// declared dead and goes on elsewhere. It writes nothing more, and ends its call.
func TestTheDeadWriteNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint = 100 * time.Millisecond })
	type piece struct{ text string }
	more, lost := make(chan piece), make(chan error, 1)
	w.model.will(func(ctx context.Context, _ llm.Request, emit func(string) error) error {
		_ = emit("It begins at the porch")
		for {
			select {
			case <-ctx.Done():
				lost <- context.Cause(ctx)
				return context.Cause(ctx)
			case p := <-more:
				_ = emit(p.text)
			}
		}
	})
	w.send(t, "Where?")
	await(t, "the text", func() bool { return w.last(t).Content != "" })
	other := w.another(t, nil)
	if n, err := other.Sweep(t.Context(), true); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	m := w.ended(t, "interrupted")
	w.model.will(saysAndHangs(" and goes on elsewhere."))
	if err := other.Continue(t.Context(), w.me, w.chat, m.ID); err != nil {
		t.Fatal(err)
	}
	await(t, "the other's text", func() bool { return strings.HasSuffix(w.last(t).Content, "elsewhere.") })
	more <- piece{" of the dead"}
	select {
	case cause := <-lost:
		if cause != errLost { //nolint:errorlint // the very one
			t.Errorf("ended by %v", cause)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the dead one goes on")
	}
	if err := other.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	if got := w.ended(t, "stopped"); got.Content != "It begins at the porch and goes on elsewhere." {
		t.Errorf("got %q", got.Content)
	}
}
