package chat

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
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
	f := w.follow(t)
	defer f.Close()
	<-f.Wake()
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
	release := make(chan struct{})
	w.model.will(func(context.Context, llm.Request, func(string) error) error { <-release; return nil })
	w.send(t, "Hello")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := w.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	close(release)
}

func TestFailures(t *testing.T) {
	t.Parallel()
	clear := &llm.Error{Kind: llm.RateLimited, Message: "The model is busy. Try again in a minute.", Err: errors.New("429 sk-secret")}
	for name, c := range map[string]struct {
		end  func(emit func(string) error) error
		text string
		note string
	}{
		"a clear error":   {func(func(string) error) error { return clear }, "So far.", clear.Message},
		"any other error": {func(func(string) error) error { return errors.New("dial tcp: secret") }, "So far.", "The answer could not be finished."},
		"a panic":         {func(func(string) error) error { panic("secret") }, "So far.", "The answer could not be finished."},
		"its own timeout": {func(func(string) error) error { return context.DeadlineExceeded }, "So far.", "The answer could not be finished."},
		"too long": {func(emit func(string) error) error {
			for range 1000 {
				if err := emit(strings.Repeat("x", 10_000)); err != nil {
					return err
				}
			}
			return nil
		}, "So far." + strings.Repeat("x", 2_100_000), "The answer grew beyond what one message can hold. Its text is kept."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, nil)
			w.model.will(func(_ context.Context, _ llm.Request, emit func(string) error) error {
				_ = emit("So far.")
				return c.end(emit)
			})
			w.send(t, "Hello")
			if m := w.ended(t, "failed"); m.Content != c.text || m.Error != c.note {
				t.Errorf("got %d bytes %.40q, note %q", len(m.Content), m.Content, m.Error)
			}
			w.model.will(says("Hello again."))
			w.send(t, "And now?") // the chat goes on
			w.ended(t, "complete")
		})
	}
}

func TestAnEmptyAnswerIsAFailure(t *testing.T) {
	t.Parallel()
	for _, pieces := range [][]string{{}, {" ", "\n"}, {"\x00"}} {
		w := newWorld(t, nil)
		w.model.will(says(pieces...))
		w.send(t, "Hello")
		if m := w.ended(t, "failed"); m.Error != "The model sent an empty answer." {
			t.Errorf("%q: %q", pieces, m.Error)
		}
	}
}

// A megabyte in one answer, and NUL in the middle of it.
func TestLargeAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	piece := strings.Repeat("ü", 2047) + "\x00\n"
	w.model.will(func(_ context.Context, _ llm.Request, emit func(string) error) error {
		for range 256 {
			if err := emit(piece); err != nil {
				return err
			}
		}
		return nil
	})
	w.send(t, "Hello")
	if m := w.ended(t, "complete"); m.Content != strings.Repeat(strings.ReplaceAll(piece, "\x00", ""), 256) {
		t.Errorf("%d bytes", len(m.Content))
	}
}

// The database goes away at the very end of an answer: the end is written when it is back.
func TestTheDatabaseIsAwayAtTheEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	release := make(chan struct{})
	w.model.will(func(_ context.Context, _ llm.Request, emit func(string) error) error {
		<-release
		return emit("The end.")
	})
	w.send(t, "Hello")
	f := w.follow(t)
	defer f.Close()
	w.exec(t, "revoke update on generations, messages, conversations from stoa_app")
	close(release)
	<-f.Wake()
	w.exec(t, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user")
	if n := w.count(t, "messages where status = 'streaming'"); n != 1 {
		t.Error("ended without a database")
	}
	await(t, "connections that work", func() bool { _, err := w.Get(t.Context(), w.me, w.chat); return err == nil })
	w.exec(t, "grant update on generations, messages, conversations to stoa_app")
	if m := w.ended(t, "complete"); m.Content != "The end." {
		t.Errorf("got %q", m.Content)
	}
	for text, ended := f.Read(); !ended; text, ended = f.Read() { // whoever reads along is told after the rows are written
		_ = text
		<-f.Wake()
	}
}

// After everything has ended no goroutine is left.
func TestNoGoroutineIsLeft(t *testing.T) { // alone: it counts them
	w := newWorld(t, nil)
	w.send(t, "Hello")
	w.ended(t, "complete")
	before := runtime.NumGoroutine()
	s := w.another(t, nil)
	for _, answer := range []func(context.Context, llm.Request, func(string) error) error{
		says("Hello."), saysAndHangs("So far."), says(), func(context.Context, llm.Request, func(string) error) error { panic("oh") },
	} {
		w.model.will(answer)
		for range 5 {
			chat, err := s.Create(t.Context(), w.me, NewConversation{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Send(t.Context(), w.me, chat, "Hello", uuid.New()); err != nil {
				t.Fatal(err)
			}
		}
		await(t, "all calls", func() bool { return w.count(t, "generations where status = 'streaming'") <= 5 })
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, "the goroutines to end", func() bool { return runtime.NumGoroutine() <= before })
}
