package web

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"
)

// stream sends what the query asks for: text once (n=1), without end (flood), a panic, or nothing until its end; over the connection
// itself, or by the response (held).
func (w *world) stream(c echo.Context) error {
	q := c.QueryParams()
	run := func(out *Stream) error {
		switch {
		case q.Has("n"):
			return out.Send(templ.Raw(q.Get("text")))
		case q.Has("offers"):
			return offer(out, q.Get("offers"))
		case q.Has("panic"):
			panic("nobody is at home")
		case q.Has("flood"):
			frame := []byte(strings.Repeat("x", 64<<10))
			for {
				if err := out.SendHTML(frame); err != nil {
					floodEnded <- err
					return err
				}
			}
		}
		<-out.Done()
		return nil
	}
	if !q.Has("held") {
		return w.ServeStream(c, run, func() { w.over <- q.Encode() })
	}
	out, err := w.OpenStream(c)
	if err != nil {
		return err
	}
	defer out.Close()
	return run(out)
}

var floodEnded = make(chan error, 1)

// Whatever stands in the text, a message is one message: no line of it ends the message or becomes a field.
func TestMessagesAreWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for text, want := range map[string]string{
		"plain":                     "data: plain\n\n",
		"two\nlines":                "data: two\ndata: lines\n\n",
		"two\r\nlines":              "data: two\ndata: lines\n\n",
		"two\rlines":                "data: two\ndata: lines\n\n",
		"a\n\nevent: done\ndata: x": "data: a\ndata: \ndata: event: done\ndata: data: x\n\n",
		"a\r\revent: done":          "data: a\ndata: \ndata: event: done\n\n",
		"id: 7\n":                   "data: id: 7\n\n",
		"end\n\n":                   "data: end\n\n",
		"":                          "data: \n\n",
	} {
		q := url.Values{"n": {"1"}, "text": {text}}
		held := w.do(t, http.MethodGet, "/stream?held=1&"+q.Encode(), "")
		got := w.do(t, http.MethodGet, "/stream?"+q.Encode(), "")
		if !got.Close || held.Close {
			t.Error("no connection was taken over, or both were")
		}
		for name := range held.Header {
			if _, ok := got.Header[name]; !ok {
				t.Errorf("the header %s is missing where the connection was taken over", name)
			}
		}
		if got.text != held.text || got.text != ": open\n\n"+want {
			t.Errorf("%q: got %q, want %q", text, got.text, want)
		}
		if got.Header.Get("Content-Type") != "text/event-stream; charset=utf-8" || got.Header.Get("X-Accel-Buffering") != "no" {
			t.Errorf("headers %v", got.Header)
		}
	}
}

// A panic ends its stream alone, and what a stream holds is given back at once when its client goes.
func TestTheEndOfAStream(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	if got := w.do(t, http.MethodGet, "/stream?panic=1", ""); got.StatusCode != http.StatusOK || got.text != ": open\n\n" {
		t.Errorf("a panic: %d %q", got.StatusCode, got.text)
	}
	if q := <-w.over; q != "panic=1" {
		t.Errorf("%q is over", q)
	}
	ctx, leave := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, w.url+"/stream?left=1", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	leave()
	select {
	case q := <-w.over:
		if q != "left=1" {
			t.Errorf("%q is over", q)
		}
	case <-time.After(Heartbeat / 2):
		t.Error("it is noticed by a heartbeat, if at all")
	}
}

// Shutting the site down ends every open stream, and waits until each has given back what it holds.
func TestCloseEndsStreams(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	res, err := http.Get(w.url + "/stream") //nolint:noctx // ended by the server
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	lines := bufio.NewReader(res.Body)
	if line, err := lines.ReadString('\n'); err != nil || line != ": open\n" {
		t.Fatalf("%q, %v", line, err)
	}
	w.Close()
	select {
	case <-w.over:
	default:
		t.Error("the site is closed while a stream still runs")
	}
	start := time.Now()
	for err == nil {
		_, err = lines.ReadString('\n')
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("ended after %s", took)
	}
}

// A peer that does not read any more is cut, so that it holds nothing for ever.
func TestADeadPeerIsCut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	res, err := http.Get(w.url + "/stream?flood=1") //nolint:noctx // ended by the server
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	start := time.Now()
	select {
	case err := <-floodEnded:
		if err == nil || time.Since(start) < time.Second {
			t.Errorf("%v after %s", err, time.Since(start))
		}
	case <-time.After(writeDeadline + 5*time.Second):
		t.Error("it is still being written to")
	}
}
