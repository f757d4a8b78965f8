package auth

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// InvitationsProps is the page from which people are invited.
type InvitationsProps struct {
	Page   layout.PageProps
	Invite InviteForm
	Open   []OpenInvitation
}

// InviteForm is the form that makes an invitation. Link is the invitation just made: it is shown this once.
type InviteForm struct {
	Role   string
	Roles  []ui.Option
	Errors map[string]string
	Error  string
	Link   string
	// Mails offers to send the link to Email.
	Mails bool
	Email string
	// LinkNote says for whom and until when the link works.
	LinkNote string
}

// OpenInvitation is one that nobody has accepted yet.
type OpenInvitation struct {
	ID      string
	Role    string
	By      string
	Created ui.Moment
	Expires ui.Moment
}

// ProfileProps is the page of the person who is logged in.
type ProfileProps struct {
	Page  layout.PageProps
	Name  string
	Email string
}
