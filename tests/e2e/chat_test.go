package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// Ada registers, chats, reloads in the middle, looks from a second tab, stops, goes on, sees the cost and leaves.
func TestChat(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, page := s.newcomer("ada")
	register(page, "Analytical Engines", "Ada")
	chat := newChat(page)
	isLive(page)
	early := ada.Tab()
	early.Open(chat)
	isLive(early)

	flow := newPace(15)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hold: flow.hold})
	send(page, "Count to forty.")
	seesWord(page, 14)
	answerIs(page, "streaming")
	if got := countWords(t, "the first part", answerText(page)); got != 15 {
		t.Fatalf("the page shows %d words while the model has sent 15", got)
	}

	page.Reload()
	seesWord(page, 14)
	late := ada.Tab()
	late.Open(chat)
	seesWord(late, 14)
	flow.upTo(40)
	for name, p := range map[string]*browser.Page{"reloaded": page, "second tab": late, "tab from before": early} {
		answerIs(p, "complete")
		if got := countWords(t, name, answerText(p)); got != 40 {
			t.Fatalf("%s: %d words of 40", name, got)
		}
		if n := p.Count("#messages .message"); n != 2 {
			t.Fatalf("%s: %d messages, not the question and the answer", name, n)
		}
		if !strings.Contains(p.Text("#messages"), "Count to forty.") {
			t.Fatalf("%s: the question is missing", name)
		}
	}

	page.Wait("the receipt is there", lastAnswer+`.querySelector(".receipt").innerText.replace(/\s+/g, " ").includes("test-model 10 in · 40 out")`)
	stopAndContinue(t, s, page)
	seesUsage(t, page)
	late.Open(chat)
	isLive(late)
	logOut(page)
	page.Open("/chats")
	page.At("/login")
	late.Wait("the open tab is told", `document.getElementById("composer-note").innerText.includes("logged out")`)
	late.Wait("the open tab leads to the login", `document.querySelector('#composer-note a[href^="/login?next="]')`)
}

// stopAndContinue: Stop ends the provider's request and keeps the text; Continue goes on from it.
func stopAndContinue(t *testing.T, s *stoa, p *browser.Page) {
	t.Helper()
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hang: 12})
	send(p, "Count again.")
	seesWord(p, 11)
	p.Click("#composer .stop")
	answerIs(p, "stopped")
	if err := s.model.Await(within(t), func(m *modelserver.Server) bool { return m.Cancelled() == 1 && m.InFlight() == 0 }); err != nil {
		t.Fatalf("the provider's request goes on: %v", err)
	}
	if got := countWords(t, "stopped", answerText(p)); got != 12 {
		t.Fatalf("%d words are kept of 12", got)
	}
	s.model.Next(modelserver.Behavior{Tokens: words(8, 40)}) // repeats a little, as models do
	p.ClickText(answers+" button", "Continue")
	answerIs(p, "complete")
	if got := countWords(t, "continued", answerText(p)); got != 40 {
		t.Fatalf("%d words of 40 after Continue", got)
	}
	r := s.model.Requests()
	if last := r[len(r)-1].Messages; last[len(last)-1].Role != "assistant" || !strings.Contains(last[len(last)-1].Content, "w11") {
		t.Fatalf("Continue did not send the kept text: %v", last)
	}
}

// seesUsage: the three calls are on the usage page.
func seesUsage(t *testing.T, p *browser.Page) {
	t.Helper()
	p.Open("/usage")
	text := p.Text("main")
	for _, want := range []string{"Calls\n3", "test-model", "Ada"} {
		if !strings.Contains(text, want) {
			t.Fatalf("the usage page does not show %s:\n%s", want, text)
		}
	}
}
