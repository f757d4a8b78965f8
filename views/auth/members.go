package auth

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// MembersProps is the page of the people of a company.
type MembersProps struct {
	Page    layout.PageProps
	Members []Member
	// Manage shows what owners and admins may do: invite, change roles, remove.
	Manage      bool
	Invite      InviteForm
	Invitations []OpenInvitation
	// Error concerns a change that was refused, such as the last owner leaving.
	Error string
}

// Member is one person of the company.
type Member struct {
	ID    string
	Name  string
	Email string
	// Role is "owner", "admin" or "member".
	Role   string
	Joined ui.Moment
	// You marks the person who looks at the page.
	You bool
	// Roles are the roles that the person who looks may give; empty means that this row cannot be changed by them.
	Roles []ui.Option
	// Removable says whether the person who looks may remove this one.
	Removable bool
}

// InviteForm is the form that makes an invitation. Link is the invitation just made: it is shown this once.
type InviteForm struct {
	Role   string
	Roles  []ui.Option
	Errors map[string]string
	Error  string
	Link   string
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

func memberColumns(manage bool) []ui.Column {
	columns := []ui.Column{{Label: "Name"}, {Label: "Email", Minor: true}, {Label: "Role"}, {Label: "Joined", Minor: true}}
	if manage {
		columns = append(columns, ui.Column{Label: "Remove", Hidden: true})
	}
	return columns
}
