package models

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"stoa/internal/llm"
)

// failure is an error of one attempt, with what the decision to try again needs.
type failure struct {
	err   *llm.Error
	again bool // trying again may help, and cannot be billed twice
	free  bool // the provider refused before it did any work
}

func (f *failure) Error() string { return f.err.Error() }

// stream tries until the first text has come; after that nothing is repeated.
func (o *openAI) stream(ctx context.Context, req llm.Request, emit func(string) error) (answer, error) {
	started := false
	out := func(delta string) error {
		started = true
		return emit(delta)
	}
	for try := 0; ; try++ {
		a, err := o.attempt(ctx, req, out)
		var f *failure
		if !errors.As(err, &f) {
			return a, err
		}
		a.free = f.free && !started
		if started || !f.again || try >= o.opts.Retries || !o.pause(ctx, try, f.err.RetryAfter) {
			return a, f.err
		}
	}
}

// pause waits before the next try; false when the wait would be too long or ctx ended.
func (o *openAI) pause(ctx context.Context, try int, asked time.Duration) bool {
	wait := o.opts.RetryWait << try
	wait += time.Duration(rand.Int64N(int64(wait)/2 + 1)) // so that many callers do not return at the same moment
	wait = max(wait, asked)
	if wait > o.opts.MaxWait {
		return false
	}
	select {
	case <-ctx.Done():
		return false
	case <-time.After(wait):
		return true
	}
}

func (o *openAI) attempt(parent context.Context, req llm.Request, emit func(string) error) (answer, error) {
	body, err := o.body(req)
	if err != nil {
		return answer{}, malformed(err)
	}
	ctx, cancel := context.WithCancelCause(parent)
	r, err := o.newRequest(ctx, http.MethodPost, "/chat/completions", bytes.NewReader(body))
	if err != nil {
		cancel(nil)
		return answer{}, &failure{err: o.transportError(err), free: true}
	}
	clock := newWatch(o.opts.FirstByte, cancel)
	res, err := o.http.Do(r)
	clock.stop()
	if err != nil {
		defer cancel(nil)
		return answer{}, o.transportFailure(ctx, err)
	}
	if res.StatusCode != http.StatusOK {
		defer cancel(nil)
		defer res.Body.Close()
		return o.refused(parent, res, req, emit)
	}
	d := &decoder{o: o, body: &timedBody{body: res.Body, watch: newStoppedWatch(cancel), limit: o.opts.Idle}, emit: emit}
	a, err := d.run(ctx, res.Header.Get("Content-Type"))
	if d.done {
		go drain(res.Body, cancel)
		return a, err
	}
	cancel(nil) // broken off: the connection is closed with the call
	_ = res.Body.Close()
	return a, err
}

// refused turns an HTTP error into a failure, or tries again without what the server did not understand.
func (o *openAI) refused(ctx context.Context, res *http.Response, req llm.Request, emit func(string) error) (answer, error) {
	e := o.statusError(res, req.Model)
	if e.Kind == llm.Refused && !o.noUsage.Load() && e.Err != nil && strings.Contains(e.Err.Error(), "stream_options") {
		o.noUsage.Store(true)
		return o.attempt(ctx, req, emit)
	}
	return answer{}, &failure{err: e, again: retryable(res.StatusCode, e), free: true}
}

// drain reads what little follows the end of a stream, so that the connection can serve the next call.
func drain(body io.ReadCloser, cancel context.CancelCauseFunc) {
	t := time.AfterFunc(time.Second, func() { cancel(nil) })
	defer t.Stop()
	defer cancel(nil)
	_, _ = io.Copy(io.Discard, io.LimitReader(body, 64<<10)) // whatever it is, nobody needs it
	_ = body.Close()
}
