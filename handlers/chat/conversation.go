package chat

import (
	"context"
	"net/http"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// rejected is a message that was not taken: what was typed, under which id, and why.
type rejected struct {
	content, clientID, reason string
}

// chatInterface is a conversation with its composer and its stream. With ?live=1 it answers as a page that grows, for
// browsers without scripts.
func (h *Handlers) chatInterface(c echo.Context, args plugin.Args) (plugin.Part, error) {
	id, err := args.ID(c, "conversation")
	if err != nil {
		return plugin.Part{}, err
	}
	if c.QueryParam("live") != "" {
		return plugin.Part{Done: true}, h.live(c, id)
	}
	props, err := h.conversationProps(c, id, rejected{})
	if err != nil {
		return plugin.Part{}, err
	}
	return plugin.Part{Title: props.Title, Body: views.Interface(props)}, nil
}

// conversation is the page of a site whose ui.yaml has none for chats.
func (h *Handlers) conversation(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	if c.QueryParam("live") != "" {
		return h.live(c, id)
	}
	return h.show(c, http.StatusOK, id, rejected{})
}

func (h *Handlers) show(c echo.Context, status int, id uuid.UUID, r rejected) error {
	props, err := h.conversationProps(c, id, r)
	if err != nil {
		return err
	}
	if props.Page, err = h.site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, status, views.Conversation(props))
}

func (h *Handlers) conversationProps(c echo.Context, id uuid.UUID, r rejected) (views.ConversationProps, error) {
	who, ctx := web.Who(c), c.Request().Context()
	conversation, err := h.chat.Get(ctx, person(who), id)
	if err != nil {
		return views.ConversationProps{}, err
	}
	before, err := parseBefore(c.QueryParam("before"))
	if err != nil {
		return views.ConversationProps{}, err
	}
	props, err := h.messagesProps(ctx, person(who), conversation, before)
	if err != nil {
		return props, err
	}
	if err := h.together(ctx, person(who), conversation, &props); err != nil {
		return props, err
	}
	if err := h.withProps(ctx, person(who), conversation, &props); err != nil {
		return props, err
	}
	if r.clientID == "" {
		r.clientID = uuid.NewString()
	}
	props.Composer = views.ComposerProps{
		ChatID: id.String(), TenantID: who.Tenant.String(), ClientID: r.clientID, Content: r.content, Error: r.reason,
		Autofocus: len(props.Messages) == 0, Shared: conversation.Shared,
	}
	return props, nil
}

// messagesProps is the part of the page that the stream replaces as a whole.
func (h *Handlers) messagesProps(ctx context.Context, p chat.Person, conversation chat.Conversation, before *uuid.UUID) (views.ConversationProps, error) {
	props := views.ConversationProps{ID: conversation.ID.String(), Title: conversation.Title, ReadOnly: !conversation.MayWrite()}
	if conversation.Access != chat.Own {
		props.Owner = conversation.Owner
	}
	messages, more, err := h.chat.Messages(ctx, p, conversation.ID, before, messagePage)
	if err != nil {
		return props, err
	}
	for _, m := range messages {
		props.Messages = append(props.Messages, messageProps(p, conversation, m))
	}
	if more {
		props.Earlier = path(conversation.ID) + "?before=" + messages[0].ID.String()
	}
	if before != nil {
		props.Later = path(conversation.ID)
	}
	return props, nil
}

// sendForm is the composer's.
func (h *Handlers) sendForm(c *web.Call[SendInput, SendOutput]) error {
	if problem := errs.FieldsOf(c.Invalid)["client_id"]; problem != "" { // no person has typed it
		return errs.Wrap(errs.BadRequest, c.Invalid, "The message's id is not a UUID.")
	}
	if c.In.ClientID == nil {
		id := uuid.New()
		c.In.ClientID = &id
	}
	_, err := c.Do()
	switch errs.KindOf(err) {
	case errs.Invalid, errs.Conflict, errs.Unavailable:
		return h.reject(c, c.In.ID, err, rejected{content: c.FormValue("content"), clientID: c.In.ClientID.String(), reason: reason(err)})
	}
	if err != nil {
		return err
	}
	if web.Partial(c) {
		return web.Render(c, http.StatusOK, templ.Join(replace("#client_id", "outerHTML", views.ClientID(uuid.NewString())),
			replace("#composer-note", "innerHTML", views.ComposerNote(""))))
	}
	return c.Redirect(http.StatusSeeOther, path(c.In.ID)+"?live=1")
}

// reject says why a message was not taken; what was typed stays, and so does its id.
func (h *Handlers) reject(c echo.Context, id uuid.UUID, err error, r rejected) error {
	if web.Partial(c) {
		return web.Render(c, web.Status(err), replace("#composer-note", "innerHTML", views.ComposerNote(r.reason)))
	}
	return h.show(c, web.Status(err), id, r)
}

// stopForm is the button beside a running answer.
func (h *Handlers) stopForm(c *web.Call[StopInput, StopOutput]) error {
	if _, err := c.Do(); err != nil {
		return err
	}
	if web.Partial(c) || c.FormValue("live") != "" { // the page that streams goes on by itself
		return c.NoContent(http.StatusNoContent)
	}
	return c.Redirect(http.StatusSeeOther, path(c.In.ID))
}

func (h *Handlers) resume(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	message, err := web.ID(c, "message")
	if err != nil {
		return err
	}
	err = h.chat.Continue(c.Request().Context(), person(web.Who(c)), id, message)
	return h.formDone(c, id, err, path(id)+"?live=1")
}

// formDone answers what was done to a chat: a live page is told by its stream, another one is loaded anew.
func (h *Handlers) formDone(c echo.Context, id uuid.UUID, err error, to string) error {
	if errs.KindOf(err) == errs.Conflict && err != nil {
		return h.reject(c, id, err, rejected{reason: reason(err)})
	}
	if err != nil {
		return err
	}
	if web.Partial(c) {
		return c.NoContent(http.StatusNoContent)
	}
	return c.Redirect(http.StatusSeeOther, to)
}

func reason(err error) string {
	if text := errs.FieldsOf(err)["content"]; text != "" {
		return text
	}
	return errs.MessageOf(err)
}

func parseBefore(s string) (*uuid.UUID, error) {
	if s == "" {
		return nil, nil
	}
	id, err := uuid.Parse(s)
	if err != nil {
		return nil, errs.Wrap(errs.BadRequest, err, "This page of the conversation does not exist.")
	}
	return &id, nil
}
