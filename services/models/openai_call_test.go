package models

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"stoa/internal/llm"
	"stoa/internal/webtest/modelserver"
)

func TestStatusErrors(t *testing.T) {
	t.Parallel()
	server, base := modelserver.New(t)
	opts := quick(base)
	opts.Retries = -1
	p := newOpenAI(opts, nil)
	for _, c := range []struct {
		status int
		body   string
		want   llm.ErrorKind
		says   string
	}{
		{401, "", llm.BadKey, "OPENAI_API_KEY"},
		{403, "", llm.BadKey, "OPENAI_API_KEY"},
		{404, "", llm.UnknownModel, `"m"`},
		{404, `{"detail":"Not Found"}`, llm.Malformed, "OPENAI_BASE_URL"},
		{404, `<html>nothing here</html>`, llm.Malformed, "OPENAI_BASE_URL"},
		{400, `{"error":"text as it comes"}`, llm.Refused, "text as it comes"},
		{400, `{"error":{"message":"This model's maximum context length is 8192 tokens."}}`, llm.TooLong, "too long"},
		{400, `{"error":{"message":"x","code":"context_length_exceeded"}}`, llm.TooLong, "too long"},
		{413, ``, llm.TooLong, "too long"},
		{400, `{"error":{"message":"invalid model ID"}}`, llm.UnknownModel, "Choose another"},
		{400, `{"message":"Input should be a string","type":"invalid_request"}`, llm.Refused, "Input should be a string"},
		{402, ``, llm.RateLimited, "credit"},
		{408, ``, llm.Timeout, "in time"},
		{429, "", llm.RateLimited, "moment"},
		{429, `{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}`, llm.RateLimited, "credit"},
		{500, "", llm.Unavailable, "fault"},
		{503, "upstream connect error", llm.Unavailable, "fault"},
		{418, `{"error":{"message":"key sk-test is a teapot` + strings.Repeat(" very long", 100) + `"}}`, llm.Refused, "teapot"},
	} {
		server.Next(modelserver.Behavior{Status: c.status, ErrorBody: c.body})
		_, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, nil)
		message := llm.MessageOf(err)
		if llm.KindOf(err) != c.want || !strings.Contains(message, c.says) {
			t.Errorf("%d %s: %v; want %s with %q", c.status, c.body, err, c.want, c.says)
		}
		if strings.Contains(message, "sk-test") || len(message) > 300 || strings.Contains(message, "\n") || strings.Contains(message, "127.0.0.1") {
			t.Errorf("%d: not to be shown to a person: %s", c.status, message)
		}
	}
}

func TestRetries(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		queue []modelserver.Behavior
		tries int
		fails llm.ErrorKind
	}{
		{"429 then well", []modelserver.Behavior{{Status: 429, RetryAfter: "0.01"}}, 2, ""},
		{"500 twice then well", []modelserver.Behavior{{Status: 500}, {Status: 502}}, 3, ""},
		{"408 then well", []modelserver.Behavior{{Status: 408}}, 2, ""},
		{"three times is enough", []modelserver.Behavior{{Status: 500}, {Status: 500}, {Status: 500}}, 3, llm.Unavailable},
		{"too long a wait", []modelserver.Behavior{{Status: 429, RetryAfter: "3600"}}, 1, llm.RateLimited},
		{"401 stays 401", []modelserver.Behavior{{Status: 401}}, 1, llm.BadKey},
		{"no credit", []modelserver.Behavior{{Status: 429, ErrorBody: `{"error":{"code":"insufficient_quota"}}`}}, 1, llm.RateLimited},
		{"an error chunk before the text", []modelserver.Behavior{{Raw: `data: {"error":{"code":503}}` + "\n\n"}}, 2, ""},
		{"never after the first text", []modelserver.Behavior{{ErrorChunk: 1}}, 1, llm.Unavailable},
		{"never after a cut", []modelserver.Behavior{{Cut: 1}}, 1, llm.EndedEarly},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server, base := modelserver.New(t)
			server.Next(c.queue...)
			p := newOpenAI(quick(base), nil)
			_, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, func(string) error { return nil })
			if n := len(server.Requests()); n != c.tries || llm.KindOf(err) != c.fails || (err != nil && c.fails == "") {
				t.Errorf("%d tries, %v; want %d, %q", n, err, c.tries, c.fails)
			}
		})
	}
}

func TestRetryAfterIsTold(t *testing.T) {
	t.Parallel()
	server, base := modelserver.New(t)
	server.Next(modelserver.Behavior{Status: 429, RetryAfter: "3600"})
	_, err := newOpenAI(quick(base), nil).stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, nil)
	var e *llm.Error
	if !errors.As(err, &e) || e.RetryAfter != time.Hour {
		t.Errorf("got %v", err)
	}
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, c := range []struct {
		name, value string
		want        time.Duration
	}{
		{"Retry-After", "7", 7 * time.Second}, {"Retry-After", "0.5", 500 * time.Millisecond}, {"Retry-After", "-1", 0},
		{"Retry-After", "soon", 0}, {"Retry-After", "", 0}, {"Retry-After", "NaN", 0}, {"Retry-After", "1e300", 0},
		{"Retry-After", "Fri, 02 Jan 2026 03:04:15 GMT", 10 * time.Second}, {"Retry-After", "Fri, 02 Jan 2026 03:04:00 GMT", 0},
		{"Retry-After-Ms", "250", 250 * time.Millisecond},
	} {
		if got := retryAfter(http.Header{http.CanonicalHeaderKey(c.name): {c.value}}, now); got != c.want {
			t.Errorf("%s: %s is %s, want %s", c.name, c.value, got, c.want)
		}
	}
}

func TestServerWithoutStreamOptions(t *testing.T) {
	t.Parallel()
	server, base := modelserver.New(t)
	server.Behave = func(r modelserver.Request) (modelserver.Behavior, bool) {
		return modelserver.Behavior{Status: 422, ErrorBody: `{"detail":"extra field stream_options"}`}, r.Usage
	}
	p := newOpenAI(quick(base), nil)
	for range 2 {
		if _, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, func(string) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(server.Requests()); n != 3 { // refused once, and remembered
		t.Errorf("%d requests", n)
	}
}

func TestUnreachable(t *testing.T) {
	t.Parallel()
	_, err := newOpenAI(quick("http://127.0.0.1:1/v1"), nil).stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("x").Messages}, nil)
	if llm.KindOf(err) != llm.Unavailable || strings.Contains(llm.MessageOf(err), "127.0.0.1") {
		t.Errorf("got %v", err)
	}
}

// Fifty calls one after the other need one connection.
func TestConnectionIsReused(t *testing.T) {
	t.Parallel()
	server, base := modelserver.New(t)
	dials := make(chan struct{}, 100)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	dial := transport.DialContext
	transport.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		dials <- struct{}{}
		return dial(ctx, network, addr)
	}
	p := newOpenAI(quick(base), &http.Client{Transport: transport})
	for range 50 {
		if _, err := p.stream(within(t, time.Minute), llm.Request{Model: "m", Messages: ask("!tokens=2").Messages}, func(string) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if err := server.Await(within(t, time.Minute), func(s *modelserver.Server) bool { return s.InFlight() == 0 }); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(dials); n > 10 { // a new call may overtake the end of the last one, now and then
		t.Errorf("%d connections for 50 calls", n)
	}
}
