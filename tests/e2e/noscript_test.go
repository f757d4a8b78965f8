package e2e

import (
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// What the page that streams without scripts shows of the answer that is being written.
const draft = `[...document.querySelectorAll(".message.draft .body")].at(-1)?.innerText ?? ""`

// Without scripts the same works: register, chat, watch the answer arrive, stop, go on, leave.
func TestWithoutScripts(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	bob, page := s.newcomer("bob")
	page.NoScripts()
	register(page, "Plain Pages", "Bob")
	chat := newChat(page)
	if page.Has(`document.documentElement.classList.contains("js")`) {
		t.Fatal("scripts run in a page that must have none")
	}

	flow := newPace(15)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hold: flow.hold})
	send(page, "Count to forty.")
	page.Wait("the first part is in the page", `/\bw14\b/.test(`+draft+`)`)
	if got := countWords(t, "the first part", browser.Eval[string](page, draft)); got != 15 {
		t.Fatalf("the page shows %d words while the model has sent 15", got)
	}
	if page.Has(`document.readyState === "complete"`) {
		t.Fatal("the page is complete while the answer is being written")
	}
	browser.Eval[bool](page, `(document.title = "before", location.reload(), true)`)
	page.Wait("the page is loaded anew, with the first part", `document.title !== "before" && /\bw14\b/.test(`+draft+`)`)
	second := bob.Tab()
	second.NoScripts()
	second.Open(chat)
	second.ClickText("a", "Watch the answer being written")
	second.Wait("the first part is in the second tab", `/\bw14\b/.test(`+draft+`)`)
	flow.upTo(40)
	for name, p := range map[string]*browser.Page{"reloaded": page, "second tab": second} {
		answerIs(p, "complete")
		p.Wait("the page is loaded", `document.readyState === "complete"`)
		if got := countWords(t, name, answerText(p)); got != 40 {
			t.Fatalf("%s: %d words of 40", name, got)
		}
		if text := visibleDraft(p); text != "" {
			t.Fatalf("%s: the draft still shows beside the answer: %s", name, text)
		}
	}

	stopWithoutScripts(t, s, page)
	page.ClickText(".rail .seldom > summary", "Company")
	page.ClickText(".rail a", "Members")
	page.At("/settings/members")
	logOut(page)
	page.Open("/chats")
	page.At("/login")
}

// stopWithoutScripts presses Stop in the page that streams, which goes on to say what was kept.
func stopWithoutScripts(t *testing.T, s *stoa, p *browser.Page) {
	t.Helper()
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hang: 12})
	send(p, "Count again.")
	p.Wait("the first part is in the page", `/\bw11\b/.test(`+draft+`)`)
	p.ClickText(".message.draft button", "Stop")
	answerIs(p, "stopped")
	if err := s.model.Await(within(t), func(m *modelserver.Server) bool { return m.Cancelled() == 1 && m.InFlight() == 0 }); err != nil {
		t.Fatalf("the provider's request goes on: %v", err)
	}
	if got := countWords(t, "stopped", answerText(p)); got != 12 {
		t.Fatalf("%d words are kept of 12", got)
	}
	p.Wait("the page is loaded", `document.readyState === "complete"`)
	if text := visibleDraft(p); text != "" {
		t.Fatalf("the draft still shows beside the answer: %s", text)
	}

	s.model.Next(modelserver.Behavior{Tokens: words(12, 40)})
	p.ClickText(answers+" button", "Continue")
	answerIs(p, "complete")
	if got := countWords(t, "continued", answerText(p)); got != 40 {
		t.Fatalf("%d words of 40 after Continue", got)
	}
	p.Wait("the page is loaded", `document.readyState === "complete"`)
	if text := visibleDraft(p); text != "" {
		t.Fatalf("the draft still shows beside the answer: %s", text)
	}
}

func visibleDraft(p *browser.Page) string {
	return browser.Eval[string](p, `[...document.querySelectorAll(".message.draft")].filter((e) => e.checkVisibility()).map((e) => e.innerText).join(" ")`)
}
