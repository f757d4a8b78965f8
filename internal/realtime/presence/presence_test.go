package presence_test

import (
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"stoa/internal/realtime"
	"stoa/internal/realtime/presence"
	"stoa/internal/realtime/redis"
	"stoa/internal/realtime/redistest"
)

const place = "chat:1"

// What is said at one instance is known at another, and forgotten by itself when nobody says it again.
func TestPresence(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		bus := realtime.NewMemory()
		here, there := presence.New(bus), presence.New(bus)
		defer there.Close()
		ada, bo := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
		watch := there.Watch(place)
		first, second := here.Enter(place, ada), here.Enter(place, ada)
		elsewhere := there.Enter(place, ada)
		here.Enter("chat:2", bo)
		time.Sleep(time.Second)
		expect(t, "two pages here, one there", there, ada)
		if events, _ := watch.Take(); len(events) == 0 {
			t.Error("nobody was woken")
		}
		first()
		first()
		elsewhere()
		time.Sleep(time.Minute)
		expect(t, "one page is left", there, ada)
		watch.Take()
		second()
		time.Sleep(time.Second)
		expect(t, "gone", there)
		if events, _ := watch.Take(); len(events) != 1 {
			t.Errorf("woken %d times", len(events))
		}

		here.Touch(place, bo)
		time.Sleep(5 * time.Second)
		expect(t, "touched", there, bo)
		time.Sleep(3 * time.Second)
		expect(t, "not touched again", there)
		here.Touch(place, bo)
		here.Forget(place, bo)
		time.Sleep(time.Second)
		expect(t, "taken back", there)

		here.Enter(place, bo)
		time.Sleep(time.Second)
		late := presence.New(bus)
		defer late.Close()
		time.Sleep(time.Second)
		expect(t, "an instance that begins", late, bo)
		here.Close()
		time.Sleep(time.Second)
		expect(t, "an instance that ends", late)
	})
}

// An instance that is killed says nothing any more.
func TestWhoIsNotHeardOfIsForgotten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		bus := realtime.NewMemory()
		there := presence.New(bus)
		defer there.Close()
		who := uuid.New()
		e := realtime.Event{Topic: "presence", ID: uuid.New(), Data: `[{"p":"chat:1","u":"` + who.String() + `","s":1e9}]`}
		if err := bus.Publish(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second)
		expect(t, "said once", there, who)
		time.Sleep(45 * time.Second)
		expect(t, "not said again", there)
	})
}

func TestThroughRedis(t *testing.T) {
	t.Parallel()
	server := redistest.Start(t)
	open := func() *presence.Board {
		bus, err := redis.Open(t.Context(), redis.Options{URL: server.URL, Prefix: "presence:", Log: slog.New(slog.DiscardHandler), Metrics: prometheus.NewRegistry()})
		if err != nil {
			t.Fatal(err)
		}
		b := presence.New(bus)
		t.Cleanup(func() { b.Close(); _ = bus.Close() })
		return b
	}
	here, who := open(), uuid.New()
	leave := here.Enter(place, who)
	there := open() // it asks
	await(t, there, who)
	leave()
	await(t, there)
}

func await(t *testing.T, b *presence.Board, want ...uuid.UUID) {
	t.Helper()
	watch, limit := b.Watch(place), time.After(10*time.Second)
	for !slices.Equal(b.At(place), want) {
		select {
		case <-watch.Wake():
		case <-limit:
			t.Fatalf("there are %v, want %v", b.At(place), want)
		}
	}
}

func expect(t *testing.T, what string, b *presence.Board, want ...uuid.UUID) {
	t.Helper()
	if got := b.At(place); !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// Nobody is anywhere on a board that is not there.
func TestNil(t *testing.T) {
	t.Parallel()
	var b *presence.Board
	b.Enter(place, uuid.New())()
	b.Touch(place, uuid.New())
	b.Forget(place, uuid.New())
	b.Watch(place).Close()
	if b.At(place) != nil {
		t.Error("somebody is at a board that is not there")
	}
}
