package chat

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/llm"
	"stoa/internal/realtime"
)

// Assistant is whom a chat was started with.
type Assistant struct {
	ID                uuid.UUID
	Name, Description string
	Model             string   // of its chats, where they name none; "" for the default
	Starters          []string // questions that an empty chat offers
}

var (
	errNoAssistant = errs.New(errs.NotFound, "There is no such assistant.")
	errBegun       = errs.New(errs.Conflict, "This chat has begun, and stays with whom it was begun. Start a new one to ask another assistant.")
	errNotOwn      = errs.New(errs.Forbidden, "Only whose chat it is chooses its assistant.")
	errNotYours    = errs.New(errs.Forbidden, "You may not ask this chat's assistant any more. Start a chat with another one.")
)

// StartWith makes a new chat with an assistant that the person may choose.
func (s *Service) StartWith(ctx context.Context, p Person, assistant uuid.UUID) (uuid.UUID, error) {
	id := uuid.Must(uuid.NewV7())
	err := s.Doors.Tenant(p.Tenant).As(p.User).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if err := q.InsertConversation(ctx, db.InsertConversationParams{TenantID: p.Tenant, ID: id, UserID: p.User, Title: defaultTitle}); err != nil {
			return err
		}
		n, err := q.StartWithAssistant(ctx, db.StartWithAssistantParams{TenantID: p.Tenant, ConversationID: id, AssistantID: assistant, UserID: p.User})
		if err == nil && n == 0 {
			err = errNoAssistant
		}
		return err
	})
	return id, err
}

// Choose says whom a chat asks, as long as nothing was sent in it; nil is no assistant.
func (s *Service) Choose(ctx context.Context, p Person, conversation uuid.UUID, assistant *uuid.UUID) error {
	err := s.Doors.Tenant(p.Tenant).As(p.User).InTx(ctx, func(tx pgx.Tx) error {
		return choose(ctx, db.New(tx), p, conversation, assistant)
	})
	if err != nil {
		return s.refused(ctx, p, conversation, err)
	}
	return s.Bus.Publish(ctx, realtime.Event{Topic: Topic(p.Tenant, conversation), Kind: "assistant", ID: conversation})
}

// choose holds the chat: a message comes before or after, and then not in between.
func choose(ctx context.Context, q *db.Queries, p Person, conversation uuid.UUID, assistant *uuid.UUID) error {
	c, err := lock(ctx, q, p, conversation)
	if err != nil {
		return err
	}
	if c.UserID != p.User {
		return errNotOwn
	}
	begun, err := q.ConversationBegun(ctx, db.ConversationBegunParams{TenantID: p.Tenant, ConversationID: conversation})
	switch {
	case err != nil:
		return err
	case begun:
		return errBegun
	case assistant == nil:
		_, err = q.LeaveAssistant(ctx, db.LeaveAssistantParams{TenantID: p.Tenant, ConversationID: conversation})
		return err
	}
	n, err := q.StartWithAssistant(ctx, db.StartWithAssistantParams{TenantID: p.Tenant, ConversationID: conversation, AssistantID: *assistant, UserID: p.User})
	if err == nil && n == 0 {
		err = errNoAssistant
	}
	return err
}

// Offered are up to n assistants that the person may start a chat with, by name.
func (s *Service) Offered(ctx context.Context, p Person, n int) ([]Assistant, error) {
	rows, err := s.queries(p).ListOfferedAssistants(ctx, db.ListOfferedAssistantsParams{TenantID: p.Tenant, UserID: p.User, Most: int32(n)})
	list := make([]Assistant, len(rows))
	for i, r := range rows {
		list[i] = Assistant{ID: r.ID, Name: r.Name, Description: r.Description}
	}
	return list, err
}

// Assistant is the chat's; nil when it has none. The chat was read with Get.
func (s *Service) Assistant(ctx context.Context, p Person, conversation uuid.UUID) (*Assistant, error) {
	a, err := s.queries(p).AssistantOfChat(ctx, db.AssistantOfChatParams{TenantID: p.Tenant, UserID: p.User, ConversationID: conversation})
	if errors.Is(err, pgx.ErrNoRows) || err == nil && !a.Usable {
		return nil, nil //nolint:nilnil // most chats have none
	}
	if err != nil {
		return nil, err
	}
	return &Assistant{ID: a.ID, Name: a.Name, Description: a.Description, Model: value(a.Model), Starters: a.Starters}, nil
}

// choose reads whom the chat was started with.
func (g *generation) choose(ctx context.Context, q *db.Queries) error {
	a, err := q.AssistantOfChat(ctx, db.AssistantOfChatParams{TenantID: g.Tenant, UserID: g.User, ConversationID: g.conversation})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err == nil {
		g.chosen = &a
	}
	return err
}

// assist puts what the chat's assistant says into the request: it stands before the chat's own instructions, and its model and
// temperature where the chat chose none. Who may not choose it any more is not answered by it either.
func (g *generation) assist() error {
	a := g.chosen
	if a == nil {
		return nil
	}
	if !a.Usable {
		return errNotYours
	}
	if g.request.Model == "" {
		g.request.Model = value(a.Model)
	}
	if a.Tempered {
		g.request.Temperature = &a.Temperature
	}
	if text := value(a.Instructions); text != "" {
		g.request.Messages = withInstructions(g.request.Messages, text)
	}
	return nil
}

// withInstructions puts a text before the system message.
func withInstructions(messages []llm.Message, text string) []llm.Message {
	if len(messages) > 0 && messages[0].Role == llm.System {
		text, messages = text+"\n\n"+messages[0].Text, messages[1:]
	}
	return append([]llm.Message{{Role: llm.System, Text: text}}, messages...)
}
