package chat

import (
	"sync"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/llm"
	"stoa/internal/realtime"
)

// follow reads the running answer of the world's chat.
func (w *world) follow(t *testing.T) *realtime.Follower {
	t.Helper()
	running, ok, err := w.Running(t.Context(), w.me, w.chat)
	if err != nil || !ok {
		t.Fatalf("nothing runs: %v", err)
	}
	f, ok := w.Follow(t.Context(), w.me, running.Generation)
	if !ok {
		t.Fatal("the answer cannot be followed")
	}
	return f
}

// begun waits until the model has written something, wherever it is kept.
func (w *world) begun(t *testing.T) {
	t.Helper()
	f := w.follow(t)
	defer f.Close()
	<-f.Wake()
}

// Continue goes on with the same message in a generation of its own, shows the model what it has
// written, and drops what it repeats.
func TestContinue(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.model.will(saysAndHangs("It begins at the porch"))
	w.send(t, "Where?")
	await(t, "the text", func() bool { return w.last(t).Content != "" })
	if err := w.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	first := w.ended(t, "stopped")
	w.model.will(says("at the ", "porch and", " ends there."))
	if err := w.Continue(t.Context(), w.me, w.chat, first.ID); err != nil {
		t.Fatal(err)
	}
	m := w.ended(t, "complete")
	if m.ID != first.ID || m.Content != "It begins at the porch and ends there." {
		t.Errorf("got %+v", m)
	}
	if len(w.model.all()) != 2 || *w.model.all()[0].Generation == *w.model.all()[1].Generation || *w.model.all()[1].Message != first.ID {
		t.Errorf("calls: %+v", w.model.all())
	}
	asked := w.model.asked[1].Messages
	if len(asked) != 2 || asked[0].Text != "Where?" || asked[1].Role != llm.Assistant || asked[1].Text != "It begins at the porch" {
		t.Errorf("the model was shown %+v", asked)
	}
	want(t, "a complete answer", w.Continue(t.Context(), w.me, w.chat, m.ID), errs.Conflict)
	want(t, "no such message", w.Continue(t.Context(), w.me, w.chat, uuid.New()), errs.NotFound)
	messages, _, err := w.Messages(t.Context(), w.me, w.chat, nil, 10)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "a question", w.Continue(t.Context(), w.me, w.chat, messages[0].ID), errs.Conflict)
}

// Two tabs press Continue at once: the answer goes on once.
func TestContinueOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.model.will(says())
	w.send(t, "Where?")
	m := w.ended(t, "failed")
	w.model.will(saysAndHangs("Here."))
	var wg sync.WaitGroup
	results := make([]error, 5)
	for i := range results {
		wg.Go(func() { results[i] = w.Continue(t.Context(), w.me, w.chat, m.ID) })
	}
	wg.Wait()
	taken := 0
	for _, err := range results {
		if err == nil {
			taken++
		} else {
			want(t, "the others", err, errs.Conflict)
		}
	}
	if taken != 1 || w.count(t, "generations") != 2 {
		t.Errorf("%d taken, %d generations", taken, w.count(t, "generations"))
	}
}
