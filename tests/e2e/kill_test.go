package e2e

import (
	"context"
	"sync"
	"syscall"
	"testing"
	"time"

	"stoa/internal/webtest/modelserver"
)

// The server is killed in the middle of an answer: what was written up to a second before is kept, the
// page says so by itself, and Continue goes on.
func TestKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	s := startPrivate(t)
	_, page := s.newcomer("ada")
	page.Expect("net::ERR_", "htmx:sse:error")
	register(page, "Phoenix", "Ada")
	chat := newChat(page)
	isLive(page)

	var sent stamps
	s.model.Next(modelserver.Behavior{Tokens: words(0, 4000), Interval: 25 * time.Millisecond, Hold: sent.hold})
	send(page, "Count until you are cut off.")
	seesWord(page, 100)
	s.kill()
	killed := time.Now()
	page.Wait("the page says that the connection is gone", `document.getElementById("connection").dataset.state === "reconnecting"`)
	shown := countWords(t, "cut off", answerText(page))

	s.start()
	isLive(page)
	answerIs(page, "interrupted")
	kept := countWords(t, "interrupted", answerText(page))
	if due := sent.before(killed.Add(-time.Second)); kept < due {
		t.Errorf("%d words are kept; %d had been sent a second before the kill", kept, due)
	}
	t.Logf("%d words were shown, %d kept, %d sent", shown, kept, sent.before(killed))

	s.model.Next(modelserver.Behavior{Tokens: words(kept, kept+30)})
	page.ClickText(answers+" button", "Continue")
	answerIs(page, "complete")
	if got := countWords(t, "continued", answerText(page)); got != kept+30 {
		t.Fatalf("%d words of %d after Continue", got, kept+30)
	}
	page.Open(chat)
	if got := countWords(t, "stored", answerText(page)); got != kept+30 {
		t.Fatalf("%d words of %d are stored", got, kept+30)
	}
}

// The server is asked to end in the middle of an answer: nothing of it is lost.
func TestShutdownInTheMiddle(t *testing.T) {
	t.Parallel()
	s := startStoa(t, "STOA_DRAIN=0s")
	_, page := s.newcomer("ada")
	page.Expect("net::ERR_", "htmx:sse:error")
	register(page, "Evening", "Ada")
	newChat(page)
	isLive(page)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 60), Hang: 25})
	send(page, "Count until the lights go out.")
	seesWord(page, 24)
	if err := s.stop(); err != nil {
		t.Fatalf("Stoa ended badly: %v", err)
	}
	s.start()
	isLive(page)
	answerIs(page, "interrupted")
	if got := countWords(t, "interrupted", answerText(page)); got != 25 {
		t.Errorf("%d words are kept of 25", got)
	}
	if s.model.Cancelled() != 1 {
		t.Error("the provider's request was not cancelled")
	}
}

// PostgreSQL is killed in the middle of an answer: it comes back by itself and the answer is whole.
func TestDatabaseKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	s := startPrivate(t)
	s.provokes(river)
	_, page := s.newcomer("ada")
	page.Expect("net::ERR_", "the server responded with a status of 5", "htmx:sse:error", "Failed to fetch")
	register(page, "Lazarus", "Ada")
	chat := newChat(page)
	isLive(page)

	flow := newPace(30)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 60), Hold: flow.hold})
	send(page, "Count to sixty.")
	seesWord(page, 29)
	first := s.postmaster()
	if err := syscall.Kill(first, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	flow.upTo(60)
	seesWord(page, 59)
	answerIs(page, "complete")
	eventually(within(t), t, "Stoa is ready again", func() bool { return s.ready(t.Context()) })
	if s.postmaster() == first {
		t.Fatal("PostgreSQL was not killed")
	}
	page.Open(chat)
	if got := countWords(t, "stored", answerText(page)); got != 60 {
		t.Fatalf("%d words of 60 are stored", got)
	}

	second := s.postmaster()
	s.kill()
	if err := syscall.Kill(second, syscall.SIGKILL); err != nil && err != syscall.ESRCH { // it ends with Stoa, if it has the time
		t.Fatal(err)
	}
	s.start()
	page.Open(chat)
	if got := countWords(t, "after both were killed", answerText(page)); got != 60 {
		t.Fatalf("%d words of 60 are stored", got)
	}
}

// stamps notes when the stand-in model sent each piece.
type stamps struct {
	mu sync.Mutex
	at []time.Time
}

func (s *stamps) hold(context.Context, int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at = append(s.at, time.Now())
	return nil
}

// before counts the pieces that had been sent by then.
func (s *stamps) before(then time.Time) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, at := range s.at {
		if at.Before(then) {
			n++
		}
	}
	return n
}
