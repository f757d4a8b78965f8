package models

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

// long is a question that every provider answers with more than fifty pieces.
const long = "How do I connect a model? !tokens=60"

// TestConformance holds every provider to the promises of llm.Streamer.
func TestConformance(t *testing.T) {
	t.Parallel()
	for name, model := range map[string]string{"openai": "test-model", "builtin": builtinModel} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, nil)
			request := func(text string) llm.Request {
				r := ask(text)
				r.Model = model
				return r
			}
			t.Run("streams in pieces", func(t *testing.T) { conformPieces(t, w, request(long)) })
			t.Run("limits the output", func(t *testing.T) { conformLimit(t, w, request(long)) })
			t.Run("stops at once", func(t *testing.T) { conformStop(t, w, request(long)) })
			t.Run("is not asked when stopped before", func(t *testing.T) { conformStopped(t, w, request(long)) })
			t.Run("returns the error of emit", func(t *testing.T) { conformEmit(t, w, request(long)) })
			t.Run("serves many at once", func(t *testing.T) { conformMany(t, w, request(long)) })
		})
	}
}

func conformPieces(t *testing.T, w *world, req llm.Request) {
	pieces := 0
	res, err := w.Stream(within(t, time.Minute), w.call(), req, func(delta string) error {
		pieces++
		if delta == "" || !utf8.ValidString(delta) {
			t.Errorf("piece %d is %q", pieces, delta)
		}
		return nil
	})
	if err != nil || pieces < 50 || res.Finish != llm.FinishStop || !res.Usage.Exact || res.Usage.Output == 0 || res.Usage.Input == 0 {
		t.Errorf("%d pieces, %+v, %v", pieces, res, err)
	}
	e := w.event(t, res.CostEvent)
	if e.Status != "complete" || e.Basis != "exact" || e.Provider != res.Provider || e.Output != res.Usage.Output {
		t.Errorf("cost event %+v of %+v", e, res)
	}
}

func conformLimit(t *testing.T, w *world, req llm.Request) {
	req.MaxOutput = 7
	pieces := 0
	res, err := w.Stream(within(t, time.Minute), w.call(), req, func(string) error { pieces++; return nil })
	if err != nil || pieces != 7 || res.Finish != llm.FinishLength {
		t.Errorf("%d pieces, %+v, %v", pieces, res, err)
	}
}

func conformStop(t *testing.T, w *world, req llm.Request) {
	ctx, cancel := context.WithCancel(within(t, time.Minute))
	pieces := 0
	res, err := w.Stream(ctx, w.call(), req, func(string) error {
		if pieces++; pieces == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || res.Finish != llm.FinishStopped {
		t.Errorf("%+v, %v", res, err)
	}
	if e := w.event(t, res.CostEvent); e.Status != "stopped" || e.Output == 0 {
		t.Errorf("cost event %+v", e)
	}
}

func conformStopped(t *testing.T, w *world, req llm.Request) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	before := len(w.server.Requests())
	_, err := w.Stream(ctx, w.call(), req, func(string) error { t.Error("a piece"); return nil })
	if err == nil || len(w.server.Requests()) != before {
		t.Errorf("%v, %d requests", err, len(w.server.Requests())-before)
	}
}

func conformEmit(t *testing.T, w *world, req llm.Request) {
	full, pieces := errors.New("full"), 0
	res, err := w.Stream(within(t, time.Minute), w.call(), req, func(string) error {
		if pieces++; pieces == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || pieces != 3 || w.event(t, res.CostEvent).Status != "failed" {
		t.Errorf("%d pieces, %+v, %v", pieces, res, err)
	}
}

func conformMany(t *testing.T, w *world, req llm.Request) {
	const callers = 16
	texts := make(chan string, callers)
	ctx := within(t, time.Minute)
	for range callers {
		go func() {
			var text strings.Builder
			if _, err := w.Stream(ctx, w.call(), req, collect(&text)); err != nil {
				t.Error(err)
			}
			texts <- text.String()
		}()
	}
	first := <-texts
	for range callers - 1 {
		if other := <-texts; other != first || first == "" {
			t.Errorf("two answers to one question: %q, %q", first, other)
		}
	}
	if err := w.server.Await(ctx, func(s *modelserver.Server) bool { return s.InFlight() == 0 }); err != nil {
		t.Error(err)
	}
}
