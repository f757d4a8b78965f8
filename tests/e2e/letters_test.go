package e2e

import (
	"regexp"
	"strings"
	"testing"

	"stoa/internal/plugin/mail/mailtest"
	"stoa/internal/webtest/browser"
)

var letterLink = regexp.MustCompile(`http://127\.0\.0\.1:\d+(/(?:password/reset|invitations)/\S+)`)

// linkOf is the address that a letter sends its reader to.
func linkOf(t *testing.T, l mailtest.Letter) string {
	t.Helper()
	m := letterLink.FindStringSubmatch(l.Text)
	if m == nil {
		t.Fatalf("no link in the letter\n%s", l.Text)
	}
	return m[1]
}

// Ada forgets her password, twice: with scripts and without. The letter comes by a real mail server; the link works once.
func TestForgottenPassword(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	s := startStoa(t, "SMTP_URL=smtp://"+server.Addr+"?tls=off")
	_, ada := s.newcomer("ada")
	ada.Expect("status of 401", "status of 404", "status of 422")
	register(ada, "Forgetful", "Ada")
	_, plain := s.newcomer("ada-plain")
	plain.NoScripts()
	_, scripted := s.newcomer("ada-scripted")
	for i, p := range []*browser.Page{scripted, plain} {
		next := []string{"a second walk in the porch", "a third walk in the porch"}[i]
		p.Expect("status of 422", "status of 404")
		p.Open("/login")
		p.ClickText("a", "Forgot your password?")
		p.At("/password/forgot")
		inspectIf(t, p, i == 0, "password-forgot")
		p.Fill("#email", "no address")
		p.ClickText("button", "Send the link")
		refused(t, p, 422, "whole email address", map[string]string{"email": "no address"})
		p.Fill("#email", email("Ada", "Forgetful"))
		p.ClickText("button", "Send the link")
		p.Wait("the page says that a letter is on its way", `document.body.innerText.includes("a letter with a link is on its way")`)
		link := linkOf(t, server.Wait(t, i+1)[i])
		p.Open(link)
		inspectIf(t, p, i == 0, "password-reset")
		p.Fill("#new", "short")
		p.ClickText("main button", "Change password")
		refused(t, p, 422, "at least 12 characters", map[string]string{"new": ""})
		p.Fill("#new", next)
		p.ClickText("main button", "Change password")
		p.At("/login")
		logIn(p, email("Ada", "Forgetful"), next)
		p.At("/chats")
		p.Open(link)
		if p.Status() != 404 || !strings.Contains(p.Text("main"), "was used, or has run out") {
			t.Errorf("a used link answers %d:\n%s", p.Status(), p.Text("main"))
		}
	}
	ada.Open("/settings/profile")
	ada.At("/login")
}

// Ada invites Max by a letter, and he joins from it without scripts.
func TestInvitationByLetter(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	s := startStoa(t, "SMTP_URL=smtp://"+server.Addr+"?tls=off")
	_, ada := s.newcomer("ada")
	register(ada, "Welcoming", "Ada")
	ada.Open("/settings/invitations")
	ada.Fill("#invite-email", "max@guests.example")
	ada.ClickText("main button", "Make a link")
	ada.Wait("it is said that the letter is on its way", `document.querySelector("main").innerText.includes("on its way to max@guests.example")`)
	letter := server.Wait(t, 1)[0]
	if letter.Subject != "An invitation to Welcoming" || !strings.Contains(letter.Text, "Ada invites you to Welcoming") {
		t.Errorf("the letter: %+v", letter)
	}
	_, max := s.newcomer("max")
	max.NoScripts()
	max.Open(linkOf(t, letter))
	max.Fill("#name", "Max")
	max.Fill("#email", "max@guests.example")
	max.Fill("#password", password)
	max.ClickText("main button", "Register and join")
	max.At("/chats")
}

func inspectIf(t *testing.T, p *browser.Page, yes bool, state string) {
	t.Helper()
	if yes {
		inspect(t, p, state)
		p.Size(1280, 800, false)
	}
}
