package models

import (
	"context"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

// Chunks as servers in the field send them.
const (
	hel  = `data: {"id":"1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"},"finish_reason":null}]}` + "\n\n"
	lo   = `data: {"id":"2","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":null}]}` + "\n\n"
	stop = `data: {"id":"3","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}` + "\n\n"
	done = "data: [DONE]\n\n"
)

var oddStreams = []struct {
	name, raw, kind string // kind is the content type
	text, finish    string
	fails           llm.ErrorKind
}{
	{name: "as it should be", raw: hel + lo + stop + done, text: "Hello", finish: "stop"},
	{name: "no space after data:", raw: strings.ReplaceAll(hel+lo+stop+done, "data: ", "data:"), text: "Hello", finish: "stop"},
	{name: "CRLF", raw: strings.ReplaceAll(hel+lo+stop+done, "\n", "\r\n"), text: "Hello", finish: "stop"},
	{name: "no blank lines", raw: strings.ReplaceAll(hel+lo+stop+done, "\n\n", "\n"), text: "Hello", finish: "stop"},
	{name: "comments keep it alive", raw: ": PROCESSING\n\n" + hel + ": PROCESSING\n\n" + lo + stop + done, text: "Hello", finish: "stop"},
	{name: "no DONE", raw: hel + lo + stop, text: "Hello", finish: "stop"},
	{name: "no newline at the end", raw: hel + lo + strings.TrimSpace(stop), text: "Hello", finish: "stop"},
	{name: "no finish_reason", raw: hel + lo + done, text: "Hello", finish: "stop"},
	{name: "neither", raw: hel + lo, text: "Hello", fails: llm.EndedEarly},
	{name: "nothing", raw: " ", fails: llm.EndedEarly},
	{name: "no text", raw: stop + done, finish: "stop"},
	{name: "length", raw: hel + strings.Replace(stop, `"stop"`, `"length"`, 1) + done, text: "Hel", finish: "length"},
	{name: "filter", raw: hel + strings.Replace(stop, `"stop"`, `"content_filter"`, 1) + done, text: "Hel", finish: "content_filter", fails: llm.Refused},
	{name: "null content", raw: `data: {"choices":[{"delta":{"content":null}}]}` + "\n\n" + hel + stop + done, text: "Hel", finish: "stop"},
	{name: "content as parts", raw: `data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"Hi"}]}}]}` + "\n\n" + stop + done, text: "Hi", finish: "stop"},
	{name: "reasoning is no answer", raw: `data: {"choices":[{"delta":{"content":"","reasoning_content":"hm"}}]}` + "\n\n" + hel + stop + done, text: "Hel", finish: "stop"},
	{name: "refusal", raw: `data: {"choices":[{"delta":{"refusal":"I cannot."}}]}` + "\n\n" + stop + done, text: "I cannot.", finish: "stop"},
	{name: "escapes", raw: `data: {"choices":[{"delta":{"content":"a\n\"b\" \u00e9 \ud83d\ude00"}}]}` + "\n\n" + stop + done, text: "a\n\"b\" é 😀", finish: "stop"},
	{name: "a character cut in two", raw: "data: {\"choices\":[{\"delta\":{\"content\":\"\xc3\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"\xa9!\"}}]}\n\n" + stop + done, text: "é!", finish: "stop"},
	{name: "NUL", raw: `data: {"choices":[{"delta":{"content":"a\u0000b"}}]}` + "\n\n" + stop + done, text: "ab", finish: "stop"},
	{name: "error chunk", raw: hel + `data: {"error":{"message":"overloaded","code":503}}` + "\n\n", text: "Hel", fails: llm.Unavailable},
	{name: "error null", raw: strings.Replace(hel, `"id":"1"`, `"error":null`, 1) + stop + done, text: "Hel", finish: "stop"},
	{name: "error chunk as text", raw: hel + `data: {"error":"out of memory"}` + "\n\n" + done, text: "Hel", fails: llm.Unavailable},
	{name: "error event", raw: hel + "event: error\ndata: {\"message\":\"overloaded\"}\n\n", text: "Hel", fails: llm.Unavailable},
	{name: "rate limit in the stream", raw: hel + `data: {"error":{"message":"slow down","type":"rate_limit_error"}}` + "\n\n", text: "Hel", fails: llm.RateLimited},
	{name: "error without data:", raw: `{"error":{"message":"bad key","code":401}}` + "\n", fails: llm.BadKey},
	{name: "broken JSON", raw: hel + `data: {"choices":[{"delta":{"content":"lo` + "\n\n" + done, text: "Hel", fails: llm.Malformed},
	{name: "HTML", raw: "<html>Welcome</html>", kind: "text/html", fails: llm.Malformed},
	{name: "whole answer", raw: `{"choices":[{"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}`, kind: "application/json", text: "Hello", finish: "stop"},
	{name: "error with status 200", raw: `{"error":{"message":"no such model","code":404}}`, kind: "application/json", fails: llm.UnknownModel},
	{name: "a second choice is left out", raw: `data: {"choices":[{"index":0,"delta":{"content":"A"}},{"index":1,"delta":{"content":"B"}}]}` + "\n\n" + stop + done, text: "A", finish: "stop"},
	{name: "usage only at the end", raw: hel + stop + `data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1}}` + "\n\n" + done, text: "Hel", finish: "stop"},
	{name: "a long line", raw: `data: {"choices":[{"delta":{"content":"` + strings.Repeat("x", 3<<20) + `"}}]}` + "\n\n" + stop + done, text: strings.Repeat("x", 3<<20), finish: "stop"},
	{name: "too long a line", raw: `data: {"choices":[{"delta":{"content":"` + strings.Repeat("x", 5<<20) + `"}}]}` + "\n\n" + stop + done, fails: llm.Malformed},
}

func TestOddStreams(t *testing.T) {
	t.Parallel()
	server, base := modelserver.New(t)
	opts := quick(base)
	opts.Retries = -1
	p := newOpenAI(opts, nil)
	for _, c := range oddStreams {
		server.Next(modelserver.Behavior{Raw: c.raw, Type: c.kind})
		out := &output{}
		var text strings.Builder
		out.emit = collect(&text)
		a, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, out.write)
		if llm.KindOf(err) != c.fails || (err != nil && c.fails == "") {
			t.Errorf("%s: error %v, want kind %q", c.name, err, c.fails)
		}
		if text.String() != c.text || a.finish != c.finish {
			t.Errorf("%s: text %.80q, finish %q; want %.80q, %q", c.name, text.String(), a.finish, c.text, c.finish)
		}
	}
}

func TestFaultsOfTheServer(t *testing.T) {
	t.Parallel()
	_, base := modelserver.New(t)
	opts := quick(base)
	opts.FirstByte, opts.Idle = 200*time.Millisecond, 200*time.Millisecond
	p := newOpenAI(opts, nil)
	for words, want := range map[string]llm.ErrorKind{
		"!cut=3": llm.EndedEarly, "!hang=3": llm.Timeout, "!garbage=3": llm.Malformed, "!error=3": llm.Unavailable,
		"!nodone !finish=none !tokens=3": llm.EndedEarly,
	} {
		var text strings.Builder
		_, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask(words).Messages}, collect(&text))
		if llm.KindOf(err) != want || text.Len() == 0 {
			t.Errorf("%s: %q, %v; want %s", words, text.String(), err, want)
		}
	}
	if _, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("!silent").Messages}, nil); llm.KindOf(err) != llm.Timeout {
		t.Errorf("a silent server: %v", err)
	}
}

// A reader that takes its time between two pieces must not be taken for a silent provider.
func TestSlowReaderIsNoTimeout(t *testing.T) {
	t.Parallel()
	_, base := modelserver.New(t)
	opts := quick(base)
	opts.Idle = 50 * time.Millisecond
	p := newOpenAI(opts, nil)
	first := true
	_, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("!tokens=20 !interval=5ms").Messages}, func(string) error {
		if first {
			<-time.After(150 * time.Millisecond) // the slow reader is the subject
			first = false
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestUsageFields(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]llm.Usage{
		`{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":4}}`:                  {Input: 10, Output: 5, Cached: 4},
		`{"prompt_tokens":10,"completion_tokens":5,"total_tokens":40,"completion_tokens_details":{"reasoning_tokens":25}}`:          {Input: 10, Output: 30},
		`{"prompt_tokens":10,"completion_tokens":5,"prompt_cache_hit_tokens":8,"prompt_cache_miss_tokens":2}`:                       {Input: 10, Output: 5, Cached: 8},
		`{"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":90,"cache_write_tokens":3}}`:            {Input: 10, Output: 5, Cached: 10},
		`{"prompt_tokens":100,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":40},"cache_creation_input_tokens":20}`: {Input: 100, Output: 5, Cached: 40, CacheWrite: 20},
		`{"prompt_tokens":-3,"completion_tokens":5,"total_tokens":2}`:                                                               {Output: 5},
	} {
		d := &decoder{o: &openAI{}, body: &timedBody{}}
		if err := d.chunk([]byte(`{"choices":[],"usage":` + raw + `}`)); err != nil || d.a.usage == nil || *d.a.usage != want {
			t.Errorf("%s: %+v, %v; want %+v", raw, d.a.usage, err, want)
		}
	}
}

// FuzzChunk: whatever a server sends, a chunk is read or refused, never a panic.
func FuzzChunk(f *testing.F) {
	for _, c := range oddStreams {
		if len(c.raw) < 1000 {
			f.Add(c.raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw string) {
		d := &decoder{o: &openAI{}, emit: func(string) error { return nil }}
		d.body = &timedBody{body: iotest.OneByteReader(strings.NewReader(raw)), watch: newStoppedWatch(func(error) {}), limit: time.Minute}
		_, _ = d.run(context.Background(), "text/event-stream") // the outcome is the other tests' subject
	})
}

// BenchmarkChunk is the work for one token; the floor is what the plainest reader with encoding/json does.
func BenchmarkChunk(b *testing.B) {
	line := []byte(`data: {"id":"chatcmpl-42","object":"chat.completion.chunk","created":1790000000,"model":"gpt-5-mini","choices":[{"index":0,"delta":{"content":" w~m17t1790000000000000000~"},"finish_reason":null}]}`)
	d := &decoder{o: &openAI{}, body: &timedBody{}, emit: func(string) error { return nil }}
	for b.Loop() {
		if err := d.line(line); err != nil {
			b.Fatal(err)
		}
	}
}
