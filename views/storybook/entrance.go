package storybook

import (
	"stoa/views/auth"
	"stoa/views/models"
)

// entrance is the pages before and around a session.
func (b book) entrance() []Story {
	wrong := map[string]string{
		"company":  "Write the name of your company.",
		"email":    "This address is registered. Log in if it is yours.",
		"password": "This is 9 characters. At least 12 are needed.",
	}
	invitation := auth.InvitationProps{
		Page: b.plain("Join Northwind Traders"), Action: "/invitations/abc", LoginHref: "/login?next=%2Finvitations%2Fabc",
		Company: "Northwind Traders", Role: "an admin",
	}
	joinable, gone := invitation, invitation
	joinable.Person = "Grace Hopper"
	gone.Gone = "It was used on 12 November or has run out. Ask whoever sent it for a new link."
	return []Story{
		{"register", auth.Register(auth.RegisterProps{Page: b.plain("Create your company")})},
		{"register-errors", auth.Register(auth.RegisterProps{Page: b.plain("Create your company"), Name: "Ada Lovelace", Email: "ada@northwind.example", Errors: wrong})},
		{"register-closed", auth.Register(auth.RegisterProps{Page: b.plain("Create your company"), Closed: "This Stoa takes new people by invitation only. Ask an owner or admin of your company for a link."})},
		{"login", auth.Login(auth.LoginProps{Page: b.plain("Log in"), Next: "/chats/1", Register: true})},
		{"login-error", auth.Login(auth.LoginProps{Page: b.plain("Log in"), Email: "ada@northwind.example", Error: "Email or password is wrong.", Register: true})},
		{"invitation", auth.Invitation(invitation)},
		{"invitation-person", auth.Invitation(joinable)},
		{"invitation-gone", auth.Invitation(gone)},
		{"password", auth.Password(auth.PasswordProps{Page: b.page("Change password", "")})},
		{"password-errors", auth.Password(auth.PasswordProps{Page: b.page("Change password", ""), Errors: map[string]string{"current": "This is not your password."}, Error: "The password was not changed."})},
		{"help", models.Help(models.HelpProps{Page: b.page("Help", "Help"), HTML: helpText})},
		{"help-plain", models.Help(models.HelpProps{Page: b.plain("Help"), HTML: helpText, Plain: true})},
	}
}

const helpText = `<h1 id="help">Help</h1><p>Stoa is an assistant for your company. It answers in <a href="/chats">chats</a>.</p>
<h2 id="model">Connect a model</h2><p>Set <code>OPENAI_BASE_URL</code>, <code>OPENAI_API_KEY</code> and start Stoa again:</p>
<pre><code>OPENAI_BASE_URL=http://127.0.0.1:11434/v1 make run</code></pre>
<h2 id="stop">Stop an answer</h2><p>Press Stop. What was written is kept, and Continue goes on from there.</p>`
