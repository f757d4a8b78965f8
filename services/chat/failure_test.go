package chat

import (
	"context"
	"errors"
	"strings"
	"testing"

	"stoa/internal/llm"
)

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
