package models

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	wire "github.com/sashabaranov/go-openai"

	"stoa/internal/llm"
)

const openAIBaseURL = "https://api.openai.com/v1"

// OpenAIOptions connect a server that speaks the OpenAI dialect.
type OpenAIOptions struct {
	BaseURL string // with /v1; empty is api.openai.com
	Key     string // empty for servers that need none
	Model   string // the default; empty takes the first that the server lists

	FirstByte time.Duration // how long to wait for the first byte; 0 is 90 s
	Idle      time.Duration // how long a stream may be silent; 0 is 60 s
	Retries   int           // further tries before the first text; 0 is 2, negative none
	RetryWait time.Duration // the first pause, doubled each time; 0 is 500 ms
	MaxWait   time.Duration // a provider that asks for a longer pause fails at once; 0 is 20 s
}

func (o OpenAIOptions) withDefaults() OpenAIOptions {
	o.BaseURL = strings.TrimRight(cmp.Or(o.BaseURL, openAIBaseURL), "/")
	o.Retries = cmp.Or(o.Retries, 2)
	o.FirstByte = cmp.Or(o.FirstByte, 90*time.Second)
	o.Idle = cmp.Or(o.Idle, 60*time.Second)
	o.RetryWait = cmp.Or(o.RetryWait, 500*time.Millisecond)
	o.MaxWait = cmp.Or(o.MaxWait, 20*time.Second)
	return o
}

// openAI is a provider behind the OpenAI dialect.
type openAI struct {
	opts    OpenAIOptions
	host    string // its provider name
	http    *http.Client
	noUsage atomic.Bool // the server does not know stream_options
}

func newOpenAI(opts OpenAIOptions, client *http.Client) *openAI {
	if client == nil {
		client = &http.Client{Transport: &http.Transport{
			Proxy:               http.ProxyFromEnvironment,
			DialContext:         (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
			ForceAttemptHTTP2:   true,
			MaxIdleConnsPerHost: 64,
			IdleConnTimeout:     90 * time.Second,
			TLSHandshakeTimeout: 10 * time.Second,
			DisableCompression:  true, // a compressed stream arrives in lumps
		}}
	}
	opts = opts.withDefaults()
	return &openAI{opts: opts, host: providerName(opts.BaseURL), http: client}
}

func (o *openAI) name() string { return o.host }

// providerName says whose price list holds for a base URL.
func providerName(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return otherProvider
	}
	host := u.Hostname()
	for suffix, name := range knownHosts {
		if host == suffix || strings.HasSuffix(host, "."+suffix) {
			return name
		}
	}
	return otherProvider
}

// otherProvider is the name of servers that are nobody's we know; no price holds for them.
const otherProvider = "openai-compatible"

var knownHosts = map[string]string{
	"api.openai.com": "openai", "openai.azure.com": "azure", "api.anthropic.com": "anthropic",
	"generativelanguage.googleapis.com": "google", "api.mistral.ai": "mistral", "api.deepseek.com": "deepseek",
	"api.x.ai": "xai", "openrouter.ai": "openrouter", "api.groq.com": "groq", "api.together.xyz": "togetherai",
	"api.fireworks.ai": "fireworks-ai", "api.cerebras.ai": "cerebras", "api.perplexity.ai": "perplexity",
	"api.cohere.ai": "cohere", "api.cohere.com": "cohere",
}

// body is the request in the dialect.
func (o *openAI) body(req llm.Request) ([]byte, error) {
	w := wire.ChatCompletionRequest{Model: req.Model, Stream: true}
	if !o.noUsage.Load() {
		w.StreamOptions = &wire.StreamOptions{IncludeUsage: true}
	}
	if o.host == "openai" || o.host == "azure" {
		w.MaxCompletionTokens = req.MaxOutput // their newer models refuse max_tokens, which the rest of the world expects
	} else {
		w.MaxTokens = req.MaxOutput
	}
	if t := req.Temperature; t != nil {
		w.Temperature = max(float32(*t), math.SmallestNonzeroFloat32) // zero would be left out
	}
	for _, m := range req.Messages {
		w.Messages = append(w.Messages, wire.ChatCompletionMessage{Role: string(m.Role), Content: m.Text})
	}
	return json.Marshal(w)
}

func (o *openAI) newRequest(ctx context.Context, method, path string, body io.Reader) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, method, o.opts.BaseURL+path, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", "stoa")
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "text/event-stream")
	}
	if o.opts.Key != "" {
		r.Header.Set("Authorization", "Bearer "+o.opts.Key)
	}
	return r, nil
}

// models lists what the server has, in its order.
func (o *openAI) models(ctx context.Context) ([]string, error) {
	r, err := o.newRequest(ctx, http.MethodGet, "/models", nil)
	if err != nil {
		return nil, o.transportError(err)
	}
	res, err := o.http.Do(r)
	if err != nil {
		return nil, o.transportError(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, o.statusError(res, "")
	}
	var list wire.ModelsList
	if err := json.NewDecoder(io.LimitReader(res.Body, maxLine)).Decode(&list); err != nil {
		return nil, malformed(errors.Join(errors.New("list of models"), err))
	}
	ids := make([]string, 0, len(list.Models))
	for _, m := range list.Models {
		if m.ID != "" {
			ids = append(ids, m.ID)
		}
	}
	return ids, nil
}
