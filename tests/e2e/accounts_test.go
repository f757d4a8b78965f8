package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
)

// refused waits for the form that came back, and looks at status, words and kept values.
func refused(t *testing.T, p *browser.Page, status int, words string, kept map[string]string) {
	t.Helper()
	p.Wait("the form says: "+words, `document.querySelector("main").innerText.includes(`+quoted(words)+`)`)
	if got := p.Status(); got != status {
		t.Errorf("status %d, want %d (%s)", got, status, words)
	}
	for field, want := range kept {
		if got := browser.Eval[string](p, `document.querySelector("#`+field+`").value`); got != want {
			t.Errorf("%s: the field %s holds %q, want %q", words, field, got, want)
		}
	}
}

// A form that is refused says why beside the field, with 422, and keeps what was typed but for the password.
func TestRegistrationRefused(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, first := s.newcomer("ada")
	register(first, "Taken", "Ada")
	_, page := s.newcomer("eve")
	page.Expect("status of 422")
	for _, c := range []struct{ company, name, email, password, says string }{
		{"Other", "Eve", strings.ToUpper(email("Ada", "Taken")), password, "Log in if this is yours"},
		{"Other", "Eve", "eve@other.example", "short", "at least 12 characters"},
		{"Other", "Eve", "eve@other.example", "passwordpassword", "first that an attacker tries"},
		{"", "Eve", "eve@other.example", password, "This is needed"},
		{"Other <b>&", "Eve \"E\"", "no address", password, "whole email address"},
	} {
		page.Open("/register")
		fillRegistration(page, c.company, c.name, c.email, c.password)
		page.ClickText("button", "Create company")
		refused(t, page, 422, c.says, map[string]string{"company": c.company, "name": c.name, "email": c.email, "password": ""})
		if n := page.Count(`main [aria-invalid="true"]`); n != 1 {
			t.Errorf("%s: %d fields are marked as wrong", c.says, n)
		}
	}
	if n := s.rows("tenants"); n != 1 {
		t.Errorf("%d companies exist, want 1", n)
	}
}

// An unknown account and a wrong password are answered alike; too many attempts are refused.
func TestLoginTellsNothing(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, owner := s.newcomer("ada")
	register(owner, "Quiet", "Ada")
	_, page := s.newcomer("eve")
	page.Expect("status of 422", "status of 429")
	var answers [2]string
	for i, address := range []string{email("Ada", "Quiet"), "nobody@quiet.example"} {
		logIn(page, address, "not the right password")
		refused(t, page, 422, "Email or password is wrong.", map[string]string{"email": address, "password": ""})
		answers[i] = page.Text("main")
	}
	if answers[0] != answers[1] {
		t.Errorf("a wrong password and an unknown account differ:\n%s\n%s", answers[0], answers[1])
	}
	guess := url.Values{"email": {email("Ada", "Quiet")}, "password": {"guess"}}
	for range 9 {
		res, err := http.PostForm(s.url+"/login", guess)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
	}
	logIn(page, email("Ada", "Quiet"), password)
	refused(t, page, 429, "Too many attempts", nil)
	owner.Open("/chats")
	owner.At("/chats")
}

// Ada changes her password: her other login ends at once, the old password opens nothing, the new one does.
func TestPasswordChangeEndsOtherLogins(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Locks", "Ada")
	_, other := s.newcomer("ada-at-home")
	other.Expect("status of 422")
	logIn(other, email("Ada", "Locks"), password)
	other.At("/chats")
	chat := newChat(other)
	isLive(other)

	page.Expect("status of 422")
	change := func(current, next string) {
		page.Open("/settings/password")
		page.Fill("#current", current)
		page.Fill("#new", next)
		page.ClickText("main button", "Change password")
	}
	change("not my password", "a new long password")
	refused(t, page, 422, "not your current password", nil)
	change(password, "too short")
	refused(t, page, 422, "at least 12 characters", nil)
	change(password, "a new long password")
	page.At("/settings/profile")
	page.Wait("the page says so", `document.querySelector("main").innerText.includes("Your password is changed")`)

	other.Wait("the other login is told", `document.getElementById("composer-note").innerText.includes("logged out")`)
	other.Open(chat)
	other.At("/login")
	logIn(other, email("Ada", "Locks"), password)
	refused(t, other, 422, "Email or password is wrong.", nil)
	other.Open(chat)
	other.Fill("#email", email("Ada", "Locks"))
	other.Fill("#password", "a new long password")
	other.ClickText("main button", "Log in")
	other.At(chat) // where the login was asked for
}
