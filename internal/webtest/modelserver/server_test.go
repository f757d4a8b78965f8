package modelserver

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

// The stand-in is what the official client takes for the real thing.

func client(base string) openai.Client {
	return openai.NewClient(option.WithBaseURL(base), option.WithAPIKey("sk-test"), option.WithMaxRetries(0))
}

func params(text string) openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{
		Model:         "test-model",
		Messages:      []openai.ChatCompletionMessageParamUnion{openai.UserMessage(text)},
		StreamOptions: openai.ChatCompletionStreamOptionsParam{IncludeUsage: openai.Bool(true)},
	}
}

func within(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func TestOfficialClientStreams(t *testing.T) {
	t.Parallel()
	s, base := New(t)
	c := client(base)
	for words, want := range map[string]string{
		"hello":                        strings.Join(s.Tokens, ""),
		"!tokens=3":                    "w0 w1 w2 ",
		"!tokens=3 !usage=finish":      "w0 w1 w2 ",
		"say this back to me !echo":    "say this back to me !echo",
		"quotes \" and \n lines !echo": "quotes \" and \n lines !echo",
	} {
		stream := c.Chat.Completions.NewStreaming(within(t), params(words))
		var acc openai.ChatCompletionAccumulator
		for stream.Next() {
			if !acc.AddChunk(stream.Current()) {
				t.Errorf("%s: a chunk that does not fit: %s", words, stream.Current().RawJSON())
			}
		}
		if err := stream.Err(); err != nil {
			t.Fatalf("%s: %v", words, err)
		}
		if got := acc.Choices[0].Message.Content; got != want || acc.Choices[0].FinishReason != "stop" {
			t.Errorf("%s: %q, %s", words, got, acc.Choices[0].FinishReason)
		}
		if acc.Usage.PromptTokens != 10 || acc.Usage.CompletionTokens == 0 {
			t.Errorf("%s: usage %+v", words, acc.Usage)
		}
	}
}

func TestOfficialClientWithoutStream(t *testing.T) {
	t.Parallel()
	_, base := New(t)
	p := params("!tokens=2 !cached=5")
	p.StreamOptions = openai.ChatCompletionStreamOptionsParam{}
	c := client(base)
	res, err := c.Chat.Completions.New(within(t), p)
	if err != nil {
		t.Fatal(err)
	}
	if res.Choices[0].Message.Content != "w0 w1 " || res.Usage.PromptTokensDetails.CachedTokens != 5 || res.Usage.TotalTokens != 12 {
		t.Errorf("got %s", res.RawJSON())
	}
}

func TestOfficialClientErrors(t *testing.T) {
	t.Parallel()
	_, base := New(t)
	c := client(base)
	for words, want := range map[string]struct {
		status int
		code   string
	}{
		"!status=401": {401, "invalid_api_key"}, "!status=404": {404, "model_not_found"},
		"!status=429 !retry=7": {429, "rate_limit_exceeded"}, "!status=500": {500, ""},
	} {
		_, err := c.Chat.Completions.New(within(t), params(words))
		var e *openai.Error
		if !errors.As(err, &e) || e.StatusCode != want.status || e.Code != want.code || e.Message == "" {
			t.Errorf("%s: %v", words, err)
			continue
		}
		if strings.Contains(words, "retry") && e.Response.Header.Get("Retry-After") != "7" {
			t.Errorf("%s: no Retry-After", words)
		}
	}
}

func TestOfficialClientSeesBrokenStreams(t *testing.T) {
	t.Parallel()
	_, base := New(t)
	c := client(base)
	for _, words := range []string{"!cut=2", "!error=2", "!garbage=2"} {
		stream := c.Chat.Completions.NewStreaming(within(t), params(words))
		n := 0
		for stream.Next() {
			n++
		}
		if stream.Err() == nil || n != 2 {
			t.Errorf("%s: %d chunks, %v", words, n, stream.Err())
		}
	}
}

func TestOfficialClientLists(t *testing.T) {
	t.Parallel()
	s, base := New(t)
	s.Key = "sk-test"
	c := client(base)
	list, err := c.Models.List(within(t))
	if err != nil || len(list.Data) != len(s.Models) || list.Data[0].ID != s.Models[0] {
		t.Errorf("%+v, %v", list, err)
	}
	other := openai.NewClient(option.WithBaseURL(base), option.WithAPIKey("sk-other"), option.WithMaxRetries(0))
	var e *openai.Error
	if _, err := other.Models.List(within(t)); !errors.As(err, &e) || e.StatusCode != http.StatusUnauthorized {
		t.Errorf("a wrong key: %v", err)
	}
}

func TestCancelIsSeen(t *testing.T) {
	t.Parallel()
	s, base := New(t)
	c := client(base)
	ctx, cancel := context.WithCancel(within(t))
	stream := c.Chat.Completions.NewStreaming(ctx, params("!hang=1"))
	if !stream.Next() || s.InFlight() != 1 {
		t.Fatalf("no stream: %v", stream.Err())
	}
	cancel()
	if err := s.Await(within(t), func(s *Server) bool { return s.Cancelled() == 1 && s.InFlight() == 0 }); err != nil {
		t.Error(err)
	}
	if r := s.Requests()[0]; r.LastUser() != "!hang=1" || !r.Usage || !r.Stream || r.Key != "sk-test" {
		t.Errorf("recorded %+v", r)
	}
}

func TestQueueAndTimes(t *testing.T) {
	t.Parallel()
	s, base := New(t)
	s.Next(Behavior{Tokens: []string{"queued"}})
	c := client(base)
	p := params("!status=503 !times=2")
	p.StreamOptions = openai.ChatCompletionStreamOptionsParam{}
	if res, err := c.Chat.Completions.New(within(t), p); err != nil || res.Choices[0].Message.Content != "queued" {
		t.Fatalf("%+v, %v", res, err)
	}
	for i := range 3 {
		if _, err := c.Chat.Completions.New(within(t), p); (err != nil) != (i < 2) {
			t.Errorf("try %d: %v", i, err)
		}
	}
}
