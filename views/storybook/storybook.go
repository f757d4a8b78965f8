// Package storybook holds sample props for every page in every state, to look at and to check without a database.
package storybook

import (
	"github.com/a-h/templ"

	"stoa/views/layout"
	"stoa/views/ui"
)

// Story is one page in one state.
type Story struct {
	// Name is the last part of its address, such as "chat-streaming".
	Name string
	Page templ.Component
}

// Stories gives all stories in the order in which one would meet the pages, framed with the assets and the theme.
func Stories(assets layout.Assets, theme string) []Story {
	b := book{assets: assets, theme: theme}
	var all []Story
	for _, chapter := range [][]Story{b.entrance(), b.conversations(), b.live(), b.knowledge(), b.usage(), b.settings(), b.resources(), b.api(), b.errors()} {
		all = append(all, chapter...)
	}
	return all
}

type book struct {
	assets layout.Assets
	theme  string
}

// tenantID stands in every form of the stories.
const tenantID = "0198f2a0-0000-7000-8000-000000000001"

// plain is the frame of a page that nobody is logged in to.
func (b book) plain(title string) layout.PageProps {
	return layout.PageProps{Title: title, Theme: b.theme, Assets: b.assets, Path: "/", RequestID: "4f1c2a"}
}

// page is the frame of a page of Northwind, with current marked in the rail.
func (b book) page(title, current string) layout.PageProps {
	p := b.plain(title)
	p.Tenant, p.TenantID = "Northwind Traders", tenantID
	p.Person, p.Role = "Ada Lovelace", "owner"
	p.Nav = nav(current)
	p.Tenants = []layout.TenantChoice{{ID: tenantID, Name: "Northwind Traders", Current: true}, {ID: "2", Name: "Contoso"}}
	return p
}

func nav(current string) []layout.NavGroup {
	groups := []layout.NavGroup{
		{Label: "Chats", Items: []layout.NavItem{
			{Href: "/chats/1", Label: "Refund policy for resellers"},
			{Href: "/chats/2", Label: "Notes for the Monday call, with everything that was left over from last week"},
			{Href: "/chats/3", Label: "SQL for churn by region"},
			{Href: "/chats", Label: "All chats", Note: "128"},
		}},
		{Label: "Work", Items: []layout.NavItem{{Href: "/help", Label: "Help"}}},
		{Label: "Company", Seldom: true, Items: []layout.NavItem{
			{Href: "/usage", Label: "Usage", Note: "$41.20"}, {Href: "/settings/members", Label: "Members", Note: "12"}, {Href: "/settings/audit", Label: "Audit log"},
			{Href: "/settings/plugins", Label: "Plugins"}, {Href: "/settings/prices", Label: "Own prices"},
		}},
	}
	for _, g := range groups {
		for i := range g.Items {
			g.Items[i].Current = g.Items[i].Label == current
		}
	}
	return groups
}

// longName is as hostile as names get: long, without a place to break, right-to-left, with markup.
const longName = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft <b>مرحبا</b>"

var roles = []ui.Option{{Value: "owner", Label: "owner"}, {Value: "admin", Label: "admin"}, {Value: "member", Label: "member"}}

func at(form string) ui.Moment {
	return ui.Moment{ISO: "2026-11-20T10:41:00Z", Text: "20 Nov 10:41", Form: form}
}
