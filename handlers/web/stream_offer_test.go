package web

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// offer offers so many frames of a kilobyte one after the other.
func offer(out *Stream, n string) error {
	frames, err := strconv.Atoi(n)
	if err != nil {
		return err
	}
	if c, ok := out.w.(connection); ok { // so that it is soon full
		if err := c.Conn.(*net.TCPConn).SetWriteBuffer(4 << 10); err != nil {
			return err
		}
	}
	for i := range frames {
		for frame := Frame("", fmt.Appendf(nil, "%d %s", i, strings.Repeat("x", 1000))); !out.Offer(frame); {
			select {
			case <-out.Done():
				return nil
			case <-out.Unsent():
				waited.Add(1)
				if err := out.SendRest(); err != nil {
					return err
				}
			}
		}
	}
	return out.SendRest()
}

var waited atomic.Int64 // for a client that was offered something

// What a connection does not take at once comes later, whole and in order, taken over or not.
func TestOffers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for _, how := range []string{"", "&held=1"} {
		before := waited.Load()
		res := w.open(t, "/stream?offers=1000"+how)
		time.Sleep(50 * time.Millisecond) // the client does not read meanwhile
		want := 0
		for scan := bufio.NewScanner(res.Body); scan.Scan(); {
			number, text, ok := strings.Cut(strings.TrimPrefix(scan.Text(), "data: "), " ")
			if !ok || number == ":" {
				continue
			}
			if number != strconv.Itoa(want) || len(text) != 1000 {
				t.Fatalf("%q: message %q of %d bytes came as number %d", how, number, len(text), want)
			}
			want++
		}
		if want != 1000 || waited.Load() == before {
			t.Errorf("%q: %d of 1000 messages came, %d had to wait", how, want, waited.Load()-before)
		}
	}
}

// A message that was taken is not kept for as long as the page is open.
func TestOffersAreNotKept(t *testing.T) {
	t.Parallel()
	all, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0) // which takes everything at once
	if err != nil {
		t.Fatal(err)
	}
	defer all.Close() //nolint:errcheck // nothing was kept
	s := &Stream{ctx: t.Context(), end: func() {}, unsent: make(chan struct{}, 1)}
	s.now.open(all)
	gone := make(chan struct{})
	func() {
		frame := make([]byte, 1<<20)
		runtime.AddCleanup(&frame[0], func(struct{}) { close(gone) }, struct{}{})
		if !s.Offer(frame) || len(s.rest) > 0 {
			t.Error("it was not taken")
		}
	}()
	for range 5 {
		runtime.GC()
	}
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		t.Error("the stream keeps the message that it has sent")
	}
	runtime.KeepAlive(s)
}

// open asks and leaves the answer unread.
func (w *world) open(t *testing.T, path string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = res.Body.Close() })
	return res
}
