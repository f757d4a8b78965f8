package models

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"stoa/internal/llm"
)

const (
	maxLine    = 4 << 20         // some servers send a whole answer in one line
	afterwards = 5 * time.Second // how long to wait for the usage once the answer is finished
)

// decoder reads one response. It looks at each chunk once and copies only the text: this runs for every token.
type decoder struct {
	o    *openAI
	body *timedBody
	emit func(string) error

	a     answer
	done  bool   // [DONE] was read
	event string // the event field before the current data
	text  bool   // some text was emitted
}

var (
	dataField  = []byte("data:")
	eventField = []byte("event:")
	doneMark   = []byte("[DONE]")
)

func (d *decoder) run(ctx context.Context, contentType string) (answer, error) {
	switch {
	case strings.HasPrefix(contentType, "application/json"):
		return d.whole(ctx)
	case strings.HasPrefix(contentType, "text/html"):
		return d.a, &failure{err: malformed(errors.New("a web page instead of a stream")), free: true}
	}
	lines := bufio.NewScanner(d.body)
	lines.Buffer(nil, maxLine)
	for !d.done && ctx.Err() == nil && lines.Scan() { // what is buffered when somebody stops is not wanted either
		if err := d.line(lines.Bytes()); err != nil {
			return d.result(), err
		}
	}
	return d.end(ctx, lines.Err())
}

// line reads one line of the event stream. Chunks are taken line by line, not event by event: servers that leave out
// the blank line between events exist, servers that spread a chunk over several lines do not.
func (d *decoder) line(line []byte) error {
	switch {
	case len(line) == 0:
		d.event = ""
		return nil
	case bytes.HasPrefix(line, dataField):
		line = bytes.TrimSpace(line[len(dataField):])
	case bytes.HasPrefix(line, eventField):
		d.event = string(bytes.TrimSpace(line[len(eventField):]))
		return nil
	case line[0] != '{':
		return nil // a comment that keeps the connection alive, an id, a retry
	}
	if bytes.Equal(line, doneMark) {
		d.done = true
		return nil
	}
	if len(line) == 0 {
		return nil
	}
	return d.chunk(line)
}

// whole reads the answer of a server that does not stream, or an error that came with status 200.
func (d *decoder) whole(ctx context.Context) (answer, error) {
	body, err := io.ReadAll(io.LimitReader(d.body, maxLine))
	if err != nil {
		return d.end(ctx, err)
	}
	if err := d.chunk(body); err != nil {
		return d.result(), err
	}
	d.done = true
	return d.end(ctx, nil)
}

// end decides what the end of the response means.
func (d *decoder) end(ctx context.Context, err error) (answer, error) {
	finished := d.done || d.a.finish != ""
	switch {
	case finished && d.a.finish == "content_filter":
		return d.result(), &failure{err: &llm.Error{Kind: llm.Refused, Message: "The model provider's filter ended this answer."}}
	case finished:
		return d.result(), nil
	case ctx.Err() != nil:
		return d.result(), d.o.transportFailure(ctx, ctx.Err())
	case errors.Is(err, bufio.ErrTooLong):
		return d.result(), &failure{err: malformed(err)}
	default:
		return d.result(), &failure{err: &llm.Error{Kind: llm.EndedEarly, Err: err,
			Message: "The model provider ended the answer before it was complete."}}
	}
}

func (d *decoder) result() answer {
	a := d.a
	if a.usage != nil {
		a.usage.Exact = d.done || a.finish != ""
		if d.text && a.usage.Input == 0 && a.usage.Output == 0 {
			a.usage = nil // some servers fill the form with zeros
		}
	}
	if d.done && a.finish == "" {
		a.finish = llm.FinishStop
	}
	return a
}
