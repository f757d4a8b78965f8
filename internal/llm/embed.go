package llm

import "context"

// The purposes of calls that help a search.
const (
	PurposePassages Purpose = "passages" // of documents become vectors
	PurposeSearch   Purpose = "search"   // a question becomes a vector
	PurposeRerank   Purpose = "rerank"
)

// MostTexts is how many texts one call of Embed takes.
const MostTexts = 64

// Embedding is a way to make vectors of texts. Those of two ways tell nothing about each other.
type Embedding struct {
	Model      string
	Dimensions int    // asked for; 0 leaves them to the model
	Query      string // what the model wants before a question
	Passage    string // and before a passage

	Proven bool    // published to find passages well: its word counts as much as that of the words
	Floor  float64 // cosine under which two texts have nothing to do with each other; only of proven ones
}

// Embedder makes vectors of texts and puts passages in order: what a search by meaning asks of models.
type Embedder interface {
	// Embedding is the one that is configured; ok is false when none is.
	Embedding() (e Embedding, ok bool)
	// Known is what is known of a model by its name, whether or not it is configured; Model is not set.
	Known(model string) Embedding
	// Embed makes a vector of length 1 of each of up to MostTexts texts, all of one dimension. A call for PurposeSearch has somebody
	// waiting: it is given up soon, and fails at once while the endpoint is known to be away. Errors about the endpoint are *Error.
	Embed(ctx context.Context, call Call, e Embedding, texts []string) ([][]float32, error)
	// Reranks tells whether Rerank has a model to ask.
	Reranks() bool
	// Rerank says how well each text answers a question; more is better. It is given up soon.
	Rerank(ctx context.Context, call Call, question string, texts []string) ([]float64, error)
}
