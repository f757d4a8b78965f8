package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// markdown is an answer with everything that a page has to show.
const markdown = "# Heading\n\nA paragraph with `code`, **strong** words, a [link](https://example.com/a) and a verylongword" +
	"withoutanyplacetobreakitwhichgoesonandonandonandonandonandonandonandonandonandonandonandon.\n\n" +
	"| Column | Another | A third one |\n|---|---|---|\n| a | b | c |\n| 1 | 2 | 3 |\n\n" +
	"```go\nfunc main() { fmt.Println(\"a line of code that is longer than the window of a telephone is wide, by far\") }\n```\n\n" +
	"> A quotation\n\n1. One\n2. Two\n   - nested\n\n- [ ] a task\n\n---\n\nThe end."

// Every page a stranger can open.
func TestPagesOutside(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, owner := s.newcomer("ada")
	register(owner, "A company with a name that is rather long for a rail", "Ada")
	invitation := invite(owner, "admin")

	_, p := s.newcomer("eve")
	p.Expect("status of 404", "status of 422")
	for state, path := range map[string]string{
		"login": "/login", "login-next": "/login?next=/usage", "register": "/register", "help": "/help", "not-found": "/nowhere",
		"invitation": invitation, "invitation-gone": "/invitations/unknown",
	} {
		p.Open(path)
		inspect(t, p, state)
	}
	p.Open("/register")
	p.ClickText("button", "Create company")
	refused(t, p, 422, "This is needed", nil)
	inspect(t, p, "register-refused")
	logIn(p, "nobody@example.com", "wrong")
	refused(t, p, 422, "wrong", nil)
	inspect(t, p, "login-refused")
}

// Every page of somebody who is logged in, empty and full.
func TestPagesInside(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	p.Expect("status of 404", "status of 422")
	register(p, "A company with a name that is rather long for a rail", "Ada")
	inspect(t, p, "chats-empty")
	p.Open("/usage")
	inspect(t, p, "usage-empty")
	p.Size(1280, 800, false)
	chat := newChat(p)
	isLive(p)
	inspect(t, p, "chat-empty")
	p.Size(1280, 800, false)
	converse(t, s, p)
	inspect(t, p, "chat-streaming")
	p.Size(1280, 800, false)
	p.Click("#composer .stop")
	answerIs(p, "stopped")
	inspect(t, p, "chat-stopped")
	invite(p, "member")
	inspect(t, p, "invitations-link")
	for state, path := range map[string]string{
		"chats": "/chats", "chat": chat, "usage": "/usage", "usage-refused": "/usage?from=2026-13-01&to=x", "members": "/settings/members",
		"profile": "/settings/profile", "password": "/settings/password", "help-inside": "/help",
		"isolation": "/settings/isolation", "plugins": "/settings/plugins", "overview": "/", "audit": "/settings/audit", "chat-edit": chat + "/edit", "not-found-inside": anyID,
	} {
		p.Open(path)
		inspect(t, p, state)
	}
	p.Open("/settings/members")
	p.ClickText("main a", "Edit")
	inspect(t, p, "member-edit")
	p.ClickText("main a", "Delete…")
	inspect(t, p, "member-delete")
	p.Open("/chats/new")
	browser.Eval[bool](p, `document.querySelector("main #title").removeAttribute("maxlength"); true`)
	p.Fill("main #title", strings.Repeat("long ", 60))
	p.ClickText("main button", "Create chat")
	refused(t, p, 422, "Write at most 200 characters", nil)
	inspect(t, p, "chats-refused")
	openMenus(t, p)
}

// converse fills a chat with an answer of every kind; the last one is still being written.
func converse(t *testing.T, s *stoa, p *browser.Page) {
	t.Helper()
	s.model.Next(
		modelserver.Behavior{Tokens: strings.SplitAfter(markdown, " ")},
		modelserver.Behavior{Status: 401},
		modelserver.Behavior{Tokens: words(0, 30), Hang: 25},
	)
	send(p, "Show me everything.\nWith a second line, and "+strings.Repeat("unbroken", 30))
	answerIs(p, "complete")
	send(p, "And now fail.")
	answerIs(p, "failed")
	send(p, "And now be slow.")
	seesWord(p, 24)
}

// openMenus looks at what is folded away: the menu of a narrow window, the account of a wide one.
func openMenus(t *testing.T, p *browser.Page) {
	t.Helper()
	p.Open("/settings/members")
	p.Size(360, 740, true)
	p.Click(".bar summary")
	p.Wait("the menu is open", `document.querySelector("details.menu").open`)
	inspect(t, p, "menu")
	p.Open("/settings/members")
	p.Size(1280, 800, false)
	p.ClickText(".rail summary", "Account")
	inspect(t, p, "account")
}

// A member meets the page for what only others may do.
func TestForbiddenPage(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, ada := s.newcomer("ada")
	register(ada, "Gates", "Ada")
	_, p := s.newcomer("max")
	p.Expect("status of 403")
	join(ada, p, "member", "Max")
	browser.Eval[bool](p, `(() => {
	  const f = document.body.appendChild(document.createElement("form"));
	  f.method = "post"; f.action = "/settings/invitations"; f.innerHTML = '<input name="role" value="member">'; f.submit();
	  return true;
	})()`)
	p.At("/settings/invitations")
	if got := p.Status(); got != 403 {
		t.Errorf("status %d, want 403", got)
	}
	inspect(t, p, "forbidden")
}
