package models

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"stoa/internal/llm"
)

func reply(t *testing.T, messages ...llm.Message) string {
	t.Helper()
	var text strings.Builder
	b := newBuiltin(BuiltinOptions{Interval: -1})
	if _, err := b.stream(context.Background(), llm.Request{Messages: messages}, collect(&text)); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestBuiltinQuotes(t *testing.T) {
	t.Parallel()
	for question, anchor := range map[string]string{
		"What is Stoa?":                             "what", // nothing but empty words
		"How do I invite a colleague?":              "invite",
		"Can I add my teammates to the company?":    "invite",
		"how can I stop an answer":                  "stop",
		"How do I cancel a request?":                "stop",
		"How can I continue an interrupted answer?": "continue",
		"How much does it cost?":                    "usage",
		"Where do I see the usage by person?":       "usage",
		"How do I connect a model?":                 "connect",
		"Can I use Ollama?":                         "connect",
		"where do I put my OPENAI_API_KEY?":         "connect",
		"How do I register a company?":              "register",
		"how do I change my password":               "login",
		"How do I log out?":                         "login",
		"How do I start a new chat?":                "chat",
		"Are you the built-in assistant?":           "builtin",
		"What is the weather in Paris?":             "",
		"Write a poem about the sea":                "",
		"Wie lade ich jemanden ein?":                "",
		"":                                          "",
		"😀":                                         "",
	} {
		text := reply(t, llm.Message{Role: llm.User, Text: question})
		quoted := ""
		if rest, ok := strings.CutPrefix(text, "> "); ok {
			_, rest, _ = strings.Cut(rest, "(/help#")
			quoted, _, _ = strings.Cut(rest, ")")
		}
		if quoted != anchor {
			t.Errorf("%q is answered from %q, want %q:\n%s", question, quoted, anchor, text)
		}
		if !strings.Contains(text, "built-in assistant") || !strings.Contains(text, "/help#connect") {
			t.Errorf("%q: the answer does not say who speaks, or how to connect a model:\n%s", question, text)
		}
	}
}

func TestBuiltinQuotesVerbatim(t *testing.T) {
	t.Parallel()
	x := newHelpIndex(Help())
	for _, s := range Help() {
		for _, sentence := range s.Sentences {
			q, ok := x.find(sentence)
			if !ok || !slices.Contains(q.sentences, sentence) || len(q.sentences) > quoteSentences {
				t.Errorf("%s: its own sentence finds %+v", s.Anchor, q)
			}
		}
	}
}

func TestBuiltinContinues(t *testing.T) {
	t.Parallel()
	question := llm.Message{Role: llm.User, Text: "How do I invite a colleague?"}
	whole := reply(t, question)
	half := whole[:len(whole)/2]
	if rest := reply(t, question, llm.Message{Role: llm.Assistant, Text: half}); half+rest != whole {
		t.Errorf("%q and %q are not %q", half, rest, whole)
	}
}

func TestBuiltinCostsAnExplicitZero(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.OpenAI = OpenAIOptions{} })
	res, err := w.Stream(within(t, time.Minute), w.call(), ask("How do I stop an answer?"), func(string) error { return nil })
	e := w.event(t, res.CostEvent)
	if err != nil || e.Amount == nil || *e.Amount != 0 || e.Basis != "exact" || e.Version == nil || e.Provider != builtinProvider {
		t.Errorf("%v, %+v", err, e)
	}
}

func TestBuiltinPace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newBuiltin(BuiltinOptions{})
		start, n := time.Now(), 0
		_, err := b.stream(context.Background(), llm.Request{Messages: ask("How do I stop an answer?").Messages}, func(string) error {
			n++
			return nil
		})
		if pace := float64(n-1) / time.Since(start).Seconds(); err != nil || pace < 28 || pace > 32 {
			t.Errorf("%.1f words a second, %v", pace, err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		start = time.Now()
		_, err = b.stream(ctx, llm.Request{Messages: ask("How do I stop an answer?").Messages}, func(string) error {
			cancel()
			return nil
		})
		if !errors.Is(err, context.Canceled) || time.Since(start) > 100*time.Millisecond {
			t.Errorf("stopped after %s, %v", time.Since(start), err)
		}
	})
}

func TestHelpIsWhole(t *testing.T) {
	t.Parallel()
	lines := 0
	for _, line := range strings.Split(helpText, "\n") {
		if line != "" && !strings.HasPrefix(line, "## ") {
			lines++
		}
	}
	anchors := map[string]bool{}
	for _, s := range Help() {
		lines -= len(s.Sentences)
		if s.Title == "" || anchors[s.Anchor] || len(s.Sentences) == 0 {
			t.Errorf("section %+v", s)
		}
		anchors[s.Anchor] = true
		for _, sentence := range s.Sentences {
			if !strings.HasSuffix(sentence, ".") {
				t.Errorf("%s: %q is no sentence", s.Anchor, sentence)
			}
		}
	}
	if lines != 0 {
		t.Errorf("%d lines of help.md belong to no section", lines)
	}
}
