package chat

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/llm"
)

// While an answer runs the database has its text, never older than a second.
func TestCheckpoints(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint = 0 }) // the default
	stop := make(chan struct{})
	w.model.will(func(_ context.Context, _ llm.Request, emit func(string) error) error {
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return nil
			case <-tick.C:
				if err := emit("word "); err != nil {
					return err
				}
			}
		}
	})
	w.send(t, "Hello")
	length, changed, longest := 0, time.Now(), time.Duration(0)
	for steps := 0; steps < 3; {
		now := len(w.last(t).Content)
		gap := time.Since(changed)
		longest = max(longest, gap)
		if now < length {
			t.Fatalf("the text shrank from %d to %d", length, now)
		}
		if now > length {
			length, changed = now, time.Now()
			steps++
		}
		if gap > 10*time.Second {
			t.Fatal("no checkpoint")
		}
	}
	close(stop)
	if longest > 1300*time.Millisecond { // the reads themselves take time on a busy machine
		t.Errorf("%s without a checkpoint", longest)
	}
	if m := w.ended(t, "complete"); len(m.Content) < length {
		t.Error("the end lost text")
	}
}

// Shutting down keeps every byte, marks the answer interrupted and takes nothing new.
func TestClose(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint = time.Hour })
	w.model.will(saysAndHangs("Not yet in the database."))
	w.send(t, "Hello")
	w.begun(t)
	for range 2 {
		if err := w.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	m := w.last(t)
	if m.Status != "interrupted" || m.Content != "Not yet in the database." {
		t.Errorf("got %+v", m)
	}
	want(t, "send", w.Send(t.Context(), w.me, w.chat, "Hello", uuid.New()), errs.Unavailable)
	want(t, "continue", w.Continue(t.Context(), w.me, w.chat, m.ID), errs.Unavailable)
	if w.count(t, "messages") != 2 || w.count(t, "generations") != 1 {
		t.Error("something was stored")
	}
}

// A model that does not listen holds the shutdown up no longer than its context says.
func TestCloseDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	asked, release := make(chan struct{}), make(chan struct{})
	w.model.will(func(context.Context, llm.Request, func(string) error) error { close(asked); <-release; return nil })
	w.send(t, "Hello")
	<-asked
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := w.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	close(release)
}

// After everything has ended no goroutine is left.
func TestNoGoroutineIsLeft(t *testing.T) { // alone: it counts them
	w := newWorld(t, nil)
	w.send(t, "Hello")
	w.ended(t, "complete")
	before, calls := runtime.NumGoroutine(), 1
	s := w.another(t, nil)
	for _, answer := range []func(context.Context, llm.Request, func(string) error) error{
		says("Hello."), saysAndHangs("So far."), says(), func(context.Context, llm.Request, func(string) error) error { panic("oh") },
	} {
		w.model.will(answer)
		for range 5 {
			chat := w.newChat(t, w.me, defaultTitle, "", "")
			if _, err := s.Send(t.Context(), w.me, chat, "Hello", uuid.New()); err != nil {
				t.Fatal(err)
			}
		}
		calls += 5
		await(t, "all calls", func() bool { return w.model.count() == calls })
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, "the goroutines to end", func() bool { return runtime.NumGoroutine() <= before })
}
