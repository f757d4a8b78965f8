package models

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

func TestStreamWithReceipt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	var text strings.Builder
	res, err := w.Stream(within(t, time.Minute), w.call(), ask("hello !tokens=5 !cached=4"), collect(&text))
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != "w0 w1 w2 w3 w4 " || res.Finish != llm.FinishStop || res.Provider != otherProvider || res.Model != "test-model" {
		t.Errorf("got %q, %+v", text.String(), res)
	}
	if want := (llm.Usage{Input: 10, Cached: 4, Output: 5, Exact: true}); res.Usage != want {
		t.Errorf("usage %+v, want %+v", res.Usage, want)
	}
	e := w.event(t, res.CostEvent)
	if e.Status != "complete" || e.Basis != "exact" || e.Input != 10 || e.Cached != 4 || e.Output != 5 || !e.Finished {
		t.Errorf("cost event %+v", e)
	}
	if e.Amount != nil || e.Version != nil {
		t.Errorf("a server that nobody knows has a price: %+v", e)
	}
	req := w.server.Requests()[0]
	if !req.Stream || !req.Usage || req.Key != "sk-test" {
		t.Errorf("request %+v", req)
	}
}

func TestReceiptStandsBeforeTheCall(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	ctx := within(t, time.Minute)
	_, err := w.Stream(ctx, w.call(), ask("a question of some length"), func(string) error {
		var n, input int64
		err := w.db.Admin.QueryRow(ctx, `select count(*), max(input_tokens) from cost_events where status = 'running'`).Scan(&n, &input)
		if err != nil || n != 1 || input == 0 {
			t.Errorf("while the answer runs: %d running receipts of %d tokens, %v", n, input, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNoReceiptNoCall(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.db.App.Close()
	_, err := w.Stream(within(t, time.Minute), w.call(), ask("hello"), func(string) error { return nil })
	if llm.KindOf(err) != llm.Unavailable || len(w.server.Requests()) != 0 {
		t.Errorf("got %v and %d requests", err, len(w.server.Requests()))
	}
}

func TestNoPurposeNoCall(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for _, call := range []llm.Call{{Tenant: w.tenant}, {Purpose: llm.PurposeChat}} {
		if _, err := w.Stream(within(t, time.Minute), call, ask("hello"), nil); err == nil || len(w.server.Requests()) != 0 {
			t.Errorf("%+v was let through: %v", call, err)
		}
	}
}

func TestUsageVariants(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for _, c := range []struct {
		mode   string
		exact  bool
		output int64
	}{{"finish", true, 3}, {"running", true, 3}, {"never", false, 6}, {"zero", false, 6}} {
		var text strings.Builder
		res, err := w.Stream(within(t, time.Minute), w.call(), ask("hello !tokens=3 !usage="+c.mode), collect(&text))
		if err != nil || text.String() != "w0 w1 w2 " {
			t.Fatalf("%s: %q, %v", c.mode, text.String(), err)
		}
		e := w.event(t, res.CostEvent)
		if res.Usage.Exact != c.exact || (e.Basis == "exact") != c.exact || e.Input == 0 || e.Output == 0 {
			t.Errorf("%s: usage %+v, event %+v", c.mode, res.Usage, e)
		}
		if c.exact && e.Output != c.output {
			t.Errorf("%s: %d output tokens, want %d", c.mode, e.Output, c.output)
		}
	}
}

func TestStopCancelsTheProvider(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for name, c := range map[string]struct {
		cause          error
		finish, status string
	}{
		"stopped":  {context.Canceled, llm.FinishStopped, "stopped"},
		"shutdown": {llm.ErrInterrupted, llm.FinishInterrupted, "interrupted"},
	} {
		before := w.server.Cancelled()
		ctx, cancel := context.WithCancelCause(within(t, time.Minute))
		var at time.Time
		res, err := w.Stream(ctx, w.call(), ask("hello "+name+" !tokens=50 !hang=3"), func(delta string) error {
			if delta == "w2 " {
				at = time.Now()
				cancel(c.cause)
			}
			return nil
		})
		if err := w.server.Await(within(t, 5*time.Second), func(s *modelserver.Server) bool { return s.Cancelled() == before+1 }); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(at); took > time.Second { // 100 ms when idle; the race detector and its neighbours take their share
			t.Errorf("%s: took %s", name, took)
		}
		if !errors.Is(err, c.cause) || res.Finish != c.finish {
			t.Errorf("%s: %v, %+v", name, err, res)
		}
		if e := w.event(t, res.CostEvent); e.Status != c.status || e.Basis != "estimated" || e.Output == 0 || e.Input == 0 {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestEmitErrorCancels(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	full := errors.New("the reader is full")
	res, err := w.Stream(within(t, time.Minute), w.call(), ask("hello !hang=2"), func(string) error { return full })
	if !errors.Is(err, full) || w.event(t, res.CostEvent).Status != "failed" {
		t.Errorf("got %v", err)
	}
	if err := w.server.Await(within(t, 5*time.Second), func(s *modelserver.Server) bool { return s.Cancelled() == 1 }); err != nil {
		t.Error(err)
	}
}

func TestPanicOfEmitIsStillPaid(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	func() {
		defer func() { _ = recover() }()
		_, _ = w.Stream(within(t, time.Minute), w.call(), ask("hello"), func(string) error { panic("a bug") })
	}()
	var status string
	if err := w.db.Admin.QueryRow(context.Background(), `select status from cost_events`).Scan(&status); err != nil || status != "failed" {
		t.Errorf("got %q, %v", status, err)
	}
}

func TestRefusalsCostNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	res, err := w.Stream(within(t, time.Minute), w.call(), ask("hello !status=401"), func(string) error { return nil })
	e := w.event(t, res.CostEvent)
	if llm.KindOf(err) != llm.BadKey || e.Status != "failed" || e.Input != 0 || e.Amount == nil || *e.Amount != 0 {
		t.Errorf("got %v, %+v", err, e)
	}
}

func TestSettleInterrupted(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	conversation, message, generation := uuid.New(), uuid.New(), uuid.New()
	w.exec(t, `insert into conversations (tenant_id, id, user_id) values ($1, $2, $3)`, w.tenant, conversation, w.user)
	w.exec(t, `insert into messages (tenant_id, id, conversation_id, role) values ($1, $2, $3, 'assistant')`, w.tenant, message, conversation)
	w.exec(t, `insert into generations (tenant_id, id, conversation_id, message_id, instance_id, lease_until) values ($1, $2, $3, $4, $5, now())`,
		w.tenant, generation, conversation, message, uuid.New())
	call := w.call()
	call.Conversation, call.Message, call.Generation = &conversation, &message, &generation
	r, err := w.ledger.open(within(t, time.Minute), call, "openai", llm.Request{Model: "gpt-4o", Messages: ask("hello there").Messages})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time there is nothing left to do
		if err := w.SettleInterrupted(within(t, time.Minute), w.tenant, generation, "half of an answer"); err != nil {
			t.Fatal(err)
		}
	}
	if e := w.event(t, r.id); e.Status != "interrupted" || e.Basis != "estimated" || e.Output != 4 || e.Input != 7 || !e.Finished {
		t.Errorf("got %+v", e)
	}
	if err := w.SettleInterrupted(within(t, time.Minute), uuid.New(), generation, "x"); err != nil {
		t.Errorf("a generation of another tenant: %v", err)
	}
}

// What nobody settled is settled after a day, by what was sent.
func TestSettleLeft(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	receipts := map[string]uuid.UUID{}
	for _, state := range []string{"interrupted", "running"} {
		r, err := w.ledger.open(within(t, time.Minute), w.call(), "openai", llm.Request{Model: "gpt-4o", Messages: ask("hello there").Messages})
		if err != nil {
			t.Fatal(err)
		}
		receipts[state] = r.id
	}
	w.exec(t, "update cost_events set created_at = now() - interval '25 hours' where id = $1", receipts["interrupted"])
	for range 2 {
		if err := w.SettleLeft(within(t, time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	for state, id := range receipts {
		if e := w.event(t, id); e.Status != state || e.Finished != (state != "running") || e.Input != 7 || e.Output != 0 {
			t.Errorf("%s: %+v", state, e)
		}
	}
}
