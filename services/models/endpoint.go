package models

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"stoa/generated/db"
	"stoa/internal/llm"
)

const (
	askedPatience   = 1500 * time.Millisecond // of somebody who waits for a search
	workPatience    = 60 * time.Second        // of work in the background
	endpointRest    = 20 * time.Second        // how long one that failed is not asked for somebody who waits
	largestResponse = 64 << 20                // bytes: 64 vectors of 4,000 numbers are 6 MB
)

// EndpointOptions connect a server for a search: one that makes vectors, or one that puts passages in order.
type EndpointOptions struct {
	BaseURL, Key string        // empty: those of the OpenAI options
	Model        string        // empty: there is none
	Patience     time.Duration // of somebody who waits; 0 is 1.5 s
}

// endpoint is a server whose answers come whole, and as often as somebody searches.
type endpoint struct {
	*openAI
	model    string
	variable string // how the environment calls it
	patience time.Duration

	mu    sync.Mutex
	until time.Time // it is left alone
	err   error     // why
}

// newEndpoint is nil without a model.
func newEndpoint(o EndpointOptions, otherwise OpenAIOptions, variable string, client *http.Client) *endpoint {
	if o.Model == "" {
		return nil
	}
	if o.BaseURL == "" {
		o.BaseURL, o.Key = otherwise.BaseURL, cmp.Or(o.Key, otherwise.Key)
	}
	otherwise.BaseURL, otherwise.Key, otherwise.Model = o.BaseURL, o.Key, o.Model
	return &endpoint{openAI: newOpenAI(otherwise, client), model: o.Model, variable: variable, patience: cmp.Or(o.Patience, askedPatience)}
}

// ask makes one call with its receipt. read takes the response apart and says what was used of it.
func (s *Service) ask(ctx context.Context, e *endpoint, call llm.Call, req llm.Request, path string, body any, read func([]byte) (*llm.Usage, error)) error {
	waits := call.Purpose != llm.PurposePassages
	if err := e.resting(); err != nil && waits {
		return err
	}
	r, err := s.ledger.open(ctx, call, e.name(), req)
	if err != nil {
		return err
	}
	limit, retries := workPatience, e.opts.Retries
	if waits {
		limit, retries = e.patience, 0
	}
	var a answer
	settled := false
	defer func() {
		if !settled {
			s.ledger.settle(ctx, r, answer{}, db.CostStatusFailed, "")
		}
	}()
	for try := 0; ; try++ {
		a, err = e.once(ctx, limit, path, body, read)
		var f *failure
		if !errors.As(err, &f) || !f.again || try >= retries || !e.pause(ctx, try, f.err.RetryAfter) {
			break
		}
	}
	if waits {
		e.remember(ctx, err)
		if a.usage == nil && !a.free { // to count takes time that somebody waits for
			a.usage = &llm.Usage{Input: roughRequest(req)}
		}
	}
	status, err := outcome(ctx, &a, err)
	s.ledger.settle(ctx, r, a, status, "")
	settled = true
	return e.plain(err)
}

// once is one attempt, within a limit.
func (e *endpoint) once(parent context.Context, limit time.Duration, path string, body any, read func([]byte) (*llm.Usage, error)) (answer, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return answer{free: true}, malformed(err)
	}
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	clock := newWatch(limit, cancel)
	defer clock.stop()
	r, err := e.newRequest(ctx, http.MethodPost, path, bytes.NewReader(raw))
	if err != nil {
		return answer{free: true}, e.transportError(err)
	}
	r.Header.Set("Accept", "application/json")
	res, err := e.http.Do(r)
	if err != nil {
		return e.failed(e.transportFailure(ctx, err))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		said := e.statusError(res, e.model)
		return e.failed(&failure{err: said, again: retryable(res.StatusCode, said), free: true})
	}
	text, err := io.ReadAll(io.LimitReader(res.Body, largestResponse))
	if err != nil {
		return e.failed(e.transportFailure(ctx, err))
	}
	usage, err := read(text)
	if err != nil {
		err = malformed(err)
	}
	return answer{usage: usage}, err
}

func (e *endpoint) failed(err error) (answer, error) {
	var f *failure
	if errors.As(err, &f) {
		return answer{free: f.free}, f
	}
	return answer{}, err
}

// resting is why the endpoint is not asked now.
func (e *endpoint) resting() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if time.Now().Before(e.until) {
		return e.err
	}
	return nil
}

// remember lets an endpoint rest that has failed, so that not every search waits for it. One that refuses a text is well; and what
// it said may quote the text, so that others are told the kind alone.
func (e *endpoint) remember(ctx context.Context, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch told := e.plain(err); {
	case err == nil:
		e.until, e.err = time.Time{}, nil
	case ctx.Err() == nil && !llm.AboutText(told):
		e.until, e.err = time.Now().Add(endpointRest), &llm.Error{Kind: llm.KindOf(told), Message: llm.MessageOf(told)}
	}
}

// plain is an error in the words of somebody who searches. What the endpoint itself said stays in its cause, for the log.
func (e *endpoint) plain(err error) error {
	var said *llm.Error
	if f := (*failure)(nil); errors.As(err, &f) {
		said = f.err
	} else if !errors.As(err, &said) {
		return err
	}
	told := *said
	switch said.Kind {
	case llm.BadKey:
		told.Message = "Its endpoint refused the key. Whoever runs this server should check " + e.variable + "_API_KEY."
	case llm.UnknownModel:
		told.Message = "Its endpoint has no model " + e.model + ". Whoever runs this server should check " + e.variable + "_MODEL."
	case llm.Refused, llm.TooLong:
		told.Message = "Its endpoint refuses this text, or so many at once. Whoever runs this server finds the reason in the log."
	case llm.Malformed:
		told.Message = "Its endpoint does not answer as it should. Whoever runs this server should check " + e.variable + "_BASE_URL."
	case llm.Timeout:
		told.Message = "Its endpoint did not answer in time."
	case llm.RateLimited:
		told.Message = "Its endpoint gets too many requests, or has no credit left."
	default:
		told.Message = "Its endpoint cannot be reached."
	}
	return &told
}
