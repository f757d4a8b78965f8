package redis_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The protocol of offsets under everything that may happen to a message: subscriptions are cut (drops), pieces are
// sent again and ahead of their time (duplicates, reorderings), Redis forgets, readers join, leave and come back with their
// offset. Each reader ends with exactly the text. STOA_SEED=n replays a failure.
func TestOffsetProtocol(t *testing.T) {
	t.Parallel()
	seed := rand.Uint64()
	if s := os.Getenv("STOA_SEED"); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	t.Logf("STOA_SEED=%d", seed)
	w := newWorld(t)
	var b strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&b, "%d ", i)
	}
	rest := b.String()
	whole := "kept, " + rest
	var readers, trouble sync.WaitGroup
	done := make(chan struct{})
	for i := range 12 {
		readers.Go(func() { w.comeAndGo(t, rand.New(rand.NewPCG(seed, uint64(i))), whole, done) })
	}
	trouble.Go(func() { w.disturb(t, rand.New(rand.NewPCG(seed, 100)), whole, done) })
	random := rand.New(rand.NewPCG(seed, 200))
	for sent := 0; sent < len(rest); {
		n := min(1+random.IntN(12), len(rest)-sent)
		if err := w.writer.Append(rest[sent : sent+n]); err != nil {
			t.Fatal(err)
		}
		sent += n
		time.Sleep(time.Duration(random.IntN(1500)) * time.Microsecond) // a model's pace
	}
	close(done)
	trouble.Wait()
	readers.Wait()
	w.reader.until(t, whole)
	w.writer.Close()
	w.reader.untilEnd(t, whole)
}

// comeAndGo reads on either instance, a while each time, always from where it stopped.
func (w *world) comeAndGo(t *testing.T, random *rand.Rand, whole string, done <-chan struct{}) {
	text := ""
	for text != whole {
		bus := w.here
		if random.IntN(3) > 0 {
			bus = w.there
		}
		f, ok := bus.Follow(t.Context(), w.id, len(text), nil)
		if !ok { // Redis forgot it a moment ago
			time.Sleep(5 * time.Millisecond)
			continue
		}
		leave := time.After(time.Duration(random.IntN(300)) * time.Millisecond)
		for here := true; here && text != whole; {
			select {
			case <-f.Wake():
				delta, _ := f.Read()
				text += delta
			case <-leave:
				here = false
			}
		}
		f.Close()
		if !strings.HasPrefix(whole, text) {
			t.Errorf("read what was never written, from byte %d on", diverges(whole, text))
			return
		}
		select {
		case <-done:
			// From here on nothing is lost any more: whoever does not arrive has lost something.
			f, ok := w.there.Follow(t.Context(), w.id, len(text), nil)
			if !ok {
				time.Sleep(5 * time.Millisecond)
				continue
			}
			r := &reader{Follower: f, text: text}
			r.until(t, whole)
			f.Close()
			return
		default:
		}
	}
}

// disturb does to messages what networks do.
func (w *world) disturb(t *testing.T, random *rand.Rand, whole string, done <-chan struct{}) {
	client := w.client(t)
	channel := "stoa:0:g:" + w.id.String()
	for {
		select {
		case <-done:
			return
		case <-time.After(time.Duration(random.IntN(15)) * time.Millisecond):
		}
		var err error
		switch n := random.IntN(100); {
		case n < 6:
			err = client.ClientKillByFilter(t.Context(), "TYPE", "pubsub").Err()
		case n < 8:
			err = client.FlushAll(t.Context()).Err()
		default:
			from := random.IntN(len(whole))
			piece := whole[from:min(len(whole), from+random.IntN(60))]
			err = client.Publish(t.Context(), channel, fmt.Sprintf("%d %s", from, piece)).Err()
		}
		if err != nil {
			t.Error(err)
		}
	}
}

func diverges(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}
