package e2e

import (
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// tabTo presses Tab until the element has the focus, and fails when its focus cannot be seen.
func tabTo(t *testing.T, p *browser.Page, what, isIt string) {
	t.Helper()
	for range 60 {
		if p.Has(`((e) => ` + isIt + `)(document.activeElement)`) {
			if !p.Has(`((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none")(getComputedStyle(document.activeElement))`) {
				t.Errorf("the focus on %s cannot be seen", what)
			}
			return
		}
		p.Press(browser.Tab)
	}
	t.Fatalf("Tab never comes to %s", what)
}

// With the keyboard alone Ada registers, starts a chat, sends, stops, goes on, looks at her company and leaves.
func TestKeyboardOnly(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	page.Open("/register")
	for _, value := range []string{"Keys Only", "Ada", "ada@keys.example", password} {
		tabTo(t, page, "a field", `e.matches("input:not([type=hidden])") && !e.value`)
		page.Type(value)
	}
	page.Press(browser.Enter)
	page.At("/chats")

	page.Press(browser.Tab)
	if !page.Has(`document.activeElement.matches(".skip") && document.activeElement.checkVisibility()`) {
		t.Error("the first stop of a page is not the link to its content")
	}
	tabTo(t, page, "New chat", `e.innerText.trim() === "New chat"`)
	page.Press(browser.Enter)
	page.Wait("the composer has the focus", `document.activeElement.id === "content"`)
	isLive(page)

	s.model.Next(modelserver.Behavior{Tokens: words(0, 20), Hang: 6})
	page.Type("Count, please.")
	page.Press(browser.Enter)
	seesWord(page, 5)
	tabTo(t, page, "Stop", `e.matches(".stop")`)
	page.Press(browser.Space)
	answerIs(page, "stopped")
	s.model.Next(modelserver.Behavior{Tokens: words(6, 20)})
	tabTo(t, page, "Continue", `e.innerText.trim() === "Continue"`)
	page.Press(browser.Enter)
	answerIs(page, "complete")
	if got := countWords(t, "continued", answerText(page)); got != 20 {
		t.Errorf("%d words of 20", got)
	}
	tabTo(t, page, "what the rail folds", `e.matches(".rail .seldom > summary")`)
	page.Press(browser.Enter)
	tabTo(t, page, "Members", `e.innerText.trim() === "Members"`)
	page.Press(browser.Enter)
	page.At("/settings/members")
	tabTo(t, page, "Log out", `e.innerText.trim() === "Log out"`)
	page.Press(browser.Enter)
	page.At("/login")
}
