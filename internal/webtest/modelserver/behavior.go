package modelserver

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// UsageMode says where a stream reports its token counts.
type UsageMode string

// The places where servers in the field report usage.
const (
	UsageExtra   UsageMode = ""        // a chunk of its own with empty choices, when the request asks for it
	UsageFinish  UsageMode = "finish"  // in the chunk that carries finish_reason
	UsageRunning UsageMode = "running" // in every chunk, growing
	UsageZero    UsageMode = "zero"    // reported, but all zeros
	UsageNever   UsageMode = "never"
)

// Behavior is how one request is answered; the zero value streams the server's tokens and ends as it should.
type Behavior struct {
	Tokens   []string      // the pieces of the answer; nil takes the server's
	Count    int           // how many pieces of generated text instead of Tokens; 0 leaves them
	First    time.Duration // delay before the first piece
	Interval time.Duration // time between pieces; 0 takes the server's, negative is none
	Echo     bool          // the answer is the last user message, word by word
	Marker   bool          // every piece carries its number and time, for benchmarks

	Usage  UsageMode
	Cached int // of the prompt's tokens, how many are reported as cached

	Status     int    // answer with this HTTP error instead of a stream
	RetryAfter string // the Retry-After header of that error
	ErrorBody  string // its body; empty takes the dialect's
	Times      int    // only the first Times requests fail; 0 is all

	Finish     string // finish_reason; empty is "stop", "none" leaves it out
	NoDone     bool   // leave out [DONE]
	ErrorChunk int    // after so many pieces send an error chunk in the stream; 0 never
	Garbage    int    // after so many pieces send a line that is no JSON; 0 never
	Cut        int    // after so many pieces cut the connection; 0 never
	Hang       int    // after so many pieces fall silent until the client goes away; 0 never
	NoHeader   bool   // fall silent before the response header
	Raw        string // the whole response body, sent as it stands
	Type       string // its Content-Type; empty is text/event-stream

	// Hold is called before each piece, counted from 0, and blocks until it may be sent: so a test sets
	// the pace. An error ends the response; ctx ends when the client goes away.
	Hold func(ctx context.Context, piece int) error
}

// ParseBehavior reads words of the form !key=value (or !key) out of text; unknown ones are ignored. A message such as
// "hello !tokens=200 !interval=20ms !usage=never" is so answered without a line of Go.
func ParseBehavior(text string) (Behavior, bool) {
	var b Behavior
	found := false
	for _, word := range strings.Fields(text) {
		rest, ok := strings.CutPrefix(word, "!")
		if !ok {
			continue
		}
		key, value, _ := strings.Cut(rest, "=")
		if b.set(key, value) {
			found = true
		}
	}
	return b, found
}

func (b *Behavior) set(key, value string) bool {
	n, _ := strconv.Atoi(value)
	d, _ := time.ParseDuration(value)
	switch key {
	case "tokens":
		b.Count = n
	case "first":
		b.First = d
	case "interval":
		b.Interval = d
		if d == 0 {
			b.Interval = -1
		}
	case "echo":
		b.Echo = true
	case "marker":
		b.Marker = true
	case "usage":
		b.Usage = UsageMode(value)
	case "cached":
		b.Cached = n
	case "status":
		b.Status = n
	case "retry":
		b.RetryAfter = value
	case "times":
		b.Times = n
	case "finish":
		b.Finish = value
	case "nodone":
		b.NoDone = true
	case "error":
		b.ErrorChunk = max(n, 1)
	case "garbage":
		b.Garbage = max(n, 1)
	case "cut":
		b.Cut = max(n, 1)
	case "hang":
		b.Hang = max(n, 1)
	case "silent":
		b.NoHeader = true
	default:
		return false
	}
	return true
}

// errorBody is what the dialect says for a status.
func (b Behavior) errorBody(model string) string {
	if b.ErrorBody != "" {
		return b.ErrorBody
	}
	switch b.Status {
	case http.StatusUnauthorized:
		return `{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}`
	case http.StatusNotFound:
		return `{"error":{"message":"The model ` + strconv.Quote(model)[1:len(strconv.Quote(model))-1] + ` does not exist.","type":"invalid_request_error","param":null,"code":"model_not_found"}}`
	case http.StatusTooManyRequests:
		return `{"error":{"message":"Rate limit reached.","type":"requests","param":null,"code":"rate_limit_exceeded"}}`
	case http.StatusBadRequest:
		return `{"error":{"message":"This request is not understood.","type":"invalid_request_error","param":null,"code":null}}`
	default:
		return `{"error":{"message":"The server had an error.","type":"server_error","param":null,"code":null}}`
	}
}
