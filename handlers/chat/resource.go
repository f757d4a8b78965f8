package chat

import (
	"context"
	"maps"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/services/chat"
)

// mount puts the resource of chats into routes: all as generated, but the page of a chat, which is the conversation.
func (h *Handlers) mount(engine *crud.Engine, routes plugin.Routes) {
	crud.Mount(engine, routes, resources.Conversations(), crud.Overrides[db.ListConversationsRow]{
		Slots: crud.Slots[db.ListConversationsRow]{
			Choices:    map[string]func(context.Context, *session.Principal) []resource.Option{"model": h.modelChoices},
			Saved:      saved,
			Notes:      h.unreadNotes,
			ListHeader: h.offerNew,
		},
		Steps:    crud.Steps{AfterCommit: h.committed},
		Handlers: crud.Handlers{Detail: h.page},
	})
	crud.Mount(engine, routes, resources.Assistants(), crud.Overrides[db.ListAssistantsRow]{
		Slots: crud.Slots[db.ListAssistantsRow]{
			Choices:     map[string]func(context.Context, *session.Principal) []resource.Option{"model": h.modelChoices},
			RowMenu:     startChat,
			DetailAside: startChat,
		},
		Actions: map[string]crud.Act{"publish": giveAccess("everyone"), "withdraw": giveAccess("admins")},
	})
	crud.Mount(engine, routes, resources.Messages(), crud.Overrides[db.ListMessagesRow]{})
	crud.Mount(engine, routes, resources.ConversationShares(), crud.Overrides[db.ListConversationSharesRow]{
		Slots: crud.Slots[db.ListConversationSharesRow]{Leads: backToChat},
		Steps: crud.Steps{Validate: toSomebodyElse},
	})
}

// giveAccess says who may start a chat with an assistant, as its form does.
func giveAccess(to string) crud.Act {
	store := resources.Assistants().Store
	return func(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
		values := maps.Clone(change.Old.Values)
		values["access"] = to
		n, err := store.Update(ctx, tx, change.Scope, change.ID, change.Old.Revision, values)
		if err == nil && n == 0 {
			err = errs.New(errs.Conflict, "Somebody has changed it in this moment. Try again.")
		}
		return err
	}
}

// page is what ui.yaml makes of a conversation; a chat in the trash has the page of every other row, which offers to restore it.
func (h *Handlers) page(r crud.Request, next func() error) error {
	if r.Row.Deleted != nil {
		return next()
	}
	return h.site.PageAt(r.Context, "/chats/:id", h.conversation)
}

// modelChoices are the models to choose from, the default first with an empty value. A provider that is away leaves the
// default alone.
func (h *Handlers) modelChoices(ctx context.Context, _ *session.Principal) []resource.Option {
	choices := []resource.Option{{Label: "Default"}}
	models, err := h.models.Models(ctx)
	if err != nil {
		return choices
	}
	for i, m := range models {
		if i == 0 {
			choices[0].Label = "Default: " + m.ID
		}
		choices = append(choices, resource.Option{Value: m.ID, Label: m.ID})
	}
	return choices
}

// saved says nothing about a new chat, which is open at once.
func saved(_ *crud.Change, what string) string {
	if what == "created" {
		return ""
	}
	return "Saved."
}

// backToChat leads from a new share to the chat that it is of.
func backToChat(change *crud.Change, what string) string {
	if what != "created" {
		return ""
	}
	return path(resource.As[uuid.UUID](change.Values, "conversation_id"))
}

// toSomebodyElse refuses a share with whose chat it is: nobody else makes one.
func toSomebodyElse(_ context.Context, change *crud.Change, fields errs.Fields) {
	if change.Old == nil && resource.As[uuid.UUID](change.Values, "user_id") == change.User {
		fields.Add("user_id", "This chat is yours. Choose whom to share it with.")
	}
}

// committed tells open pages of the chat that it has another title, or is gone.
func (h *Handlers) committed(ctx context.Context, change crud.Change) error {
	return h.chat.AnnounceChat(ctx, chat.Person{Tenant: change.Tenant, User: change.User}, change.ID)
}

// titled is a chat's new title in its heading and in the rail.
func titled(c chat.Conversation) templ.Component {
	inRail := `.ways a[href="` + path(c.ID) + `"] .name`
	return templ.Join(replace("#title", "innerHTML", text(c.Title)), replace(inRail, "innerHTML", text(c.Title)))
}
