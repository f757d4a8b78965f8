package models

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/tidwall/gjson"

	"stoa/internal/llm"
)

// rerankRequest is what Cohere, Jina, vLLM and others take; text-embeddings-inference calls the documents texts.
type rerankRequest struct {
	Model     string   `json:"model,omitempty"`
	Query     string   `json:"query"`
	Documents []string `json:"documents,omitempty"`
	Texts     []string `json:"texts,omitempty"`
}

// Reranks implements llm.Embedder.
func (s *Service) Reranks() bool { return s.reranker != nil }

// Rerank implements llm.Embedder. What is refused is asked in two halves, once: some servers take 32 texts.
func (s *Service) Rerank(ctx context.Context, call llm.Call, question string, texts []string) ([]float64, error) {
	scores, err := s.rerank(ctx, call, question, texts)
	if !llm.AboutText(err) || len(texts) < 2 {
		return scores, err
	}
	half := (len(texts) + 1) / 2
	if scores, err = s.rerank(ctx, call, question, texts[:half]); err != nil {
		return nil, err
	}
	rest, err := s.rerank(ctx, call, question, texts[half:])
	if err != nil {
		return nil, err
	}
	return append(scores, rest...), nil
}

func (s *Service) rerank(ctx context.Context, call llm.Call, question string, texts []string) ([]float64, error) {
	if s.reranker == nil || len(texts) == 0 || call.Tenant == uuid.Nil {
		return nil, fmt.Errorf("models: %d texts cannot be reranked for %s", len(texts), call.Tenant)
	}
	req := llm.Request{Model: s.reranker.model, Messages: []llm.Message{{Role: llm.User, Text: question}}}
	for _, t := range texts {
		req.Messages = append(req.Messages, llm.Message{Role: llm.User, Text: t})
	}
	body := rerankRequest{Model: s.reranker.model, Query: question, Documents: texts}
	if s.rerankTexts {
		body = rerankRequest{Query: question, Texts: texts}
	}
	var scores []float64
	err := s.ask(ctx, s.reranker, call, req, "/rerank", body, func(raw []byte) (usage *llm.Usage, err error) {
		scores, err = readScores(raw, len(texts))
		return usageOf(raw), err
	})
	return scores, err
}

// readScores reads the order in each of its forms: results (Cohere, Jina, vLLM), data (Voyage), or a bare list (TEI).
func readScores(raw []byte, texts int) ([]float64, error) {
	if !json.Valid(raw) {
		return nil, errors.New("no JSON")
	}
	body := gjson.ParseBytes(raw)
	list := body.Get("results")
	if !list.Exists() {
		list = body.Get("data")
	}
	if !list.Exists() {
		list = body
	}
	scores, seen := make([]float64, texts), 0
	for _, r := range list.Array() {
		i, score := r.Get("index"), r.Get("relevance_score")
		if !score.Exists() {
			score = r.Get("score")
		}
		if !i.Exists() || !score.Exists() || i.Int() < 0 || i.Int() >= int64(texts) {
			return nil, errors.New("a result without its number or its score")
		}
		scores[i.Int()] = score.Float()
		seen++
	}
	if seen != texts {
		return nil, fmt.Errorf("%d scores for %d texts", seen, texts)
	}
	return scores, nil
}
