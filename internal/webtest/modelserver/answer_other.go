package modelserver

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// fault does what the behavior asks for after the pieces sent so far; false ends the response.
func (a *answer) fault() bool {
	switch a.sent {
	case a.b.ErrorChunk:
		a.write([]byte(`data: {"error":{"message":"The model is overloaded.","type":"server_error","code":503}}` + "\n\n"))
		return false
	case a.b.Garbage:
		a.write([]byte("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\n\n"))
		return false
	case a.b.Cut:
		panic(http.ErrAbortHandler) // the one way in net/http to cut a connection; the server logs nothing
	case a.b.Hang:
		<-a.r.Context().Done()
		return false
	}
	return true
}

// whole answers a request that asked for no stream.
func (a *answer) whole(pieces []string) bool {
	if !a.until(a.arrived.Add(a.b.First + time.Duration(len(pieces))*a.interval())) {
		return false
	}
	reason := a.b.Finish
	if reason == "" {
		reason = "stop"
	}
	a.w.Header().Set("Content-Type", "application/json")
	_, err := fmt.Fprintf(a.w, `{"id":"chatcmpl-%d","object":"chat.completion","created":%d,"model":%s,"choices":[{"index":0,"message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,"finish_reason":%s}],"usage":%s}`,
		a.req.seq, a.arrived.Unix(), quote(a.req.Model), quote(strings.Join(pieces, "")), quote(reason), a.usage(len(pieces)))
	return err == nil
}

// raw sends what the behavior says as it stands.
func (a *answer) raw() bool {
	kind := a.b.Type
	if kind == "" {
		kind = "text/event-stream"
	}
	a.w.Header().Set("Content-Type", kind)
	return a.write([]byte(a.b.Raw))
}
