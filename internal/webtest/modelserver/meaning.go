package modelserver

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"net/http"
	"strings"
	"sync/atomic"
	"unicode"
)

// Meaning is how the stand-in makes vectors and orders texts. Its vectors mean something: words that begin alike, and those that
// Synonyms takes for one, point the same way; others do not, and short ones nowhere. It may be changed between requests by SetMeaning.
type Meaning struct {
	Dimensions int               // 0 is 64
	Synonyms   map[string]string // word → the word that it means
	Random     bool              // vectors and orders say nothing
	Hang       bool              // no response until the client goes away
	Status     int               // this HTTP error
	Wrong      bool              // of half the dimensions
	MostTexts  int               // more at once are a 422; 0 is without bound
	Refuse     string            // a text with these words is a 422; "" is none
	Longest    int               // bytes of a text; a longer one is a 413 whose reason quotes it; 0 is without bound
}

// Meant is a request for vectors or an order.
type Meant struct {
	Model, Question string
	Texts           []string
}

// SetMeaning changes how the following requests are answered.
func (s *Server) SetMeaning(m Meaning) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Meaning = m
}

// Meant lists the requests for vectors and orders so far.
func (s *Server) Meant() []Meant {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Meant(nil), s.meant...)
}

type meaningRequest struct {
	Model      string   `json:"model"`
	Input      []string `json:"input"`
	Query      string   `json:"query"`
	Documents  []string `json:"documents"`
	Texts      []string `json:"texts"`
	Dimensions int      `json:"dimensions"`
}

// meaning reads a request and does the faults; false ends the response.
func (s *Server) meaning(w http.ResponseWriter, r *http.Request) (q meaningRequest, m Meaning, ok bool) {
	raw, err := io.ReadAll(io.LimitReader(r.Body, 32<<20))
	if err == nil {
		err = json.Unmarshal(raw, &q)
	}
	texts := append(append(q.Input, q.Documents...), q.Texts...)
	if err != nil || len(texts) == 0 || len(q.Input) > 2048 {
		fail(w, Behavior{Status: http.StatusBadRequest}, q.Model)
		return q, m, false
	}
	if !s.admit(w, bearer(r)) {
		return q, m, false
	}
	s.mu.Lock()
	s.meant = append(s.meant, Meant{Model: q.Model, Question: q.Query, Texts: texts})
	m = s.Meaning
	s.mu.Unlock()
	switch {
	case m.Hang:
		<-r.Context().Done()
		return q, m, false
	case m.Status != 0:
		fail(w, Behavior{Status: m.Status}, q.Model)
		return q, m, false
	case m.MostTexts > 0 && len(texts) > m.MostTexts:
		refuse(w, http.StatusUnprocessableEntity, "batch size > maximum allowed batch size")
		return q, m, false
	}
	for _, text := range texts {
		if m.Refuse != "" && strings.Contains(text, m.Refuse) {
			refuse(w, http.StatusUnprocessableEntity, "the text cannot be tokenized")
			return q, m, false
		}
		if m.Longest > 0 && len(text) > m.Longest {
			refuse(w, http.StatusRequestEntityTooLarge, "Input must have less tokens: "+text)
			return q, m, false
		}
	}
	if q.Dimensions > 0 {
		m.Dimensions = q.Dimensions
	}
	return q, m, true
}

// refuse says no to what was sent, in the words of text-embeddings-inference.
func refuse(w http.ResponseWriter, status int, reason string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": reason, "error_type": "Validation"}) // a client that left needs nothing
}

func (s *Server) embeddings(w http.ResponseWriter, r *http.Request) {
	q, m, ok := s.meaning(w, r)
	if !ok {
		return
	}
	type item struct {
		Object    string    `json:"object"`
		Index     int       `json:"index"`
		Embedding []float32 `json:"embedding"`
	}
	data, size := make([]item, len(q.Input)), 0
	for i, text := range q.Input {
		data[i] = item{"embedding", i, m.vector(q.Model, text)}
		size += len(strings.Fields(text))
	}
	reply(w, map[string]any{"object": "list", "model": q.Model, "data": data, "usage": map[string]int{"prompt_tokens": size, "total_tokens": size}})
}

// rerank answers in another order than it was asked in, as the servers in the field do.
func (s *Server) rerank(w http.ResponseWriter, r *http.Request) {
	q, m, ok := s.meaning(w, r)
	if !ok {
		return
	}
	type item struct {
		Index int     `json:"index"`
		Score float64 `json:"relevance_score"`
	}
	asked := m.vector(q.Model, q.Query)
	results := make([]item, len(q.Documents))
	for i, text := range q.Documents {
		results[len(results)-1-i] = item{i, dot(asked, m.vector(q.Model, text))}
	}
	reply(w, map[string]any{"model": q.Model, "results": results, "usage": map[string]int{"total_tokens": len(strings.Fields(q.Query))}})
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body) // a client that left needs nothing
}

func dot(a, b []float32) (sum float64) {
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

var noise atomic.Uint64

// vector is the sum of the directions of a text's words, as long as 1.
func (m Meaning) vector(model, text string) []float32 {
	n := m.Dimensions
	if n == 0 {
		n = 64
	}
	if m.Wrong {
		n /= 2
	}
	v := make([]float32, n)
	if m.Random {
		text = fmt.Sprint(noise.Add(1))
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if same, ok := m.Synonyms[word]; ok {
			word = same
		}
		r := []rune(word)
		if len(r) < 4 {
			continue // most of them are empty
		}
		add(v, model+" "+string(r[:min(5, len(r))]))
	}
	length := math.Sqrt(dot(v, v))
	if length == 0 {
		v[0], length = 1, 1
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / length)
	}
	return v
}

// add adds the direction of a word: numbers that follow from it alone.
func add(v []float32, word string) {
	h := fnv.New64a()
	_, _ = io.WriteString(h, word) // a hash takes all
	state := h.Sum64()
	for i := range v {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		v[i] += float32(int64(state)) / (1 << 63)
	}
}
