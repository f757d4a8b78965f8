// Package blobtest is what every store of files must do.
package blobtest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/blob"
	"stoa/internal/errs"
)

const most = 8 << 20

// Run holds a store to the promises of blob.Store. It writes for tenants of its own.
func Run(t *testing.T, s blob.Store) {
	for name, test := range map[string]func(*testing.T, blob.Store){
		"keeps what it is given": keeps, "takes no more than it may": limits, "hides a tenant from another": hides,
		"deletes": deletes, "deletes a tenant": deletesTenant, "gives new keys": keys, "keeps nothing of what breaks off": breaksOff, "checks itself": checks,
	} {
		t.Run(name, func(t *testing.T) { test(t, s) })
	}
}

func put(t *testing.T, s blob.Store, tenant uuid.UUID, text string) blob.Object {
	t.Helper()
	o, err := s.Put(t.Context(), tenant, strings.NewReader(text), most)
	if err != nil {
		t.Fatalf("put: %v", err)
	}
	return o
}

func get(ctx context.Context, s blob.Store, tenant uuid.UUID, key string, from int64) (string, error) {
	r, err := s.Open(ctx, tenant, key, from)
	if err != nil {
		return "", err
	}
	defer r.Close() //nolint:errcheck // only read
	text, err := io.ReadAll(r)
	return string(text), err
}

func keeps(t *testing.T, s blob.Store) {
	tenant := uuid.New()
	for text, kind := range map[string]string{
		"": "text/plain; charset=utf-8", "hello": "text/plain; charset=utf-8", "%PDF-1.7 …": "application/pdf", "<html><script>": "text/html; charset=utf-8",
		strings.Repeat("long\x00", 400_000): "application/octet-stream",
	} {
		o := put(t, s, tenant, text)
		if o.Size != int64(len(text)) || o.Type != kind || len(o.SHA256) != 64 {
			t.Errorf("object of %.10q: %+v", text, o)
		}
		if got, err := get(t.Context(), s, tenant, o.Key, 0); err != nil || got != text {
			t.Errorf("got %d bytes of %d: %v", len(got), len(text), err)
		}
		if len(text) > 2 {
			if got, err := get(t.Context(), s, tenant, o.Key, 2); err != nil || got != text[2:] {
				t.Errorf("from byte 2: got %d bytes of %d: %v", len(got), len(text)-2, err)
			}
		}
	}
}

func limits(t *testing.T, s blob.Store) {
	tenant := uuid.New()
	if _, err := s.Put(t.Context(), tenant, strings.NewReader("12345"), 5); err != nil {
		t.Errorf("as much as it may: %v", err)
	}
	for _, size := range []int{6, 1 << 20} {
		if _, err := s.Put(t.Context(), tenant, bytes.NewReader(make([]byte, size)), 5); errs.KindOf(err) != errs.TooLarge {
			t.Errorf("%d bytes of 5: %v", size, err)
		}
	}
}

func hides(t *testing.T, s blob.Store) {
	a, b := uuid.New(), uuid.New()
	o := put(t, s, a, "of a")
	for _, key := range []string{o.Key, "../" + a.String() + "/" + o.Key, strings.ToLower(o.Key), "", ".", "..", "a/b", o.Key + "\x00", strings.Repeat("A", 5000)} {
		if got, err := get(t.Context(), s, b, key, 0); errs.KindOf(err) != errs.NotFound {
			t.Errorf("key %.40q: got %q, %v", key, got, err)
		}
		if err := s.Delete(t.Context(), b, key); err != nil {
			t.Errorf("delete %.40q: %v", key, err)
		}
	}
	if got, err := get(t.Context(), s, a, o.Key, 0); got != "of a" {
		t.Errorf("the file of a is gone: %v", err)
	}
}

func deletes(t *testing.T, s blob.Store) {
	tenant := uuid.New()
	o := put(t, s, tenant, "short life")
	for range 2 {
		if err := s.Delete(t.Context(), tenant, o.Key); err != nil {
			t.Error(err)
		}
	}
	if _, err := get(t.Context(), s, tenant, o.Key, 0); errs.KindOf(err) != errs.NotFound {
		t.Errorf("after delete: %v", err)
	}
}

func deletesTenant(t *testing.T, s blob.Store) {
	a, b := uuid.New(), uuid.New()
	one, two, other := put(t, s, a, "1"), put(t, s, a, "2"), put(t, s, b, "3")
	for range 2 {
		if err := s.DeleteTenant(t.Context(), a); err != nil {
			t.Error(err)
		}
	}
	for _, o := range []blob.Object{one, two} {
		if _, err := get(t.Context(), s, a, o.Key, 0); errs.KindOf(err) != errs.NotFound {
			t.Errorf("after its tenant: %v", err)
		}
	}
	if got, err := get(t.Context(), s, b, other.Key, 0); got != "3" {
		t.Errorf("another tenant's file is gone: %v", err)
	}
}

func keys(t *testing.T, s blob.Store) {
	tenant := uuid.New()
	var (
		mu   sync.Mutex
		seen = map[string]bool{}
		wait sync.WaitGroup
	)
	for range 8 {
		wait.Go(func() {
			o, err := s.Put(t.Context(), tenant, strings.NewReader("same"), most)
			mu.Lock()
			defer mu.Unlock()
			if err != nil || seen[o.Key] {
				t.Errorf("key %q, %v", o.Key, err)
			}
			seen[o.Key] = true
		})
	}
	wait.Wait()
}

var errBroken = errors.New("the line broke")

// broken yields some bytes and then fails.
type broken struct{ left int }

func (b *broken) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, errBroken
	}
	n := min(len(p), b.left)
	b.left -= n
	return n, nil
}

func breaksOff(t *testing.T, s blob.Store) {
	for _, after := range []int{0, 100, 600, 300_000} {
		if o, err := s.Put(t.Context(), uuid.New(), &broken{after}, most); !errors.Is(err, errBroken) || o.Key != "" {
			t.Errorf("after %d bytes: %+v, %v", after, o, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Put(ctx, uuid.New(), strings.NewReader("late"), most); err == nil {
		t.Error("put with an ended context")
	}
}

func checks(t *testing.T, s blob.Store) {
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
