package e2e

import (
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// A message that is sent after the login ended elsewhere is kept, and stands in the composer after the next login.
func TestTypedTextSurvivesLogin(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, page := s.newcomer("ada")
	page.Expect("net::ERR_", "htmx:error", "htmx:sse", "Failed to fetch", "status of 401")
	register(page, "Careful", "Ada")
	chat := newChat(page)
	isLive(page)
	page.Fill("#content", "A long thought that must not be lost.")
	other := ada.Tab()
	other.Open("/chats")
	logOut(other)
	page.Wait("the page is told", `document.getElementById("composer-note").innerText.includes("logged out")`)
	page.Press(browser.Enter)
	page.Wait("the page says that the text is kept", `document.getElementById("composer-note").innerText.includes("Your text is kept")`)
	page.Click("#composer-note a")
	page.At("/login")
	page.Fill("#email", email("Ada", "Careful"))
	page.Fill("#password", password)
	page.ClickText("main button", "Log in")
	page.At(chat)
	isLive(page)
	if got := browser.Eval[string](page, `document.getElementById("content").value`); got != "A long thought that must not be lost." {
		t.Errorf("the composer holds %q", got)
	}
	s.model.Next(modelserver.Behavior{Tokens: words(0, 10)})
	page.Click("#composer .send")
	answerIs(page, "complete")
	if got := browser.Eval[string](page, `document.getElementById("content").value`); got != "" {
		t.Errorf("after it was sent the composer holds %q", got)
	}
}

// The theme that somebody chooses holds on the next page, with and without scripts.
func TestThemeIsKept(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Painters", "Ada")
	page.Scheme("light")
	const darkness = `((c) => {
	  c.fillStyle = getComputedStyle(document.body).backgroundColor;
	  c.fillRect(0, 0, 1, 1);
	  return c.getImageData(0, 0, 1, 1).data.slice(0, 3).every((v) => v < 80);
	})(document.createElement("canvas").getContext("2d"))`
	if page.Has(darkness) {
		t.Fatal("a device that likes light gets a dark page")
	}
	for _, scripts := range []bool{true, false} {
		if !scripts {
			page.NoScripts()
		}
		for _, choice := range []struct {
			name, device string
			dark         bool
		}{{"Dark", "light", true}, {"Light", "dark", false}, {"System", "dark", true}} {
			page.Scheme(choice.device)
			page.Open("/settings/profile")
			page.ClickText("main button", choice.name)
			page.Wait(choice.name+" is chosen", `document.readyState === "complete" && document.querySelector('main button[aria-pressed="true"]')?.innerText === `+quoted(choice.name))
			page.Open("/chats")
			if page.Has(darkness) != choice.dark {
				t.Errorf("%s on a %s device (scripts %t): dark is %t", choice.name, choice.device, scripts, !choice.dark)
			}
		}
	}
}
