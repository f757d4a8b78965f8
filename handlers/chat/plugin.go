// Package chat is the pages of conversations: the list, the conversation, its event stream, and the page that streams without scripts.
package chat

import (
	"context"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/jobs"
	"stoa/internal/llm"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/chat"
)

const (
	recentChats = 6  // in the rail
	chatPage    = 25 // in the list
	messagePage = 50 // in a conversation
)

// Handlers answer the chat plugin's routes.
type Handlers struct {
	site   *web.Site
	chat   *chat.Service
	models llm.Lister
	bus    realtime.Bus
}

// New makes the plugin. Alone says that no other process shares the bus, so that answers of other
// processes are known to be dead.
func New(site *web.Site, service *chat.Service, models llm.Lister, bus realtime.Bus, sweep []jobs.Periodic) plugin.Plugin {
	h := &Handlers{site: site, chat: service, models: models, bus: bus}
	return plugin.Plugin{ID: "chat", Routes: h.routes, Nav: h.nav, Jobs: sweep}
}

func (h *Handlers) routes(r plugin.Routes) {
	r.Tenant.GET("/chats", h.list)
	r.Tenant.POST("/chats", h.create)
	r.Tenant.GET("/chats/:id", h.conversation)
	r.Tenant.POST("/chats/:id/messages", h.send)
	r.Tenant.POST("/chats/:id/stop", h.stop)
	r.Tenant.POST("/chats/:id/messages/:message/continue", h.resume)
	r.Public.GET("/chats/:id/stream", h.stream) // says in the stream itself that a login has ended
}

func (h *Handlers) nav(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
	entries, _, err := h.chat.List(ctx, person(p), nil, recentChats)
	group := plugin.NavGroup{Label: "Chats", Order: 10}
	for _, e := range entries {
		group.Items = append(group.Items, plugin.NavItem{Href: path(e.ID), Label: e.Title})
	}
	group.Items = append(group.Items, plugin.NavItem{Href: "/chats", Label: "All chats"})
	return []plugin.NavGroup{group}, err
}

func person(p *session.Principal) chat.Person { return chat.Person{Tenant: p.Tenant, User: p.User} }

func path(chat uuid.UUID) string { return "/chats/" + chat.String() }
