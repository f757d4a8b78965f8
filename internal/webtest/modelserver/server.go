// Package modelserver is a stand-in model provider that speaks the OpenAI wire format, with its faults on request.
package modelserver

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// Request is what a client sent, as far as tests look at it.
type Request struct {
	Model     string
	Messages  []Message
	Stream    bool
	Usage     bool // stream_options.include_usage
	MaxOutput int  // max_tokens or max_completion_tokens
	Key       string
	Body      string

	seq int
}

// Message is one turn of a Request.
type Message struct{ Role, Content string }

// LastUser is the text of the last user message.
func (r Request) LastUser() string {
	for i := len(r.Messages) - 1; i >= 0; i-- {
		if r.Messages[i].Role == "user" {
			return r.Messages[i].Content
		}
	}
	return ""
}

// Server is the stand-in; it is an http.Handler. Its settings are not to be changed while requests are under way.
type Server struct {
	Models   []string                       // what /v1/models lists
	Default  Behavior                       // of requests that nothing else decides
	Behave   func(Request) (Behavior, bool) // decides before the words of the message do
	Interval time.Duration                  // between pieces where the behavior does not say
	Tokens   []string                       // the answer where the behavior does not say
	Key      string                         // when set, other keys get 401
	Meaning  Meaning                        // how /v1/embeddings and /v1/rerank answer

	mux *http.ServeMux

	mu        sync.Mutex
	changed   chan struct{} // closed and replaced whenever a count below changes
	queue     []Behavior
	requests  []Request
	inFlight  int
	cancelled int
	failed    map[string]int
	meant     []Meant
}

// Handler makes a server with this package's defaults that listens nowhere yet; New makes one that does.
func Handler() *Server {
	s := &Server{
		Models:  []string{"test-model", "test-model-mini"},
		Tokens:  strings.SplitAfter("This is the answer of the stand-in model, one word at a time.", " "),
		changed: make(chan struct{}), failed: map[string]int{}, mux: http.NewServeMux(),
	}
	s.mux.HandleFunc("POST /v1/chat/completions", s.completions)
	s.mux.HandleFunc("GET /v1/models", s.models)
	s.mux.HandleFunc("POST /v1/embeddings", s.embeddings)
	s.mux.HandleFunc("POST /v1/rerank", s.rerank)
	return s
}

// New makes a server that listens on loopback until the test ends, and gives its base URL (with /v1).
func New(t testing.TB) (*Server, string) {
	s := Handler()
	h := httptest.NewServer(s)
	t.Cleanup(func() {
		h.CloseClientConnections() // lets go of those that hang on purpose
		h.Close()
	})
	return s, h.URL + "/v1"
}

// ServeHTTP answers POST /v1/chat/completions, /v1/embeddings and /v1/rerank, and GET /v1/models.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

func (s *Server) models(w http.ResponseWriter, r *http.Request) {
	if !s.admit(w, bearer(r)) {
		return
	}
	type item struct {
		ID      string `json:"id"`
		Object  string `json:"object"`
		Created int64  `json:"created"`
		OwnedBy string `json:"owned_by"`
	}
	data := make([]item, len(s.Models))
	for i, id := range s.Models {
		data[i] = item{id, "model", 1, "stand-in"}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"object": "list", "data": data}) // a client that left needs no list
}

func (s *Server) admit(w http.ResponseWriter, key string) bool {
	if s.Key == "" || key == s.Key {
		return true
	}
	fail(w, Behavior{Status: http.StatusUnauthorized}, "")
	return false
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func fail(w http.ResponseWriter, b Behavior, model string) {
	w.Header().Set("Content-Type", "application/json")
	if b.RetryAfter != "" {
		w.Header().Set("Retry-After", b.RetryAfter)
	}
	w.WriteHeader(b.Status)
	_, _ = w.Write([]byte(b.errorBody(model)))
}
