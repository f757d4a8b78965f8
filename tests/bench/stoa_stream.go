package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
)

// chatStream is an answer in an open page: the page's event stream is open before the message is sent.
type chatStream struct {
	stoa   *stoa
	path   string
	events *http.Response
	sent   chan error // how sending the message ended
	done   sighting   // of the complete answer
}

// openers is how many pages are opened at the same time before the clock runs.
const openers = 8

func (s *stoa) target() target {
	return target{name: "stoa", pid: s.process.pid(), open: s.open}
}

// atOnce does something for 0 to n-1, by several goroutines.
func atOnce(n int, do func(i int) error) error {
	failed := make([]error, openers)
	var next atomic.Int64
	var wg sync.WaitGroup
	for at := range failed {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n) && failed[at] == nil; i = next.Add(1) - 1 {
				failed[at] = do(int(i))
			}
		})
	}
	wg.Wait()
	return errors.Join(failed...)
}

// open makes a chat for each stream and opens its page's stream.
func (s *stoa) open(ctx context.Context, n int, p pace) ([]stream, error) {
	streams := make([]stream, n)
	err := atOnce(n, func(i int) error {
		c, err := s.openOne(ctx, p)
		if err == nil {
			streams[i] = c
		}
		return err
	})
	return streams, err
}

func (s *stoa) openOne(ctx context.Context, p pace) (*chatStream, error) {
	path, err := s.newChat(ctx, p)
	if err != nil {
		return nil, err
	}
	return s.openChat(ctx, path)
}

// openChat opens the stream of a chat's page and waits until it is quiet.
func (s *stoa) openChat(ctx context.Context, path string) (*chatStream, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path+"/stream", nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("HX-Request", "true")
	r.Header.Set("Accept", "text/html, text/event-stream")
	res, err := s.client.Do(r) //nolint:bodyclose // the stream stays open; its end closes it
	if err != nil {
		return nil, err
	}
	c := &chatStream{stoa: s, path: path, events: res, sent: make(chan error, 1), done: sighting{text: `data-role="assistant" data-status="complete"`}}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("GET %s/stream: %s", path, res.Status)
	}
	return c, c.until(&sighting{text: "innerMorph"}) // the snapshot: from now on the page is quiet
}

// ask sends the message; the answer comes in the page's stream while that is still being answered.
func (c *chatStream) ask(ctx context.Context) (io.Reader, error) {
	go func() {
		_, err := c.stoa.post(ctx, c.path+"/messages", url.Values{"content": {"What do our documents say?"}}, true)
		if err != nil {
			c.events.Body.Close() // nothing will come
		}
		c.sent <- err
	}()
	return c, nil
}

// Read reads the page's stream. When the message was refused it fails with the reason.
func (c *chatStream) Read(p []byte) (int, error) {
	n, err := c.events.Body.Read(p)
	c.done.add(p[:n])
	if err != nil {
		select {
		case sent := <-c.sent:
			err = errors.Join(sent, err)
		default:
		}
	}
	return n, err
}

// settle waits until the page shows the complete answer, which comes after its rows were written.
func (c *chatStream) settle() error { return c.until(&c.done) }

func (c *chatStream) until(s *sighting) error {
	buf := make([]byte, 64<<10)
	for !s.seen {
		n, err := c.Read(buf)
		s.add(buf[:n])
		if err != nil && !s.seen {
			return fmt.Errorf("the stream of %s ended before %q: %w", c.path, s.text, err)
		}
	}
	return nil
}

func (c *chatStream) Close() error { return c.events.Body.Close() }

// sighting waits for a text that may come in pieces.
type sighting struct {
	text string
	tail []byte // what could be its beginning
	seen bool
}

func (s *sighting) add(piece []byte) {
	s.seen = s.seen || bytes.Contains(piece, []byte(s.text)) || bytes.Contains(append(s.tail, piece[:min(len(piece), len(s.text))]...), []byte(s.text))
	s.tail = append(s.tail, piece[max(0, len(piece)-len(s.text)):]...)
	s.tail = s.tail[max(0, len(s.tail)-len(s.text)):]
}
