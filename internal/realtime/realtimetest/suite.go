// Package realtimetest is the conformance suite that every realtime.Bus passes.
package realtimetest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

const patience = 5 * time.Second

// Pair is one bus as two instances see it; here may be there.
type Pair struct{ Here, There realtime.Bus }

// Run checks one kind of bus; open makes an empty one. What is said here has to be heard there.
func Run(t *testing.T, open func(*testing.T) Pair) {
	t.Run("an event reaches every subscriber of its topic and no other", func(t *testing.T) { topics(t, open(t)) })
	t.Run("a topic's count is another one once an event has been heard", func(t *testing.T) { counts(t, open(t)) })
	t.Run("a flooded subscriber is told to read anew", func(t *testing.T) { flood(t, open(t)) })
	t.Run("a closed subscription hears nothing", func(t *testing.T) { closed(t, open(t)) })
	t.Run("a text is the same for whoever joins whenever", func(t *testing.T) { joiners(t, open(t)) })
	t.Run("a kept beginning is part of the text", func(t *testing.T) { kept(t, open(t)) })
	t.Run("a text that is not running cannot be followed", func(t *testing.T) { notRunning(t, open(t)) })
	t.Run("a text that has ended cannot be followed while a reader is left", func(t *testing.T) { ended(t, open(t)) })
	t.Run("a generation has one writer", func(t *testing.T) { oneWriter(t, open(t)) })
}

func topics(t *testing.T, bus Pair) {
	a, b, other := bus.There.Subscribe("x", "y", "x"), bus.There.Subscribe("x"), bus.There.Subscribe("z")
	own := bus.Here.Subscribe("x")
	want := []realtime.Event{{Topic: "x", Kind: "changed", ID: uuid.New(), Data: "more"}, {Topic: "x", Kind: "last", ID: uuid.New()}}
	for _, e := range want {
		if err := bus.Here.Publish(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	for name, s := range map[string]*realtime.Subscription{"a": a, "b": b, "a subscriber of the publishing instance": own} {
		var got []realtime.Event
		for len(got) == 0 || got[len(got)-1].Kind != "last" {
			await(t, s.Wake())
			more, lost := s.Take()
			if got = append(got, more...); lost {
				t.Fatalf("%s lost events", name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s got %v; want each of %v once", name, got, want)
		}
	}
	if got, _ := other.Take(); len(got) != 0 {
		t.Errorf("another topic's subscriber got %v", got)
	}
}

func counts(t *testing.T, bus Pair) {
	s, before := bus.There.Subscribe("x"), bus.There.Count("x")
	if bus.There.Count("x") != before {
		t.Error("it changes by itself")
	}
	if err := bus.Here.Publish(t.Context(), realtime.Event{Topic: "x"}); err != nil {
		t.Fatal(err)
	}
	await(t, s.Wake())
	if bus.There.Count("x") == before {
		t.Error("an event was heard, and the count is what it was")
	}
}

func flood(t *testing.T, bus Pair) {
	s := bus.There.Subscribe("x")
	for range 10_000 {
		if err := bus.Here.Publish(t.Context(), realtime.Event{Topic: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		await(t, s.Wake())
		if _, lost := s.Take(); lost {
			return
		}
	}
	t.Error("10,000 events went by and nobody was told to read anew")
}

func closed(t *testing.T, bus Pair) {
	s, last := bus.There.Subscribe("x"), bus.There.Subscribe("x")
	s.Close()
	if err := bus.Here.Publish(t.Context(), realtime.Event{Topic: "x"}); err != nil {
		t.Fatal(err)
	}
	await(t, last.Wake())
	if got, _ := s.Take(); len(got) != 0 {
		t.Errorf("got %v after Close", got)
	}
}

func joiners(t *testing.T, bus Pair) {
	const deltas, readers = 500, 20
	id := uuid.New()
	w, err := bus.Here.Write(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	var wg sync.WaitGroup
	got := make([]string, readers)
	for i := range deltas {
		if i%(deltas/readers) == 0 {
			f, ok := bus.There.Follow(t.Context(), id, 0, nil)
			if !ok {
				t.Fatal("a running generation could not be followed")
			}
			reader := i / (deltas / readers)
			wg.Go(func() { got[reader] = readAll(t, f) })
		}
		delta := fmt.Sprintf("%d, ", i)
		want.WriteString(delta)
		if err := w.Append(delta); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	wg.Wait()
	for i, g := range got {
		if g != want.String() {
			t.Errorf("reader %d got %d bytes, want %d", i, len(g), want.Len())
		}
	}
}

func kept(t *testing.T, bus Pair) {
	id := uuid.New()
	w, err := bus.Here.Write(t.Context(), id, "first half, ")
	if err != nil {
		t.Fatal(err)
	}
	whole, ok := bus.There.Follow(t.Context(), id, 0, nil)
	rest, ok2 := bus.There.Follow(t.Context(), id, len("first half, "), nil)
	if !ok || !ok2 {
		t.Fatal("a running generation could not be followed")
	}
	if err := w.Append("second half"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if got := readAll(t, whole); got != "first half, second half" {
		t.Errorf("from the start: %q", got)
	}
	if got := readAll(t, rest); got != "second half" {
		t.Errorf("from the offset: %q", got)
	}
}

func notRunning(t *testing.T, bus Pair) {
	if _, ok := bus.There.Follow(t.Context(), uuid.New(), 0, nil); ok {
		t.Error("followed a generation that nobody writes")
	}
	id := uuid.New()
	w, err := bus.Here.Write(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Append("all of it"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if f, ok := bus.There.Follow(t.Context(), id, 0, nil); ok && readAll(t, f) != "all of it" { // its end may be on its way
		t.Error("followed half of a generation that ended")
	}
}

// ended is about a text whose readers do not all leave when it ends.
func ended(t *testing.T, bus Pair) {
	id := uuid.New()
	w, err := bus.Here.Write(t.Context(), id, "all of it")
	if err != nil {
		t.Fatal(err)
	}
	stays, ok := bus.There.Follow(t.Context(), id, 0, nil)
	leaves, ok2 := bus.There.Follow(t.Context(), id, 0, nil)
	if !ok || !ok2 {
		t.Fatal("a running generation could not be followed")
	}
	defer stays.Close()
	w.Close()
	readAll(t, leaves)
	if f, ok := bus.There.Follow(t.Context(), id, 0, nil); ok { // its end may be on its way
		readAll(t, f)
	}
	if _, ok := bus.There.Follow(t.Context(), id, 0, nil); ok {
		t.Error("followed a generation that has ended, while somebody still reads it")
	}
}

func oneWriter(t *testing.T, bus Pair) {
	id := uuid.New()
	w, err := bus.Here.Write(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := bus.There.Write(t.Context(), id, ""); err == nil {
		t.Error("a second writer was let in")
	}
}

func readAll(t *testing.T, f *realtime.Follower) string {
	defer f.Close()
	var all strings.Builder
	for {
		await(t, f.Wake())
		delta, ended := f.Read()
		all.WriteString(delta)
		if ended {
			return all.String()
		}
	}
}

func await(t *testing.T, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(patience):
		t.Error("nothing came")
		t.FailNow()
	}
}
