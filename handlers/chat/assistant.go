package chat

import (
	"cmp"
	"context"
	"net/http"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// offeredAtOnce is how many assistants are offered where a chat starts; their own page has them all.
const offeredAtOnce = 12

// startChat is the button that an assistant is for.
func startChat(p *session.Principal, a db.ListAssistantsRow) templ.Component {
	return views.StartChat(startPath(a.ID), p.Tenant.String(), a.Name)
}

func startPath(assistant uuid.UUID) string { return "/assistants/" + assistant.String() + "/start" }

// startWith makes a chat with an assistant, and goes there.
func (h *Handlers) startWith(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	started, err := h.chat.StartWith(c.Request().Context(), person(web.Who(c)), id)
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, path(started))
}

// offerNew stands above the list of chats: each assistant starts one.
func (h *Handlers) offerNew(ctx context.Context, who *session.Principal) (templ.Component, error) {
	props := views.OfferProps{TenantID: who.Tenant.String(), Title: "Start with an assistant"}
	err := h.offer(ctx, person(who), &props, func(a chat.Assistant) string { return startPath(a.ID) })
	return views.Offer(props), err
}

// offer fills in whom the person may choose, and where that is said.
func (h *Handlers) offer(ctx context.Context, p chat.Person, props *views.OfferProps, to func(chat.Assistant) string) error {
	list, err := h.chat.Offered(ctx, p, offeredAtOnce+1)
	if len(list) > offeredAtOnce {
		list, props.More = list[:offeredAtOnce], "/assistants"
	}
	for _, a := range list {
		props.Choices = append(props.Choices, views.ChoiceProps{ID: a.ID.String(), Name: a.Name, Description: a.Description, Path: to(a)})
	}
	return err
}

// withProps say whom and which model a chat asks. An empty chat offers the questions of its assistant, and the others.
func (h *Handlers) withProps(ctx context.Context, p chat.Person, c chat.Conversation, props *views.ConversationProps) error {
	if err := h.assistantProps(ctx, p, c, props); err != nil || props.Model != "" {
		return err
	}
	if m, err := h.models.Default(ctx); err == nil { // a provider that is away shows no name
		props.Model = m.ID
	}
	return nil
}

func (h *Handlers) assistantProps(ctx context.Context, p chat.Person, c chat.Conversation, props *views.ConversationProps) error {
	props.TenantID, props.Model = p.Tenant.String(), c.Model
	a, err := h.chat.Assistant(ctx, p, c.ID)
	if err != nil {
		return err
	}
	if a != nil {
		props.Assistant, props.Model = a.Name, cmp.Or(c.Model, a.Model)
	}
	if len(props.Messages) > 0 || props.Later != "" || props.ReadOnly {
		return nil
	}
	if a != nil {
		props.Hint, props.Starters = a.Description, a.Starters
	}
	if c.Access != chat.Own {
		return nil
	}
	return h.offerIn(ctx, p, c.ID, a, props)
}

// offerIn offers an empty chat the assistants besides the one that it has.
func (h *Handlers) offerIn(ctx context.Context, p chat.Person, conversation uuid.UUID, chosen *chat.Assistant, props *views.ConversationProps) error {
	to := path(conversation) + "/assistant"
	props.Offer = views.OfferProps{TenantID: p.Tenant.String(), Title: "Ask an assistant", Live: true}
	if err := h.offer(ctx, p, &props.Offer, func(chat.Assistant) string { return to }); err != nil || chosen == nil {
		return err
	}
	props.Offer.Title, props.Offer.Folded = "Ask another one", true
	others := []views.ChoiceProps{{Name: "No assistant", Description: "The model answers, from all that you may read.", Path: to}}
	for _, o := range props.Offer.Choices {
		if o.ID != chosen.ID.String() {
			others = append(others, o)
		}
	}
	props.Offer.Choices = others
	return nil
}

// runChoose is the procedure Chats.Choose.
func (h *Handlers) runChoose(ctx context.Context, who *session.Principal, in ChooseInput) (ChooseOutput, error) {
	return ChooseOutput{}, h.chat.Choose(ctx, person(who), in.ID, in.AssistantID)
}

// chooseForm is a button of an empty chat. Its page is told by the stream, as every other one that has the chat open.
func (h *Handlers) chooseForm(c *web.Call[ChooseInput, ChooseOutput]) error {
	if c.Invalid != nil { // no person has typed it
		return errs.Wrap(errs.NotFound, c.Invalid, "There is no such assistant.")
	}
	_, err := c.Do()
	return h.formDone(c, c.In.ID, err, path(c.In.ID))
}
