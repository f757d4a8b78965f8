// Package models asks language models, whatever their provider, and keeps the receipt of every call.
package models

import (
	"context"
	"log/slog"
	"net/http"

	"stoa/internal/llm"
	"stoa/internal/tenant"
)

// Options are what New needs; only Doors is required.
type Options struct {
	Doors   *tenant.Doors
	OpenAI  OpenAIOptions // without base URL and key there is only the built-in assistant
	Builtin BuiltinOptions
	// What a search asks of models; without them words alone decide.
	Embeddings  EmbeddingOptions
	Rerank      EndpointOptions
	RerankTexts bool // it speaks the dialect of text-embeddings-inference
	// SearchTokens is how many tokens a day, in UTC, a company may spend on vectors and reranking; 0 is without bound.
	SearchTokens int64
	// Untracked leaves no receipts: nobody can tell what was spent.
	Untracked bool
	HTTP      *http.Client // for calls to providers; must have no Timeout, since answers stream
	Log       *slog.Logger // nil is slog.Default
}

// Service is the one door of every model request; it implements llm.Streamer, llm.Lister and llm.Embedder.
type Service struct {
	log      *slog.Logger
	external *openAI // nil when no provider is connected
	builtin  *builtin
	catalog  catalog
	prices   *priceBook
	ledger   ledger

	embeddings  *endpoint // nil when there is none
	embedding   llm.Embedding
	reranker    *endpoint // nil when there is none
	rerankTexts bool
}

var (
	_ llm.Streamer = (*Service)(nil)
	_ llm.Lister   = (*Service)(nil)
)

// provider is one way to have a request answered.
type provider interface {
	// name is what receipts and the price table call it.
	name() string
	// stream answers req, whose Model is set. Beside an error it returns what is known so far. It returns soon after
	// ctx ends, and calls emit from the calling goroutine only.
	stream(ctx context.Context, req llm.Request, emit func(string) error) (answer, error)
}

// answer is what a provider tells about a call.
type answer struct {
	model  string     // as the provider named it; "" when it did not
	usage  *llm.Usage // nil when the provider did not report it
	finish string
	free   bool // the provider refused before it did any work, and bills nothing
}

// New connects the providers that opts name. It makes no request yet.
func New(opts Options) *Service {
	s := &Service{log: opts.Log, builtin: newBuiltin(opts.Builtin)}
	if s.log == nil {
		s.log = slog.Default()
	}
	if opts.OpenAI.BaseURL != "" || opts.OpenAI.Key != "" {
		s.external = newOpenAI(opts.OpenAI, opts.HTTP)
		s.catalog = catalog{fetch: s.external.models}
	}
	s.prices = &priceBook{doors: opts.Doors}
	s.ledger = ledger{doors: opts.Doors, prices: s.prices, log: s.log, off: opts.Untracked, searchTokens: opts.SearchTokens}
	s.embeddings = newEndpoint(opts.Embeddings.EndpointOptions, opts.OpenAI, "EMBEDDINGS", opts.HTTP)
	s.embedding, s.rerankTexts = opts.Embeddings.embedding(), opts.RerankTexts
	s.reranker = newEndpoint(opts.Rerank, opts.OpenAI, "RERANK", opts.HTTP)
	return s
}
