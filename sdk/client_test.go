package sdk

import (
	"context"
	"errors"
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
