package answers

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/webtest/modelserver"
	"stoa/services/chat"
)

// The same message from ten tabs on two processes: one question, one request to the provider, one receipt.
func TestSentTenTimes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	processes := []*chat.Service{w.Service, w.instance(t)}
	id := uuid.New()
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			if _, err := processes[i%2].Send(t.Context(), w.me, w.chat, "Hello", id); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	m := w.ended(t, "complete")
	if n := len(w.provider.Requests()); n != 1 {
		t.Errorf("%d requests", n)
	}
	all := w.receipts(t)
	if len(all) != 1 || all[0].status != "complete" || all[0].basis != "exact" || all[0].message != m.ID {
		t.Errorf("receipts %+v", all)
	}
	if m.Receipt.Calls != 1 || m.Receipt.Model != "test-model" || m.Receipt.Output == 0 {
		t.Errorf("the page shows %+v", m.Receipt)
	}
}

// Stop closes the provider's connection within 200 ms, and what was used is on the bill.
func TestStopReachesTheProvider(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.send(t, "!hang=3")
	await(t, "the first text", func() bool { return w.last(t).Content != "" })
	start := time.Now()
	if err := w.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	if err := w.provider.Await(t.Context(), func(s *modelserver.Server) bool { return s.Cancelled() == 1 }); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("the provider was let go after %s", took)
	}
	m := w.ended(t, "stopped")
	if all := w.receipts(t); statuses(all) != "stopped" || all[0].basis != "estimated" || all[0].output == 0 || m.Receipt.Estimated != 1 {
		t.Errorf("receipts %+v", all)
	}
}

// Continue is a request of its own with a receipt of its own; the message shows the sum.
func TestContinueHasItsOwnReceipt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.provider.Next(modelserver.Behavior{Tokens: []string{"It begins ", "at the ", "porch", "."}, Cut: 3, Interval: -1},
		modelserver.Behavior{Tokens: []string{"at the porch", " and ends there."}, Interval: -1})
	w.send(t, "Where?")
	m := w.ended(t, "failed")
	if m.Content != "It begins at the porch" || m.Error == "" {
		t.Fatalf("got %+v", m)
	}
	if err := w.Continue(t.Context(), w.me, w.chat, m.ID); err != nil {
		t.Fatal(err)
	}
	m = w.ended(t, "complete")
	if m.Content != "It begins at the porch and ends there." {
		t.Errorf("got %q", m.Content)
	}
	requests := w.provider.Requests()
	if len(requests) != 2 || len(requests[1].Messages) != 2 || requests[1].Messages[1].Role != "assistant" || requests[1].Messages[1].Content != "It begins at the porch" {
		t.Errorf("requests %+v", requests)
	}
	all := w.receipts(t)
	if statuses(all) != "failed complete" || all[0].generation == all[1].generation || all[0].message != all[1].message || m.Receipt.Calls != 2 || m.Receipt.Output != all[0].output+all[1].output {
		t.Errorf("receipts %+v, shown %+v", all, m.Receipt)
	}
}

// A process dies in the middle of an answer. Two others find it at once; the bill is closed once, and
// stays as it is though the dead one comes back.
func TestADeadProcessIsBilledOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.send(t, "!hang=4")
	await(t, "the first text", func() bool { return w.last(t).Content != "" })
	await(t, "the open receipt", func() bool { return statuses(w.receipts(t)) == "running" })
	var wg sync.WaitGroup
	for range 2 {
		other := w.instance(t)
		wg.Go(func() {
			if _, err := other.Sweep(t.Context(), true); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	m := w.ended(t, "interrupted")
	closed := w.receipts(t)
	if statuses(closed) != "interrupted" || closed[0].output == 0 || m.Content == "" {
		t.Fatalf("receipts %+v of %q", closed, m.Content)
	}
	if err := w.Close(t.Context()); err != nil { // the dead one's own end
		t.Fatal(err)
	}
	if after := w.receipts(t); len(after) != 1 || after[0] != closed[0] {
		t.Errorf("the bill changed: %+v", after)
	}
	if got := w.last(t); got.Status != "interrupted" || got.Content != m.Content {
		t.Errorf("the message changed: %+v", got)
	}
}

// A receipt that cannot be settled while its answer ends is settled right after it, by the text.
func TestSettledAfterTheAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(t, `create function refuse() returns trigger language plpgsql as $$ begin raise 'away'; end $$`)
	w.exec(t, `create trigger refuse before update on cost_events for each row when (new.status = 'complete') execute function refuse()`)
	w.send(t, "hello !tokens=3")
	await(t, "the receipt", func() bool { return statuses(w.receipts(t)) == "interrupted" })
	if r := w.receipts(t)[0]; r.output != 7 || r.basis != "estimated" || w.ended(t, "complete").Content != "w0 w1 w2 " {
		t.Errorf("receipt %+v", r)
	}
}

// Shutting down in the middle: text and bill are kept, and nothing runs on.
func TestShutdown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.send(t, "!hang=4")
	await(t, "the first text", func() bool { return w.last(t).Content != "" })
	if err := w.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m := w.last(t); m.Status != "interrupted" || m.Content == "" {
		t.Errorf("got %+v", m)
	}
	if all := w.receipts(t); statuses(all) != "interrupted" {
		t.Errorf("receipts %+v", all)
	}
	if err := w.provider.Await(t.Context(), func(s *modelserver.Server) bool { return s.InFlight() == 0 }); err != nil {
		t.Error(err)
	}
}

// However a provider fails: the text stays, the note is a sentence for people, the bill is closed, the chat goes on.
func TestProvidersThatFail(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		words string
		text  bool
	}{
		"a wrong key": {"!status=401", false}, "no such model": {"!status=404", false}, "too many requests": {"!status=429 !retry=3600", false},
		"an error of its own": {"!status=500", false}, "cut off": {"!cut=4", true}, "garbage": {"!garbage=4", true}, "an error in the stream": {"!error=4", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.send(t, c.words)
			m := w.ended(t, "failed")
			if m.Error == "" || strings.Contains(m.Error, "sk-of") || strings.Contains(m.Error, w.base) || !strings.HasSuffix(m.Error, ".") {
				t.Errorf("note %q", m.Error)
			}
			if (m.Content != "") != c.text {
				t.Errorf("text %q", m.Content)
			}
			if all := w.receipts(t); statuses(all) != "failed" {
				t.Errorf("receipts %+v", all)
			}
			w.send(t, "And now?")
			w.ended(t, "complete")
		})
	}
}
