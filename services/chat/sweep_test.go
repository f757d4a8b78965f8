package chat

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// A lease that ran out is a suspicion; only one that stays where it is makes an answer dead.
func TestTheLivingMayRenew(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.send(t, "Where?")
	m := w.ended(t, "complete")
	w.exec(t, "update messages set status = 'streaming', content = 'It begins' where id = $1", m.ID)
	w.exec(t, `insert into generations (tenant_id, id, conversation_id, message_id, user_id, instance_id, lease_until)
		values ($1, $2, $3, $4, $5, $6, now() - interval '1 minute')`, w.me.Tenant, uuid.New(), w.chat, m.ID, w.me.User, uuid.New())
	suspects, err := w.look(t.Context(), nil)
	if len(suspects) != 1 || err != nil {
		t.Fatal(suspects, err)
	}
	w.exec(t, "update generations set lease_until = now() where status = 'streaming'") // by whoever is alive
	if suspects, err = w.look(t.Context(), suspects); len(suspects) != 1 || err != nil || w.last(t).Status != "streaming" {
		t.Errorf("renewed: %v, %v, %s", suspects, err, w.last(t).Status)
	}
	if suspects, err = w.look(t.Context(), suspects); len(suspects) != 0 || err != nil || w.last(t).Status != "interrupted" {
		t.Errorf("not renewed: %v, %v, %s", suspects, err, w.last(t).Status)
	}
}

// Every instance looks by itself.
func TestAnInstanceSweeps(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint, o.Lease = time.Hour, time.Millisecond }) // as good as dead
	w.model.will(saysAndHangs("So far."))
	w.send(t, "Where?")
	w.another(t, func(o *Options) { o.SweepEvery = 20 * time.Millisecond })
	w.ended(t, "interrupted")
}

// Stop reaches the instance that writes, though it never writes a checkpoint.
func TestStopFromAnotherInstance(t *testing.T) {
	t.Parallel()
	bus := realtime.NewMemory()
	w := newWorld(t, func(o *Options) { o.Bus, o.Checkpoint = bus, time.Hour })
	w.model.will(saysAndHangs("So far."))
	w.send(t, "Where?")
	w.begun(t)
	other := w.another(t, func(o *Options) { o.Bus = bus })
	if err := other.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	if got := w.last(t); got.Status != "stopped" || got.Content != "So far." {
		t.Errorf("got %+v", got)
	}
}

// A service that drains takes nothing new and lets the running answer finish.
func TestDrain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.send(t, "Where?")
	w.Drain(t.Context())
	if got := w.last(t); got.Status != "complete" {
		t.Errorf("got %+v", got)
	}
	if err := w.Send(t.Context(), w.me, w.chat, "And now?", uuid.New()); err == nil {
		t.Error("took another one")
	}
}
