// Package chat is the pages of conversations: the list, the conversation, its event stream, and the page that streams without scripts.
package chat

import (
	"context"
	"strconv"

	"github.com/google/uuid"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/llm"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/chat"
)

const (
	recentChats = 6  // in the rail
	messagePage = 50 // in a conversation
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "chat", Version: "1",
	Doc: "Conversations with a model, whose answers go on when nobody looks.",
	Requires: manifest.Requires{
		Plugins: []string{"auth", "models"},
		After:   []string{"knowledge"},
		Tables: []manifest.Table{
			{Name: "conversations", Columns: []string{"tenant_id", "id", "user_id", "title", "model", "system_prompt", "created_at", "updated_at", "deleted_at"}},
			{Name: "messages", Columns: []string{"tenant_id", "id", "conversation_id", "user_id", "role", "status", "content", "client_id", "error", "created_at"}},
			{Name: "message_sources", Columns: []string{"tenant_id", "message_id", "number", "document_id", "version_id", "mark_from", "mark_to", "cited", "verified"}},
			{Name: "conversation_shares", Columns: []string{"tenant_id", "conversation_id", "user_id", "access"}},
			{Name: "conversation_reads", Columns: []string{"tenant_id", "conversation_id", "user_id", "message_id"}},
			{Name: "assistants", Columns: []string{"tenant_id", "id", "name", "access", "instructions", "starters", "model", "temperature"}},
			{Name: "conversation_assistants", Columns: []string{"tenant_id", "conversation_id", "assistant_id"}},
			{Name: "generations", Columns: []string{"tenant_id", "id", "conversation_id", "message_id", "status", "instance_id", "lease_until", "stop_requested"}},
		},
	},
	Provides: manifest.Provides{Components: []manifest.Component{{
		Name: "ChatInterface", Doc: "A conversation with its composer; the answer streams. It stands alone on a page of layout chat at /chats/:id.",
		Props: []manifest.Prop{{Name: "conversation", Kind: manifest.Record, Table: "conversations", Required: true, Doc: "whose messages are shown"}},
	}}},
	Config: Config{ContextMessages: 20, ContextTokens: 24_000},
}

// Config is the section of the plugin in stoa.yaml.
type Config struct {
	// So many messages of a chat, the newest, are sent to the model with each question.
	ContextMessages int `range:"1..1000"`
	// And at most so many tokens of them; four bytes are taken for a token.
	ContextTokens int `range:"100..1000000"`
}

// Handlers answer the chat plugin's routes.
type Handlers struct {
	site   *web.Site
	chat   *chat.Service
	models llm.Lister
	bus    realtime.Bus

	answers answers
}

// New makes the plugin.
func New(site *web.Site, engine *crud.Engine, service *chat.Service, models llm.Lister, bus realtime.Bus) plugin.Plugin {
	h := &Handlers{site: site, chat: service, models: models, bus: bus}
	routes := func(r plugin.Routes) { h.mount(engine, r); h.routes(r) }
	return plugin.Plugin{Manifest: Manifest, Routes: routes, Find: h.find, Nav: h.nav(engine.Nav(resources.Assistants())), Components: map[string]plugin.Component{"ChatInterface": h.chatInterface}}
}

func (h *Handlers) routes(r plugin.Routes) {
	web.Mount(h.site, r, send, h.runSend, h.sendForm)
	web.Mount(h.site, r, stop, h.runStop, h.stopForm)
	web.Mount(h.site, r, choose, h.runChoose, h.chooseForm)
	web.MountEvents(h.site, r, stream, h.follow)
	r.Tenant.POST("/assistants/:id/start", h.startWith)
	r.Tenant.GET("/chats/:id/messages/:message/sources", h.passages)
	r.Tenant.POST("/chats/:id/messages/:message/continue", h.resume)
	r.Tenant.POST("/chats/:id/writing", h.writing)
	r.Public.GET("/chats/:id/stream", h.stream) // says in the stream itself that a login has ended
}

type navigation = func(context.Context, *session.Principal) ([]plugin.NavGroup, error)

func (h *Handlers) nav(assistants navigation) navigation {
	return func(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		groups, err := assistants(ctx, p)
		if err != nil {
			return nil, err
		}
		chats, err := h.recent(ctx, p)
		return append(chats, groups...), err
	}
}

func (h *Handlers) recent(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
	entries, err := h.chat.Recent(ctx, person(p), recentChats)
	group := plugin.NavGroup{Label: "Chats", Order: 10}
	for _, e := range entries {
		group.Items = append(group.Items, plugin.NavItem{Href: path(e.ID), Label: e.Title, Note: unread(e.Unread)})
	}
	group.Items = append(group.Items, plugin.NavItem{Href: "/chats", Label: "All chats"})
	return []plugin.NavGroup{group}, err
}

// unread is the figure behind a chat in the rail.
func unread(n int) string {
	switch {
	case n == 0:
		return ""
	case n > 99:
		return "99+"
	}
	return strconv.Itoa(n)
}

func person(p *session.Principal) chat.Person { return chat.Person{Tenant: p.Tenant, User: p.User} }

func path(chat uuid.UUID) string { return "/chats/" + chat.String() }
