package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
)

// Ada invites Max by a link, makes him an admin and removes him; each step ends what he had open.
func TestInvitationAndRoles(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, ada := s.newcomer("ada")
	register(ada, "Growing", "Ada")
	link := invite(ada, "member")

	_, max := s.newcomer("max")
	max.Expect("status of 422", "status of 404", "status of 403", "status of 401")
	max.Open(link)
	if text := max.Text("main"); !strings.Contains(text, "Join Growing") || !strings.Contains(text, "as a member") {
		t.Fatalf("the invitation says:\n%s", text)
	}
	max.Fill("#name", "Max")
	max.Fill("#email", "max@guests.example")
	max.Fill("#password", "short")
	max.ClickText("main button", "Register and join")
	refused(t, max, 422, "at least 12 characters", map[string]string{"name": "Max", "email": "max@guests.example", "password": ""})
	max.Fill("#password", password)
	max.ClickText("main button", "Register and join")
	max.At("/chats")
	max.Open(link)
	if max.Status() != 404 || !strings.Contains(max.Text("main"), "cannot be used") {
		t.Errorf("a used invitation opens with %d:\n%s", max.Status(), max.Text("main"))
	}
	max.Open("/settings/members")
	if text := max.Text("main"); !strings.Contains(text, "Ada") || !strings.Contains(text, "Max") || strings.Contains(text, "Invite somebody") {
		t.Errorf("a member sees:\n%s", text)
	}
	if got := request(max, "POST", "/settings/invitations", "role=member"); !strings.HasPrefix(got, "403 ") {
		t.Errorf("a member invites: %.100s", got)
	}
	chat := newChat(max)
	isLive(max)

	changeRole(ada, "Max", "admin")
	toldAndOut(max, chat)
	logIn(max, "max@guests.example", password)
	max.At("/chats")
	if text := max.Text(".rail .foot"); !strings.Contains(text, "Max · admin") {
		t.Errorf("Max is shown as %q", text)
	}
	max.Open("/settings/members")
	if !strings.Contains(max.Text("main"), "Invite somebody") {
		t.Error("an admin cannot invite")
	}
	max.Open(chat)
	isLive(max)

	remove(ada, "Max")
	toldAndOut(max, chat)
	logIn(max, "max@guests.example", password)
	max.Wait("Max is told that he is no member", `document.body.innerText.includes("no longer a member")`)
	if max.Status() != 403 {
		t.Errorf("the login of somebody without a company answers %d, want 403", max.Status())
	}
}

func changeRole(p *browser.Page, name, role string) {
	p.Open("/settings/members?q=" + name)
	p.ClickText("main td a", "Edit")
	p.Choose("#role", role)
	p.ClickText("main button", "Save")
	p.Wait("the role is changed", `document.querySelector("main").innerText.includes("The role is changed.")`)
}

func remove(p *browser.Page, name string) {
	p.Open("/settings/members?q=" + name)
	p.ClickText("main th a", name)
	p.ClickText("main a", "Delete…")
	p.ClickText("main button", "Delete for good")
	p.Wait("the member is removed", `document.querySelector("main").innerText.includes("was deleted.")`)
}

// toldAndOut: the open page says that the login has ended, and the next one is the login.
func toldAndOut(p *browser.Page, chat string) {
	p.Wait("the open page is told", `document.getElementById("composer-note").innerText.includes("logged out")`)
	p.Open(chat)
	p.At("/login")
}

// Ada belongs to two companies and switches in one tab; a form of the old one in another tab writes nothing.
func TestSwitchBetweenCompanies(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, boss := s.newcomer("boss")
	register(boss, "Second Home", "Boss")
	link := invite(boss, "admin")

	adas, page := s.newcomer("ada")
	register(page, "First Home", "Ada")
	old := adas.Tab()
	old.Open("/chats")
	chat := newChat(old)
	isLive(old)
	form := adas.Tab()
	form.Expect("status of 409")
	form.Open("/chats/new")
	form.Fill("main #title", "Only for the first home")

	page.Open(link)
	page.ClickText("main button", "Join as Ada")
	page.At("/chats")
	where := func(p *browser.Page) string { return p.Text(".rail .foot b") }
	if got := where(page); got != "Second Home" {
		t.Fatalf("after joining Ada is in %q", got)
	}
	old.Wait("the tab of the old company is told", `document.getElementById("composer-note").innerText.includes("another company")`)

	chats := s.rows("conversations")
	form.ClickText("main button", "Create chat")
	form.Wait("the old form is refused", `document.body.innerText.includes("You have switched to Second Home")`)
	if got := form.Status(); got != 409 {
		t.Errorf("the old form answers %d, want 409", got)
	}
	if got := s.rows("conversations"); got != chats {
		t.Errorf("the old form wrote %d chats", got-chats)
	}
	page.Expect("status of 404")
	if got := page.Open(chat); got != 404 {
		t.Errorf("a chat of the first company is open in the second: %d", got)
	}

	page.Open("/chats")
	page.ClickText(".rail summary", "Account")
	page.Choose("#rail-tenant", "First Home")
	page.ClickText(".rail button", "Switch")
	page.Wait("Ada is back", `document.querySelector(".rail .foot b")?.innerText === "First Home"`)
	if got := page.Open(chat); got != 200 {
		t.Errorf("the chat of the first company answers %d", got)
	}
}
