package storybook

import (
	"strconv"

	"stoa/views/auth"
	"stoa/views/ui"
)

// settings is the pages of a company's people, as an owner and as a member see them.
func (b book) settings() []Story {
	people := []auth.Member{
		{ID: "1", Name: "Ada Lovelace", Email: "ada@northwind.example", Role: "owner", Joined: at("date"), You: true},
		{ID: "2", Name: "Grace Hopper", Email: "grace@northwind.example", Role: "admin", Joined: at("date"), Roles: roles, Removable: true},
		{ID: "3", Name: longName, Email: "a.rather.long.address.that.goes.on@department.northwind.example", Role: "member", Joined: at("date"), Roles: roles, Removable: true},
	}
	seen := append([]auth.Member{}, people...)
	for i := range seen {
		seen[i].Roles, seen[i].Removable = nil, false
	}
	many := make([]auth.Member, 1000)
	for i := range many {
		n := strconv.Itoa(i + 1)
		many[i] = auth.Member{ID: n, Name: "Person " + n, Email: "person" + n + "@northwind.example", Role: "member", Joined: at("date"), Roles: roles, Removable: true}
	}
	form := auth.InviteForm{Role: "member", Roles: roles}
	made := form
	made.Link, made.LinkNote = "https://stoa.northwind.example/invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4", "It makes whoever opens it a member, once, until 29 November."
	open := []auth.OpenInvitation{{ID: "9", Role: "member", By: "Ada Lovelace", Created: at("date"), Expires: at("date")}}
	page := b.page("Members", "Members")
	return []Story{
		{"members", auth.Members(auth.MembersProps{Page: page, Members: people, Manage: true, Invite: form, Invitations: open})},
		{"members-link", auth.Members(auth.MembersProps{Page: page, Members: people[:1], Manage: true, Invite: made, Invitations: open})},
		{"members-error", auth.Members(auth.MembersProps{Page: page, Members: people, Manage: true, Invite: form, Error: "A company needs an owner. Make somebody else an owner first."})},
		{"members-seen", auth.Members(auth.MembersProps{Page: page, Members: seen})},
		{"members-thousand", auth.Members(auth.MembersProps{Page: page, Members: many, Manage: true, Invite: form})},
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
