package chat

import (
	"context"
	"testing"
	"time"

	"stoa/internal/llm"
)

// Stop cancels the provider's request at once and keeps the text.
func TestStop(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	cancelled := make(chan time.Time, 1)
	w.model.will(func(ctx context.Context, _ llm.Request, emit func(string) error) error {
		_ = emit("So far.")
		<-ctx.Done()
		cancelled <- time.Now()
		return context.Cause(ctx)
	})
	if err := w.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Errorf("nothing to stop: %v", err)
	}
	w.send(t, "Hello")
	await(t, "the first text", func() bool { return w.last(t).Content == "So far." })
	start := time.Now()
	if err := w.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	if took := (<-cancelled).Sub(start); took > 200*time.Millisecond {
		t.Errorf("the provider was cancelled after %s", took)
	}
	if m := w.last(t); m.Status != "stopped" || m.Content != "So far." || m.Error != "" {
		t.Errorf("Stop came back before the end was written: %+v", m)
	}
}

// Stop reaches an answer that another instance is writing, though its model is silent.
func TestStopOnAnotherInstance(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Lease = 300 * time.Millisecond })
	w.model.will(saysAndHangs("So far."))
	w.send(t, "Hello")
	if err := w.another(t, nil).Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	w.ended(t, "stopped")
}
