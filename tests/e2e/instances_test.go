package e2e

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"stoa/internal/realtime/redistest"
	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// beside runs another instance over the same database, model and Redis. Cookies do not look at ports: whoever is logged in here is there.
func (s *stoa) beside(redis *redistest.Server) *stoa {
	s.t.Helper()
	other := newStoa(s.t)
	other.model, other.db = s.model, s.db
	for _, e := range s.env {
		switch name, _, _ := strings.Cut(e, "="); name {
		case "DATABASE_URL", "DATABASE_ADMIN_URL", "OPENAI_BASE_URL":
			other.env = append(other.env, e)
		}
	}
	return other.run([]string{"REDIS_URL=" + redis.URL})
}

// at opens the page's place at another instance.
func at(page *browser.Page, s *stoa, path string) {
	u, _ := url.JoinPath(s.url, path)
	page.Open(u)
}

// An instance is killed in the middle of an answer that somebody watches at another one: the answer is marked within 15 seconds in the open page,
// with every word that is older than a second, and goes on there.
func TestInstanceKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	redis := redistest.Start(t)
	first := startStoa(t, "REDIS_URL="+redis.URL)
	second := first.beside(redis)
	ada, page := first.newcomer("ada")
	page.Expect("net::ERR_", "htmx:sse:error")
	register(page, "Two Houses", "Ada")
	chat := newChat(page)
	isLive(page)
	there := ada.Tab()
	there.Expect("net::ERR_", "htmx:sse:error")
	at(there, second, chat)
	isLive(there)

	var sent stamps
	first.model.Next(modelserver.Behavior{Tokens: words(0, 4000), Interval: 25 * time.Millisecond, Hold: sent.hold})
	page.Show()
	send(page, "Count until your house burns down.")
	there.Show()
	seesWord(there, 100)
	first.kill()
	killed := time.Now()
	answerIs(there, "interrupted")
	if took := time.Since(killed); took > 15*time.Second {
		t.Errorf("it took %s", took)
	}
	kept := countWords(t, "interrupted", answerText(there))
	if due := sent.before(killed.Add(-time.Second)); kept < due {
		t.Errorf("%d words are kept; %d had been sent a second before the kill", kept, due)
	}
	first.model.Next(modelserver.Behavior{Tokens: words(kept, kept+30)})
	there.ClickText(answers+" button", "Continue")
	answerIs(there, "complete")
	if got := countWords(t, "continued", answerText(there)); got != kept+30 {
		t.Fatalf("%d words of %d after Continue", got, kept+30)
	}
	first.start()
	page.Show()
	page.Open(chat)
	if got := countWords(t, "at the first again", answerText(page)); got != kept+30 {
		t.Fatalf("%d words of %d at the first instance", got, kept+30)
	}
}

// Redis dies while an answer of the first instance is read at the second, which goes on through the database; it comes back, and Stop
// reaches the first instance.
func TestRedisKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	redis := redistest.Start(t)
	first := startStoa(t, "REDIS_URL="+redis.URL)
	second := first.beside(redis)
	first.provokes("Redis is away")
	second.provokes("Redis is away")
	ada, page := first.newcomer("ada")
	register(page, "Forgetful", "Ada")
	chat := newChat(page)
	isLive(page)
	there := ada.Tab()
	at(there, second, chat)
	isLive(there)

	flow := newPace(30)
	first.model.Next(modelserver.Behavior{Tokens: words(0, 4000), Hold: flow.hold})
	page.Show()
	send(page, "Count on and on.")
	there.Show()
	seesWord(there, 29)
	redis.Kill()
	flow.upTo(60)
	seesWord(there, 59) // through the database
	redis.Run()
	flow.upTo(90)
	seesWord(there, 89)
	there.ClickText("button", "Stop")
	answerIs(there, "stopped")
	if got := countWords(t, "stopped", answerText(there)); got != 90 {
		t.Errorf("%d words of 90", got)
	}
	page.Show()
	answerIs(page, "stopped")
	if got := countWords(t, "at the first", answerText(page)); got != 90 {
		t.Errorf("%d words of 90 at the first instance", got)
	}
}
