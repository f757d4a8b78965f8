package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// What the server was too busy for is sent again after as long as it asked for, with the same key; other refusals are not.
func TestRetries(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		statuses []int // one an answer; the last repeats
		requests int
		ok       bool
	}{
		{"busy twice", []int{429, 503, 201}, 3, true},
		{"busy for ever", []int{429}, 4, false},
		{"refused", []int{422}, 1, false},
		{"broken", []int{500}, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var waits []time.Duration
			keys, n := map[string]bool{}, 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				keys[r.Header.Get("Idempotency-Key")] = true
				status := c.statuses[min(n, len(c.statuses)-1)]
				n++
				w.Header().Set("Retry-After", "7")
				w.WriteHeader(status)
				_, _ = w.Write([]byte(`{"title":"x"}`))
			}))
			defer server.Close()
			client := New(server.URL, "token")
			client.wait = func(_ context.Context, d time.Duration) error { waits = append(waits, d); return nil }
			_, err := client.Widgets.Create(t.Context(), WidgetCreate{Name: "x"})
			if (err == nil) != c.ok || n != c.requests || len(keys) != 1 || len(waits) != c.requests-1 {
				t.Errorf("%d requests, %d keys, waited %v, %v", n, len(keys), waits, err)
			}
			for _, d := range waits {
				if d < 7*time.Second || d > 9*time.Second {
					t.Errorf("waited %v", d)
				}
			}
		})
	}
}

// Whoever gives up while the client waits is not kept.
func TestContextEndsTheWait(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := New(server.URL, "token").Widgets.Get(ctx, "x"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

// How long to wait comes in seconds or as a time; what is neither asks for nothing.
func TestRetryAfter(t *testing.T) {
	t.Parallel()
	soon := time.Now().Add(time.Minute).UTC().Format(http.TimeFormat)
	for text, want := range map[string]time.Duration{"7": 7 * time.Second, "0": 0, "-3": 0, "": 0, "soon": 0, soon: time.Minute, "Mon, 02 Jan 2006 15:04:05 GMT": 0} {
		if got := retryAfter(http.Header{"Retry-After": {text}}); got > want || got < want-2*time.Second {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

// A stream that is lost is opened again, until it is refused or nobody reads on.
func TestEventsReconnect(t *testing.T) {
	t.Parallel()
	n := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n++; n > 3 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if r.Header.Get("Accept") != "text/event-stream" {
			t.Errorf("it accepts %s", r.Header.Get("Accept"))
		}
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = fmt.Fprintf(w, ": beat\n\nid: 1\ndata: {\"kind\":\ndata: \"event %d\"}\n\ndata: {\"kind\":\"half", n)
	}))
	defer server.Close()
	client := New(server.URL, "token")
	client.wait = func(context.Context, time.Duration) error { return nil }
	var kinds []string
	var last error
	for event, err := range client.Chats.Stream(t.Context(), ChatsStreamInput{ID: "x"}) {
		if last = err; err == nil {
			kinds = append(kinds, event.Kind)
		}
	}
	var e *Error
	if fmt.Sprint(kinds) != "[event 1 event 2 event 3]" || !errors.As(last, &e) || e.Status != http.StatusUnauthorized {
		t.Errorf("got %v, then %v", kinds, last)
	}
	n = 0
	for range client.Chats.Stream(t.Context(), ChatsStreamInput{ID: "x"}) {
		break
	}
	if n != 1 {
		t.Errorf("after the last look there were %d requests", n)
	}
}

// A stream that never says anything is given up.
func TestEventsGiveUp(t *testing.T) {
	t.Parallel()
	n := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { n++ }))
	defer server.Close()
	client := New(server.URL, "token", WithRetries(2))
	client.wait = func(context.Context, time.Duration) error { return nil }
	var said []error
	for _, err := range client.Chats.Stream(t.Context(), ChatsStreamInput{ID: "x"}) {
		said = append(said, err)
	}
	if len(said) != 1 || said[0] == nil || n != 3 {
		t.Errorf("after %d requests: %v", n, said)
	}
}

// An action on several rows names them beside what it asks for.
func TestDoMany(t *testing.T) {
	t.Parallel()
	var got string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = r.Method + " " + r.URL.Path + " " + string(body)
		_, _ = w.Write([]byte(`{"changed":2,"refused":1,"refusals":[{"index":1,"status":404,"detail":"There is no such row."}]}`))
	}))
	defer server.Close()
	lend := BulkAction[Widget, map[string]string]{Action[Widget, map[string]string]{New(server.URL, "token"), "/things", "lend"}}
	done, err := lend.DoMany(t.Context(), map[string]string{"borrower": "Ada"}, "a", "b")
	if want := `POST /api/v1/things/do/lend {"ids":["a","b"],"values":{"borrower":"Ada"}}`; done.Changed != 2 || done.Refused != 1 || done.Refusals[0] != (Refusal{1, "", http.StatusNotFound, "There is no such row."}) || err != nil || got != want {
		t.Errorf("%v, %v; sent %s, want %s", done, err, got, want)
	}
}
