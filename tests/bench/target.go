package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// target is what is measured: Stoa or a floor.
type target struct {
	name string
	pid  int
	// open prepares n streams before the clock runs.
	open func(ctx context.Context, n int, p pace) ([]stream, error)
}

// stream is one answer to come. ask sends the question and returns where the answer is read; settle
// waits until the answer is stored.
type stream interface {
	ask(ctx context.Context) (io.Reader, error)
	settle() error
	io.Closer
}

// floorStream is the answer of a bare program: the response to the question.
type floorStream struct {
	client *http.Client
	url    string
	pace   pace
	body   io.ReadCloser
}

func floorTarget(name string, p *process, address string) target {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: perHost, DisableCompression: true}}
	return target{name: name, pid: p.pid(), open: func(_ context.Context, n int, p pace) ([]stream, error) {
		streams := make([]stream, n)
		for i := range streams {
			streams[i] = &floorStream{client: client, url: address + "/v1/chat/completions", pace: p}
		}
		return streams, nil
	}}
}

func (s *floorStream) ask(ctx context.Context) (io.Reader, error) {
	question := fmt.Sprintf(`{"model":%q,"stream":true,"messages":[{"role":"user","content":"What do our documents say?"}]}`, s.pace.model())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, strings.NewReader(question))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(r) //nolint:bodyclose // read as it comes; settle reads it to its end
	if err != nil {
		return nil, err
	}
	if s.body = res.Body; res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", s.url, res.Status)
	}
	return s.body, nil
}

// settle reads to the end, so that the connection serves again.
func (s *floorStream) settle() error {
	_, err := io.Copy(io.Discard, s.body)
	return err
}

func (s *floorStream) Close() error {
	if s.body == nil {
		return nil
	}
	return s.body.Close()
}

// startOffset spreads the streams over ramp, and their tokens evenly over the time between two:
// models do not tick together.
func startOffset(i, n int, ramp, every time.Duration) time.Duration {
	slot := ramp / time.Duration(n)
	phase := every * time.Duration(i*61%n) / time.Duration(n) // 61 is a prime that divides no n in use
	return (slot * time.Duration(i)).Truncate(every) + phase
}
