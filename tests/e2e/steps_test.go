package e2e

import (
	"fmt"
	"strings"

	"stoa/internal/webtest/browser"
)

const password = "correct horse battery staple"

// register makes a company with an owner; the page ends at the list of chats.
func register(p *browser.Page, company, name string) {
	p.Open("/register")
	fillRegistration(p, company, name, email(name, company), password)
	p.ClickText("button", "Create company")
	p.At("/chats")
}

func fillRegistration(p *browser.Page, company, name, email, password string) {
	p.Fill("#company", company)
	p.Fill("#name", name)
	p.Fill("#email", email)
	p.Fill("#password", password)
}

func email(name, company string) string {
	address := strings.ToLower(name + "@" + company + ".example")
	return strings.ReplaceAll(address, " ", "-")
}

// newChat starts a chat from the rail and returns its path.
func newChat(p *browser.Page) string {
	p.ClickText(".rail button", "New chat")
	p.Wait("a new chat is open", `/^\/chats\/[0-9a-f-]{36}$/.test(location.pathname) && document.querySelector("#composer")`)
	return p.Location()
}

// send writes a message, presses Send and waits until the question, and with it the answer's place, is in the page.
func send(p *browser.Page, text string) {
	n := p.Count(questions)
	p.Fill("#content", text)
	p.Click("#composer .send")
	p.Wait("the question is in the page", fmt.Sprintf("document.querySelectorAll(%q).length === %d", questions, n+1))
}

// logIn fills the login form that is open or opens it.
func logIn(p *browser.Page, email, password string) {
	p.Open("/login")
	p.Fill("#email", email)
	p.Fill("#password", password)
	p.ClickText("main button", "Log in")
}

// logOut presses Log out in the rail.
func logOut(p *browser.Page) {
	p.ClickText(".rail button", "Log out")
	p.At("/login")
}

// invite makes a link for a role and returns its path.
func invite(p *browser.Page, role string) string {
	p.Open("/settings/members")
	p.ClickText("main a", "Invite somebody")
	p.At("/settings/invitations")
	p.Choose("#invite-role", role)
	p.ClickText("main button", "Make a link")
	p.Wait("the link is shown", `document.getElementById("invite-link")?.value`)
	return browser.Eval[string](p, `new URL(document.getElementById("invite-link").value).pathname`)
}

// join has somebody new come into the inviter's company.
func join(inviter, guest *browser.Page, role, name string) {
	guest.Open(invite(inviter, role))
	guest.Fill("#name", name)
	guest.Fill("#email", email(name, "guests"))
	guest.Fill("#password", password)
	guest.ClickText("main button", "Register and join")
	guest.At("/chats")
}
