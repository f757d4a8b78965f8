package storybook

import (
	"stoa/views/auth"
	"stoa/views/ui"
)

// settings is the pages of a company's people and of their access.
func (b book) settings() []Story {
	form := auth.InviteForm{Role: "member", Roles: roles}
	made := form
	made.Link, made.LinkNote = "https://stoa.northwind.example/invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4", "It makes whoever opens it a member, once, until 29 November."
	open := []auth.OpenInvitation{{ID: "9", Role: "member", By: "Ada Lovelace", Created: at("date"), Expires: at("date")}}
	wrong := form
	wrong.Role, wrong.Errors = "", map[string]string{"role": "Choose owner, admin or member."}
	page := b.page("Invitations", "Members")
	return []Story{
		{"invitations", auth.Invitations(auth.InvitationsProps{Page: page, Invite: form, Open: open})},
		{"invitations-link", auth.Invitations(auth.InvitationsProps{Page: page, Invite: made, Open: open})},
		{"invitations-error", auth.Invitations(auth.InvitationsProps{Page: page, Invite: wrong})},
		{"tokens-empty", auth.Tokens(auth.TokensProps{Page: b.page("API tokens", "API tokens"), Form: tokenForm()})},
		{"tokens", auth.Tokens(auth.TokensProps{Page: b.page("API tokens", "API tokens"), Tokens: tokens(), Everybody: true, Form: madeToken()})},
		{"tokens-errors", auth.Tokens(auth.TokensProps{Page: b.page("API tokens", "API tokens"), Tokens: tokens()[:1], Form: wrongToken()})},
		{"profile", auth.Profile(auth.ProfileProps{Page: b.page("Profile", ""), Name: "Ada Lovelace", Email: "ada@northwind.example"})},
	}
}

func tokenForm() auth.TokenForm {
	boxes := func(resource string, operations ...string) auth.ScopeGroup {
		g := auth.ScopeGroup{Label: resource}
		for _, o := range operations {
			g.Boxes = append(g.Boxes, auth.ScopeBox{Value: resource + ":" + o, Label: o, Checked: o == "read"})
		}
		return g
	}
	return auth.TokenForm{
		Days: "90", Lives: []ui.Option{{Value: "30", Label: "30 days"}, {Value: "90", Label: "90 days"}},
		Groups: []auth.ScopeGroup{
			boxes("Everything", "read", "do all that you may"), boxes("Widgets", "read", "create", "update", "delete"),
			boxes("Own prices", "read", "create", "update", "delete"), boxes("Model calls", "read"), boxes("Chats", "send", "stream"),
		},
	}
}

func madeToken() auth.TokenForm {
	f := tokenForm()
	f.Token = "stoa_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6"
	return f
}

func wrongToken() auth.TokenForm {
	f := tokenForm()
	f.Name, f.Errors = longName, map[string]string{"name": "This is 214 characters. At most 120 are possible.", "scopes": "Choose what the token may do."}
	return f
}

func tokens() []auth.Token {
	used := at("datetime")
	return []auth.Token{
		{ID: "1", Name: "Nightly import", Hint: "x7Qz", Scopes: "widgets:create, widgets:read, widgets:update", Owner: "Ada Lovelace", LastUsed: &used, Expires: at("date")},
		{ID: "2", Name: longName, Hint: "9_aB", Scopes: "*:read", Owner: longName, Expires: at("date")},
		{ID: "3", Name: "Old script", Hint: "0000", Scopes: "*:*", Owner: "Grace Hopper", Expires: at("date"), Expired: true},
	}
}
