package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// hostile is what a person or a model might write to have a page do something.
const hostile = `<img src="https://evil.example/a.png" onerror="document.title='owned'"><script>document.title="owned"</script>` +
	`<svg onload="document.title='owned'"></svg><div hx-post="/logout" hx-trigger="load" data-hx-post="/logout">x</div>` +
	`<a href="javascript:document.title='owned'">a link</a><style>body{display:none}</style><iframe src="https://evil.example/"></iframe>`

const hostileMarkdown = hostile + "\n\n![a picture](https://evil.example/b.png) [a link](javascript:alert(1)) <hx-partial hx-target=\"#title\" hx-swap=\"innerHTML\">owned</hx-partial>\n\n" +
	"```html\n" + hostile + "\n```\n\n[a good link](https://example.com/page)\n"

// Whatever people and models write is shown and never done.
func TestHostileText(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	page.Open("/register")
	fillRegistration(page, `<b id="bold">Company</b>`, `<i onclick=x>Ada</i>`, "ada@hostile.example", password)
	page.ClickText("button", "Create company")
	page.At("/chats")
	chat := newChat(page)
	isLive(page)

	pieces := strings.SplitAfter(hostileMarkdown, "<")
	s.model.Next(modelserver.Behavior{Tokens: pieces}, modelserver.Behavior{Tokens: pieces})
	send(page, hostile)
	answerIs(page, "complete")
	harmless(t, page, "as it streamed")
	page.Open(chat)
	isLive(page)
	harmless(t, page, "as it is stored")
	page.NoScripts()
	send(page, hostile)
	answerIs(page, "complete")
	harmless(t, page, "without scripts")
	page.Open("/settings/members")
	harmless(t, page, "members")
	page.Open("/chats")
	harmless(t, page, "chats")
}

func harmless(t *testing.T, p *browser.Page, where string) {
	t.Helper()
	for what, selector := range map[string]string{
		"an image": "main img", "a script": "main script", "a style": "main style", "a foreign frame": `iframe:not([name="ctl"])`, "markup of a name": "#bold, i",
		"an attribute of htmx": ".body [hx-post], .body [data-hx-post], .body hx-partial", "a link that runs": `a[href^="javascript:" i]`,
		"a handler": "[onerror], [onload], [onclick]",
	} {
		if n := p.Count(selector); n != 0 {
			t.Errorf("%s: %s is in the page: %s", where, what, browser.Eval[string](p, "document.querySelector("+quoted(selector)+").outerHTML"))
		}
	}
	if p.Has(`document.title.includes("owned") || document.getElementById("title")?.innerText === "owned"`) {
		t.Errorf("%s: the text did something", where)
	}
	const outside = `performance.getEntriesByType("resource").map((e) => e.name).filter((n) => !n.startsWith(location.origin)).join(" ")`
	if asked := browser.Eval[string](p, outside); asked != "" {
		t.Errorf("%s: the page asked for %s", where, asked)
	}
}
