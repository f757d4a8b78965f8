package modelserver

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// answer is one response being written.
type answer struct {
	s       *Server
	w       http.ResponseWriter
	rc      *http.ResponseController
	r       *http.Request
	req     Request
	b       Behavior
	arrived time.Time
	head    string // of every chunk, up to its choices
	buf     []byte
	sent    int
	done    bool // the response was written to its end
	gone    bool // the client did not take a write
}

// send writes the whole response; false means that the client went away, or that the behavior broke off.
func (a *answer) send() bool {
	if a.b.Raw != "" {
		return a.raw()
	}
	pieces := a.pieces()
	if !a.req.Stream {
		return a.whole(pieces)
	}
	a.w.Header().Set("Content-Type", "text/event-stream")
	a.w.Header().Set("Cache-Control", "no-cache")
	a.head = fmt.Sprintf(`data: {"id":"chatcmpl-%d","object":"chat.completion.chunk","created":%d,"model":%s,"choices":[`,
		a.req.seq, a.arrived.Unix(), quote(a.req.Model))
	a.w.WriteHeader(http.StatusOK)
	next := a.arrived.Add(a.b.First)
	for i := range pieces {
		if !a.until(next) || !a.held(i) || !a.piece(pieces[i]) || !a.fault() {
			return false
		}
		next = next.Add(a.interval())
	}
	return a.finish(len(pieces))
}

func (a *answer) pieces() []string {
	pieces := a.b.Tokens
	switch {
	case a.b.Echo:
		pieces = strings.SplitAfter(a.req.LastUser(), " ")
	case a.b.Count > 0:
		pieces = make([]string, a.b.Count)
		for i := range pieces {
			pieces[i] = "w" + strconv.Itoa(i) + " "
		}
	case pieces == nil:
		pieces = a.s.Tokens
	}
	if n := a.req.MaxOutput; n > 0 && n < len(pieces) {
		pieces = pieces[:n]
		if a.b.Finish == "" {
			a.b.Finish = "length"
		}
	}
	return pieces
}

func (a *answer) interval() time.Duration {
	if a.b.Interval == 0 {
		return a.s.Interval
	}
	return max(a.b.Interval, 0)
}

func (a *answer) until(at time.Time) bool {
	d := time.Until(at)
	if d <= 0 {
		return a.r.Context().Err() == nil
	}
	select {
	case <-a.r.Context().Done():
		return false
	case <-time.After(d):
		return true
	}
}

func (a *answer) held(piece int) bool {
	return a.b.Hold == nil || a.b.Hold(a.r.Context(), piece) == nil
}

func (a *answer) piece(text string) bool {
	role := ""
	if a.sent == 0 {
		role = `"role":"assistant",`
	}
	if a.b.Marker {
		text = " w~m" + strconv.Itoa(a.sent) + "t" + strconv.FormatInt(time.Now().UnixNano(), 10) + "~"
		if a.sent == 0 {
			text = "~r" + strconv.FormatInt(a.arrived.UnixNano(), 10) + "~" + text
		}
	}
	a.sent++
	a.buf = append(a.buf[:0], a.head...)
	a.buf = append(a.buf, `{"index":0,"delta":{`+role+`"content":`...)
	a.buf = append(a.buf, quote(text)...)
	a.buf = append(a.buf, `},"finish_reason":null}]`...)
	if a.b.Usage == UsageRunning {
		a.buf = append(a.buf, `,"usage":`+a.usage(a.sent)...)
	}
	a.buf = append(a.buf, "}\n\n"...)
	return a.write(a.buf)
}

func (a *answer) finish(n int) bool {
	usage := ""
	if a.b.Usage == UsageFinish || a.b.Usage == UsageRunning {
		usage = `,"usage":` + a.usage(n)
	}
	if a.b.Finish != "none" {
		reason := a.b.Finish
		if reason == "" {
			reason = "stop"
		}
		a.write([]byte(a.head + `{"index":0,"delta":{},"finish_reason":` + quote(reason) + `}]` + usage + "}\n\n"))
	}
	if (a.b.Usage == UsageExtra && a.req.Usage) || a.b.Usage == UsageZero {
		a.write([]byte(a.head + `],"usage":` + a.usage(n) + "}\n\n"))
	}
	if a.b.NoDone {
		return a.r.Context().Err() == nil
	}
	return a.write([]byte("data: [DONE]\n\n"))
}

// usage is what the server says that it counted: 10 tokens a message sent, one a piece.
func (a *answer) usage(out int) string {
	if a.b.Usage == UsageZero {
		return `{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}`
	}
	in := a.promptTokens()
	return fmt.Sprintf(`{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,"prompt_tokens_details":{"cached_tokens":%d}}`,
		in, out, in+out, min(a.b.Cached, in))
}

// promptTokens is the count that usage reports for the request: 10 a message.
func (a *answer) promptTokens() int { return 10 * len(a.req.Messages) }

func (a *answer) write(p []byte) bool {
	_, err := a.w.Write(p)
	if err == nil {
		err = a.rc.Flush()
	}
	a.gone = a.gone || err != nil
	return err == nil
}

func quote(s string) string {
	b, _ := json.Marshal(s) // a string always marshals
	return string(b)
}
