package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"html"
	"net/http"
	"net/http/httputil"
	"net/url"
)

// perHost lets every stream keep its connection to the provider.
const perHost = 1024

// proxy is the least that can stand between a page and a provider: it passes bytes on as they come.
func proxy(to *url.URL) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.SetURL(to) },
		FlushInterval: -1, // at once
		Transport:     &http.Transport{MaxIdleConnsPerHost: perHost},
	}
}

// reframe is the least that a chat page needs: it asks the provider, decodes each chunk, and sends
// its text on as HTML in an event stream. It stores nothing and knows nobody.
func reframe(from *url.URL) http.Handler {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: perHost, DisableCompression: true}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ask, err := http.NewRequestWithContext(r.Context(), http.MethodPost, from.JoinPath(r.URL.Path).String(), r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		ask.Header.Set("Content-Type", "application/json")
		answer, err := client.Do(ask)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		w.Header().Set("Content-Type", "text/event-stream")
		rc := http.NewResponseController(w)
		var frame []byte
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			text := chunkText(lines.Bytes())
			if text == "" {
				continue
			}
			frame = append(append(frame[:0], "data: <span>"...), html.EscapeString(text)...)
			frame = append(frame, "</span>\n\n"...)
			if _, err := w.Write(frame); err != nil || rc.Flush() != nil {
				return
			}
		}
	})
}

// chunkText is the text of one line of the provider's stream; "" when it has none.
func chunkText(line []byte) string {
	data, ok := bytes.CutPrefix(line, []byte("data: "))
	if !ok {
		return ""
	}
	var chunk struct {
		Choices []struct {
			Delta struct {
				Content string `json:"content"`
			} `json:"delta"`
		} `json:"choices"`
	}
	if json.Unmarshal(data, &chunk) != nil || len(chunk.Choices) == 0 { // [DONE] is no JSON
		return ""
	}
	return chunk.Choices[0].Delta.Content
}
