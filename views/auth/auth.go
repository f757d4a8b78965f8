// Package auth is the pages of accounts: register, log in, invitations, members, profile, password.
package auth

import "stoa/views/layout"

// Help texts that stand at more than one form.
const (
	passwordHelp = "12 to 128 characters, any you like. A few unrelated words are good and easy to keep."
	newPassword  = "new-password"
)

// RegisterProps is the form that makes a company and its first owner. Errors go by field: company, name, email, password.
type RegisterProps struct {
	Page    layout.PageProps
	Company string
	Name    string
	Email   string
	Errors  map[string]string
	// Error concerns the form as a whole.
	Error string
	// Closed is set when registration is not open; the page then says so instead of showing the form.
	Closed string
}

// LoginProps is the login form. Next is where to go afterwards, a path of this site.
type LoginProps struct {
	Page  layout.PageProps
	Email string
	Next  string
	Error string
	// Register says whether to offer the way to register, Forgot the way to a new password.
	Register bool
	Forgot   bool
}

// ForgotProps is the form that asks for a link to a new password. Errors go by field: email.
type ForgotProps struct {
	Page   layout.PageProps
	Email  string
	Errors map[string]string
	Error  string
}

// ResetProps is the page behind that link. Gone says why it does not work; then there is no form. Errors go by field: new.
type ResetProps struct {
	Page   layout.PageProps
	Action string
	Gone   string
	Errors map[string]string
	Error  string
}

// PasswordProps is the form that changes the password. Errors go by field: current, new.
type PasswordProps struct {
	Page   layout.PageProps
	Errors map[string]string
	Error  string
}

// InvitationProps is the page behind an invitation's link. What it shows depends on who opens it:
// Person logged in: one button joins. Nobody: a form that registers, and a link to log in first.
type InvitationProps struct {
	Page layout.PageProps
	// Action is the address of the invitation itself, to which the forms post.
	Action string
	// LoginHref leads to the login and back here.
	LoginHref string
	Company   string
	// Role is "an owner", "an admin" or "a member", with its article.
	Role string
	// Person is the name of who is logged in; empty when nobody is.
	Person string
	// Gone says why the invitation cannot be used any more; then there is no form.
	Gone   string
	Name   string
	Email  string
	Errors map[string]string
	Error  string
}
