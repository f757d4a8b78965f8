package models

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"stoa/internal/llm"
)

func TestDefaultAndList(t *testing.T) {
	t.Parallel()
	listed := func(o *Options) { o.OpenAI.Model = "" }
	for _, c := range []struct {
		name   string
		change func(*Options)
		models []string // what the server lists
		def    string
		list   []string
	}{
		{"named", nil, []string{"a", "test-model"}, "test-model", []string{"test-model", "a", builtinModel}},
		{"named, not listed", nil, []string{"a"}, "test-model", []string{"test-model", "a", builtinModel}},
		{"the first that chats", listed, []string{"text-embedding-3", "whisper-1", "b", "c"}, "b", []string{"b", "c", builtinModel}},
		{"none listed", listed, nil, "", []string{builtinModel}},
		{"not connected", func(o *Options) { o.OpenAI = OpenAIOptions{} }, nil, builtinModel, []string{builtinModel}},
		{"not reachable", func(o *Options) { o.OpenAI.BaseURL = "http://127.0.0.1:1/v1" }, nil, "test-model", []string{"test-model", builtinModel}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, c.change)
			w.server.Models = c.models
			def, err := w.Default(within(t, time.Minute))
			if def.ID != c.def || (err != nil) != (c.def == "") {
				t.Errorf("default %+v, %v", def, err)
			}
			all, err := w.Models(within(t, time.Minute))
			var ids []string
			for _, m := range all {
				ids = append(ids, m.ID)
			}
			if err != nil || !slices.Equal(ids, c.list) {
				t.Errorf("models %v, %v; want %v", ids, err, c.list)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	t.Parallel()
	alone := newWorld(t, func(o *Options) { o.OpenAI = OpenAIOptions{} })
	req := ask("hello")
	req.Model = "gpt-4o"
	if _, err := alone.Stream(within(t, time.Minute), alone.call(), req, nil); llm.KindOf(err) != llm.UnknownModel {
		t.Errorf("a model of no provider: %v", err)
	}
	both := newWorld(t, nil)
	for model, provider := range map[string]string{"": otherProvider, "anything": otherProvider, builtinModel: builtinProvider} {
		req.Model = model
		if res, err := both.Stream(within(t, time.Minute), both.call(), req, func(string) error { return nil }); err != nil || res.Provider != provider {
			t.Errorf("%q goes to %s, %v", model, res.Provider, err)
		}
	}
}

func TestKeyAloneIsOpenAI(t *testing.T) {
	t.Parallel()
	s := New(Options{OpenAI: OpenAIOptions{Key: "sk-x"}})
	if s.external == nil || s.external.name() != "openai" || s.external.opts.BaseURL != openAIBaseURL {
		t.Errorf("got %+v", s.external)
	}
}

func TestCatalogAsksOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		asked, fail := 0, true
		c := &catalog{fetch: func(context.Context) ([]string, error) {
			asked++
			if fail {
				return nil, errors.New("away")
			}
			return []string{"m"}, nil
		}}
		expect := func(ok bool, times int) {
			t.Helper()
			var wait sync.WaitGroup
			for range 10 {
				wait.Go(func() {
					if ids, err := c.list(context.Background()); (err == nil) != ok || (len(ids) == 1) != ok {
						t.Errorf("%v, %v", ids, err)
					}
				})
			}
			wait.Wait()
			synctest.Wait() // for the list that is fetched behind their backs
			if asked != times {
				t.Errorf("asked %d times, want %d", asked, times)
			}
		}
		expect(false, 1) // and the failure is remembered
		time.Sleep(catalogPause)
		fail = false
		expect(true, 2)
		fail = true
		time.Sleep(catalogFresh)
		expect(true, 3) // the old list is better than none
		time.Sleep(catalogPause)
		expect(true, 4)
	})
}
