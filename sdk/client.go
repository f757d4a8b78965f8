package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Option changes how a client works.
type Option func(*Client)

// WithHTTPClient uses another HTTP client than http.DefaultClient.
func WithHTTPClient(c *http.Client) Option { return func(x *Client) { x.http = c } }

// WithRetries sets how often a request that the server was too busy for is sent again; 3 by default.
func WithRetries(n int) Option { return func(x *Client) { x.retries = n } }

// New makes a client for the Stoa at that address, such as https://stoa.example, with an API token.
func New(address, token string, options ...Option) *Client {
	c := &Client{transport: transport{address: strings.TrimSuffix(address, "/"), token: token, http: http.DefaultClient, retries: 3, wait: waitFor}}
	for _, o := range options {
		o(c)
	}
	c.resources()
	return c
}

// transport is what all requests of a client share.
type transport struct {
	address, token string
	http           *http.Client
	retries        int
	wait           func(context.Context, time.Duration) error
}

// request is one call of the API.
type request struct {
	method, path string
	query        url.Values
	header       http.Header
	body         any // becomes JSON; nil for none
}

// do sends a request and reads the answer into out, unless that is nil.
func (t *transport) do(ctx context.Context, r request, out any) error {
	res, err := t.answer(ctx, r) //nolint:bodyclose // read closes it
	if err != nil {
		return err
	}
	return read(res, out)
}

// answer sends a request until it succeeds or is refused. What the server was too busy for (429, 503) it sends
// again, after as long as the server asked for: nothing of such a request has been done.
func (t *transport) answer(ctx context.Context, r request) (*http.Response, error) {
	var body []byte
	if r.body != nil {
		var err error
		if body, err = json.Marshal(r.body); err != nil {
			return nil, err
		}
	}
	for try := 0; ; try++ {
		res, err := t.send(ctx, r, body) //nolint:bodyclose // whoever reads it, and problemOf, close it
		if err != nil {
			return nil, err
		}
		if res.StatusCode < http.StatusBadRequest {
			return res, nil
		}
		problem := problemOf(res)
		if try >= t.retries || problem.Status != http.StatusTooManyRequests && problem.Status != http.StatusServiceUnavailable {
			return nil, problem
		}
		if err := t.wait(ctx, pause(problem.RetryAfter, try)); err != nil {
			return nil, err
		}
	}
}

func (t *transport) send(ctx context.Context, r request, body []byte) (*http.Response, error) {
	address := t.address + Prefix + r.path
	if len(r.query) > 0 {
		address += "?" + r.query.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, r.method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	for name, values := range r.header {
		req.Header[name] = values
	}
	if r.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	req.Header.Set("Authorization", "Bearer "+t.token)
	return t.http.Do(req)
}

func read(res *http.Response, out any) error {
	defer func() { _ = res.Body.Close() }() // it was read
	if out == nil || res.StatusCode == http.StatusNoContent {
		_, err := io.Copy(io.Discard, res.Body)
		return err
	}
	if err := json.NewDecoder(res.Body).Decode(out); err != nil {
		return fmt.Errorf("stoa: read the answer: %w", err)
	}
	return nil
}

// pause is what the server asked for, or longer with each try; a little of it is by chance, so that programs come back one by one.
func pause(asked time.Duration, try int) time.Duration {
	if asked <= 0 {
		asked = 200 * time.Millisecond << min(try, 6)
	}
	return asked + rand.N(asked/4+time.Millisecond)
}

func waitFor(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// retryAfter is how long the server asked to wait: in seconds, or until a time.
func retryAfter(h http.Header) time.Duration {
	text := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil {
		return time.Duration(max(0, seconds)) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil { // as proxies write it
		return max(0, time.Until(at))
	}
	return 0
}
