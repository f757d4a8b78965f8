package redis_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	goredis "github.com/redis/go-redis/v9"

	"stoa/internal/realtime"
	"stoa/internal/realtime/redis"
	"stoa/internal/realtime/redistest"
)

const patience = 20 * time.Second

// world is two instances at one Redis, an answer that is written here, and somebody who reads it there.
type world struct {
	*redistest.Server
	here, there *redis.Bus
	id          uuid.UUID
	writer      realtime.Writer
	reader      *reader

	mu   sync.Mutex // source is called beside the test
	want strings.Builder
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{Server: redistest.Start(t), id: uuid.New()}
	w.here, w.there = open(t, w.URL, ""), open(t, w.URL, "")
	var err error
	if w.writer, err = w.here.Write(t.Context(), w.id, "kept, "); err != nil {
		t.Fatal(err)
	}
	w.add("kept, ")
	w.reader = w.read(t, w.there)
	return w
}

func (w *world) write(t *testing.T, words int) {
	t.Helper()
	for i := range words {
		delta := fmt.Sprintf("word %d, ", i)
		w.add(delta)
		if err := w.writer.Append(delta); err != nil {
			t.Fatal(err)
		}
	}
}

func (w *world) add(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.want.WriteString(text)
}

func (w *world) wanted() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.want.String()
}

// source is the database, which has everything.
func (w *world) source(context.Context) (string, bool, error) { return w.wanted(), true, nil }

func (w *world) read(t *testing.T, bus *redis.Bus) *reader {
	t.Helper()
	f, ok := bus.Follow(t.Context(), w.id, 0, w.source)
	if !ok {
		t.Fatal("a running generation could not be followed")
	}
	t.Cleanup(f.Close)
	return &reader{Follower: f}
}

// reader is somebody's page.
type reader struct {
	*realtime.Follower
	text  string
	ended bool
}

// until reads until the text is what it should be.
func (r *reader) until(t *testing.T, want string) {
	t.Helper()
	limit := time.After(patience)
	for r.text != want {
		select {
		case <-r.Wake():
			delta, ended := r.Read()
			r.text += delta
			r.ended = r.ended || ended
		case <-limit:
			t.Fatalf("read %d bytes of %d, right so far: %t", len(r.text), len(want), strings.HasPrefix(want, r.text))
		}
	}
}

func (r *reader) untilEnd(t *testing.T, want string) {
	t.Helper()
	r.until(t, want)
	limit := time.After(patience)
	for !r.ended {
		select {
		case <-r.Wake():
			_, r.ended = r.Read()
		case <-limit:
			t.Fatal("the end was not told")
		}
	}
}

// told waits until a subscriber is told to read anew.
func told(t *testing.T, s *realtime.Subscription) {
	t.Helper()
	limit := time.After(patience)
	for {
		select {
		case <-s.Wake():
			if _, lost := s.Take(); lost {
				return
			}
		case <-limit:
			t.Fatal("a page was not told to read anew")
		}
	}
}

func well(t *testing.T, bus *redis.Bus, want bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if (bus.Health(t.Context()) == nil) == want {
			return
		}
	}
	t.Fatalf("health: %v", bus.Health(t.Context()))
}

// Redis dies in the middle of an answer and comes back empty: the answer goes on, pages read anew, nothing is lost or doubled.
func TestRedisIsKilled(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.there.Subscribe("x")
	w.write(t, 50)
	w.reader.until(t, w.wanted())
	w.Kill()
	own := w.read(t, w.here)
	w.write(t, 50)
	own.until(t, w.wanted()) // on its own instance nobody notices
	well(t, w.here, false)
	well(t, w.there, false)
	w.Run()
	told(t, page)
	w.write(t, 50)
	w.reader.until(t, w.wanted())
	well(t, w.here, true)
	well(t, w.there, true)
	w.read(t, w.there).until(t, w.wanted())
	w.writer.Close()
	w.reader.untilEnd(t, w.wanted())
}

// While Redis is away other instances read a running answer from where it is kept.
func TestAwayFromTheStart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(t, 10)
	w.Kill()
	well(t, w.there, false)
	late := open(t, w.URL, "")
	w.read(t, late).until(t, w.wanted())
	w.reader.until(t, w.wanted())
	var lock sync.Mutex
	text, running := "first, ", true
	f, ok := late.Follow(t.Context(), uuid.New(), 0, func(context.Context) (string, bool, error) {
		lock.Lock()
		defer lock.Unlock()
		return text, running, nil
	})
	if !ok {
		t.Fatal("an answer could not be followed")
	}
	defer f.Close()
	r := &reader{Follower: f}
	r.until(t, "first, ")
	lock.Lock()
	text, running = "first, second", false
	lock.Unlock()
	r.untilEnd(t, "first, second")
}

// Somebody empties Redis, with every connection standing.
func TestRedisIsFlushed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.there.Subscribe("x")
	w.write(t, 50)
	w.reader.until(t, w.wanted())
	w.do(t, "FLUSHALL")
	told(t, page)
	w.read(t, w.there).until(t, w.wanted()) // written again before anything was added
	w.write(t, 50)
	w.writer.Close()
	w.reader.untilEnd(t, w.wanted())
}

// Redis stands still and keeps its connections: the own heartbeat shows it, nothing else would.
func TestRedisIsFrozen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.there.Subscribe("x")
	w.write(t, 50)
	w.reader.until(t, w.wanted())
	w.Freeze()
	if err := w.here.Publish(t.Context(), realtime.Event{Topic: "x"}); err != nil { // nobody knows whether it arrives
		t.Fatal(err)
	}
	well(t, w.there, false)
	well(t, w.here, false)
	w.write(t, 50)
	w.Thaw()
	told(t, page)
	w.reader.until(t, w.wanted())
	well(t, w.there, true)
	w.write(t, 50)
	w.writer.Close()
	w.reader.untilEnd(t, w.wanted())
}

// The instance of the writer dies: what it wrote last is where it is kept, and so is the end.
func TestTheWriterVanishes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(t, 5)
	dead := uuid.New()
	client := w.client(t)
	if err := client.Set(t.Context(), "stoa:0:text:{"+dead.String()+"}", "half of ", time.Minute).Err(); err != nil {
		t.Fatal(err)
	}
	f, ok := w.there.Follow(t.Context(), dead, 0, func(context.Context) (string, bool, error) { return "half of it", false, nil })
	if !ok {
		t.Fatal("a text that Redis has could not be followed")
	}
	defer f.Close()
	(&reader{Follower: f}).untilEnd(t, "half of it")
}

func (w *world) client(t *testing.T) *goredis.Client {
	t.Helper()
	o, err := goredis.ParseURL(w.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := goredis.NewClient(o)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func (w *world) do(t *testing.T, args ...any) {
	t.Helper()
	if err := w.client(t).Do(t.Context(), args...).Err(); err != nil {
		t.Fatal(err)
	}
}
