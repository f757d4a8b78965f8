package models

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/google/uuid"
	wire "github.com/sashabaranov/go-openai"
	"github.com/tidwall/gjson"

	"stoa/internal/llm"
)

// EmbeddingOptions connect a server that makes vectors of texts.
type EmbeddingOptions struct {
	EndpointOptions
	Dimensions     int     // asked for; 0 leaves them to the model
	Query, Passage *string // before a question and a passage; nil is what the model is known to want
}

var _ llm.Embedder = (*Service)(nil)

// Embedding implements llm.Embedder.
func (s *Service) Embedding() (llm.Embedding, bool) {
	if s.embeddings == nil {
		return llm.Embedding{}, false
	}
	return s.embedding, true
}

func (o EmbeddingOptions) embedding() llm.Embedding {
	e := known(o.Model)
	e.Model, e.Dimensions = o.Model, o.Dimensions
	if o.Query != nil {
		e.Query = *o.Query
	}
	if o.Passage != nil {
		e.Passage = *o.Passage
	}
	return e
}

// Embed implements llm.Embedder.
func (s *Service) Embed(ctx context.Context, call llm.Call, e llm.Embedding, texts []string) ([][]float32, error) {
	if s.embeddings == nil || len(texts) == 0 || len(texts) > llm.MostTexts || call.Tenant == uuid.Nil {
		return nil, fmt.Errorf("models: %d texts cannot be embedded for %s", len(texts), call.Tenant)
	}
	prefix := e.Passage
	if call.Purpose == llm.PurposeSearch {
		prefix = e.Query
	}
	req := llm.Request{Model: e.Model}
	input := make([]string, len(texts))
	for i, t := range texts {
		input[i] = prefix + t
		req.Messages = append(req.Messages, llm.Message{Role: llm.User, Text: input[i]})
	}
	body := wire.EmbeddingRequest{Input: input, Model: wire.EmbeddingModel(e.Model), Dimensions: e.Dimensions, EncodingFormat: wire.EmbeddingEncodingFormatFloat}
	var vectors [][]float32
	err := s.ask(ctx, s.embeddings, call, req, "/embeddings", body, func(raw []byte) (usage *llm.Usage, err error) {
		vectors, err = readVectors(raw, len(texts))
		return usageOf(raw), err
	})
	return vectors, err
}

// readVectors takes a response apart: as many vectors as texts, of one dimension, each made as long as 1.
func readVectors(raw []byte, texts int) ([][]float32, error) {
	var res struct {
		Data []struct {
			Index     int       `json:"index"`
			Embedding []float32 `json:"embedding"`
		} `json:"data"`
	}
	if err := json.Unmarshal(raw, &res); err != nil {
		return nil, err
	}
	if len(res.Data) != texts {
		return nil, fmt.Errorf("%d vectors for %d texts", len(res.Data), texts)
	}
	vectors := make([][]float32, texts)
	for _, d := range res.Data {
		switch {
		case d.Index < 0 || d.Index >= texts || vectors[d.Index] != nil:
			return nil, fmt.Errorf("a vector has the number %d of %d", d.Index, texts)
		case len(d.Embedding) != len(res.Data[0].Embedding):
			return nil, fmt.Errorf("vectors of %d and of %d numbers", len(res.Data[0].Embedding), len(d.Embedding))
		}
		if !normalise(d.Embedding) {
			return nil, errors.New("a vector that points nowhere")
		}
		vectors[d.Index] = d.Embedding
	}
	return vectors, nil
}

// normalise makes a vector as long as 1; false when it has no direction.
func normalise(v []float32) bool {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	length := math.Sqrt(sum)
	if length == 0 || math.IsInf(length, 0) || math.IsNaN(length) {
		return false
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / length)
	}
	return true
}

// usageOf is what a response says that it took; nil when it says nothing. Cohere counts searches, which no token price knows.
func usageOf(raw []byte) *llm.Usage {
	u := gjson.GetBytes(raw, "usage")
	for _, name := range []string{"prompt_tokens", "total_tokens"} {
		if n := u.Get(name); n.Exists() && n.Int() >= 0 {
			return &llm.Usage{Input: n.Int(), Exact: true}
		}
	}
	return nil
}
