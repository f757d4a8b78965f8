package e2e

import (
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

// send writes a message and presses Send.
func send(p *browser.Page, text string) {
	p.Fill("#content", text)
	p.Click("#composer .send")
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
