package sdk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"
)

// pathOf joins the parts of a path; none of them can add another.
func pathOf(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString("/" + url.PathEscape(p))
	}
	return b.String()
}

// events reads a stream. When the connection is lost it connects again, and the stream begins anew as the server does it: what
// a procedure sends first replaces what was known. It ends with the context, when nobody reads on, or with an error.
func events[T any](ctx context.Context, c *Client, r request) iter.Seq2[T, error] {
	r.header = http.Header{"Accept": {"text/event-stream"}}
	return func(yield func(T, error) bool) {
		var none T
		for try := 0; ; try++ {
			res, err := c.answer(ctx, r) //nolint:bodyclose // listen closes it
			if err != nil {
				yield(none, err)
				return
			}
			err = listen(res.Body, func(data []byte) (bool, error) {
				try = -1 // it works
				var v T
				if err := json.Unmarshal(data, &v); err != nil {
					return false, fmt.Errorf("stoa: read an event: %w", err)
				}
				return yield(v, nil), nil
			})
			if errors.Is(err, errEnough) {
				return
			}
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			if try >= c.retries || ctx.Err() != nil || !errors.As(err, new(lost)) {
				yield(none, err)
				return
			}
			if err := c.wait(ctx, pause(0, max(0, try))); err != nil {
				yield(none, err)
				return
			}
		}
	}
}

var errEnough = errors.New("stoa: nobody reads on")

// lost is the end of a connection.
type lost struct{ error }

// listen reads server-sent events until the connection ends, or whoever takes them has enough.
func listen(body io.ReadCloser, take func(data []byte) (more bool, err error)) error {
	defer func() { _ = body.Close() }() // it is given up
	in := bufio.NewReader(body)
	var data []byte
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return lost{fmt.Errorf("stoa: the stream ended: %w", err)}
		}
		line = bytes.TrimRight(line, "\r\n")
		if text, ok := bytes.CutPrefix(line, []byte("data:")); ok {
			data = append(append(data, bytes.TrimPrefix(text, []byte(" "))...), '\n')
			continue
		}
		if len(line) > 0 || len(data) == 0 {
			continue // a comment, or a field that we have no use for
		}
		more, err := take(bytes.TrimSuffix(data, []byte("\n")))
		if err != nil {
			return err
		}
		if !more {
			return errEnough
		}
		data = data[:0]
	}
}
