package modelserver

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

type wireRequest struct {
	Model    string `json:"model"`
	Stream   bool   `json:"stream"`
	Messages []struct {
		Role    string          `json:"role"`
		Content json.RawMessage `json:"content"`
	} `json:"messages"`
	Options struct {
		Usage bool `json:"include_usage"`
	} `json:"stream_options"`
	MaxTokens           int `json:"max_tokens"`
	MaxCompletionTokens int `json:"max_completion_tokens"`
}

func (s *Server) completions(w http.ResponseWriter, r *http.Request) {
	arrived := time.Now()
	req, err := readRequest(r)
	if err != nil {
		fail(w, Behavior{Status: http.StatusBadRequest}, "")
		return
	}
	if !s.admit(w, req.Key) {
		return
	}
	s.began(&req)
	b := s.choose(req)
	a := &answer{s: s, w: w, rc: http.NewResponseController(w), r: r, req: req, b: b, arrived: arrived}
	defer func() { s.ended(!a.done && (a.gone || r.Context().Err() != nil)) }()
	switch {
	case b.NoHeader:
		<-r.Context().Done()
	case s.fails(b, req):
		fail(w, b, req.Model)
	default:
		a.done = a.send()
	}
}

func readRequest(r *http.Request) (Request, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 8<<20))
	if err != nil {
		return Request{}, err
	}
	var q wireRequest
	if err := json.Unmarshal(body, &q); err != nil {
		return Request{}, err
	}
	if q.Model == "" || len(q.Messages) == 0 {
		return Request{}, fmt.Errorf("modelserver: a request needs model and messages")
	}
	req := Request{Model: q.Model, Stream: q.Stream, Usage: q.Options.Usage, Key: bearer(r), Body: string(body),
		MaxOutput: max(q.MaxTokens, q.MaxCompletionTokens)}
	for _, m := range q.Messages {
		req.Messages = append(req.Messages, Message{m.Role, contentText(m.Content)})
	}
	return req, nil
}

// contentText reads a message's content in both of its forms: a string, or a list of parts.
func contentText(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var parts []struct {
		Text string `json:"text"`
	}
	_ = json.Unmarshal(raw, &parts) // neither form: no text
	var all strings.Builder
	for _, p := range parts {
		all.WriteString(p.Text)
	}
	return all.String()
}
