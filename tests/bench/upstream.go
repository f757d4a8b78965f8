package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// thinking is how long the stand-in waits before its first token. Real models take longer.
const thinking = 50 * time.Millisecond

// pace is how an answer comes. It travels as the name of the model, so that one provider serves every load.
type pace struct {
	every  time.Duration
	tokens int
}

func (p pace) model() string {
	return fmt.Sprintf("every-%d-ms-%d-tokens", p.every.Milliseconds(), p.tokens)
}

func parsePace(model string) (pace, error) {
	var ms, n int
	_, err := fmt.Sscanf(model, "every-%d-ms-%d-tokens", &ms, &n)
	return pace{time.Duration(ms) * time.Millisecond, n}, err
}

// upstream is a model provider that speaks the OpenAI dialect; its tokens say when they were sent.
func upstream() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/models", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"object":"list","data":[{"id":%q,"object":"model"}]}`, pace{50 * time.Millisecond, 20}.model())
	})
	mux.HandleFunc("POST /v1/chat/completions", func(w http.ResponseWriter, r *http.Request) {
		arrived := time.Now()
		var q struct {
			Model string `json:"model"`
		}
		body, err := io.ReadAll(r.Body)
		if err == nil {
			err = json.Unmarshal(body, &q)
		}
		p, paceErr := parsePace(q.Model)
		if err != nil || paceErr != nil {
			http.Error(w, `{"error":{"message":"the name of the model is no pace"}}`, http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "text/event-stream")
		speak(w, r, p, arrived)
	})
	return mux
}

// speak writes the chunks of one answer. Each is due at its own time, whatever the last one took.
func speak(w http.ResponseWriter, r *http.Request, p pace, arrived time.Time) {
	rc := http.NewResponseController(w)
	head := fmt.Sprintf(`data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":%d,"model":%q,"choices":[`, arrived.Unix(), p.model())
	var b []byte
	for i := range p.tokens {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Until(arrived.Add(thinking + time.Duration(i)*p.every))):
		}
		b = append(append(b[:0], head...), `{"index":0,"delta":{"content":"`...)
		if i == 0 {
			b = append(appendArrival(b, arrived), ' ') // two tildes in a row would be markdown
		}
		b = appendMarker(b, i, time.Now())
		b = append(append(b, word(i)...), `"},"finish_reason":null}]}`+"\n\n"...)
		if _, err := w.Write(b); err != nil || rc.Flush() != nil {
			return
		}
	}
	fmt.Fprintf(w, "%s"+`{"index":0,"delta":{},"finish_reason":"stop"}]}`+"\n\n", head)
	fmt.Fprintf(w, "%s"+`],"usage":{"prompt_tokens":20,"completion_tokens":%d,"total_tokens":%d}}`+"\n\ndata: [DONE]\n\n", head, p.tokens, p.tokens+20)
}

const (
	sentenceWords  = 12
	paragraphWords = 60
)

var vocabulary = strings.Fields(`the people of a company ask what their documents say and read an answer that grows word by word
	while its source stands beside it so nobody waits for the end before the first line can be understood`)

// word is what stands behind the marker of the i-th token, ready for a JSON string: a word and a
// blank, a full stop after every twelfth and a new paragraph after every sixtieth.
func word(i int) string {
	w := vocabulary[i%len(vocabulary)]
	switch {
	case (i+1)%paragraphWords == 0:
		return w + `.\n\n`
	case (i+1)%sentenceWords == 0:
		return w + ". "
	}
	return w + " "
}
