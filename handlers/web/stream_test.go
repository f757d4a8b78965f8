package web

import (
	"bufio"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"
)

// stream sends what the query asks for: text once (n=1), without end (flood), or nothing until the site closes.
func (w *world) stream(c echo.Context) error {
	out, err := w.OpenStream(c)
	if err != nil {
		return err
	}
	defer out.Close()
	switch {
	case c.QueryParam("n") != "":
		return out.Send(templ.Raw(c.QueryParam("text")))
	case c.QueryParam("flood") != "":
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
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+"/stream", nil)
		if err != nil {
			t.Fatal(err)
		}
		q := req.URL.Query()
		q.Set("n", "1")
		q.Set("text", text)
		got := w.do(t, http.MethodGet, "/stream?"+q.Encode(), "")
		if got.text != ": open\n\n"+want {
			t.Errorf("%q: got %q, want %q", text, got.text, want)
		}
		if got.Header.Get("Content-Type") != "text/event-stream; charset=utf-8" || got.Header.Get("X-Accel-Buffering") != "no" {
			t.Errorf("headers %v", got.Header)
		}
	}
}

// Shutting the site down ends every open stream.
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
