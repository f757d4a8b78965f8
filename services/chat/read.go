package chat

import (
	"context"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/realtime"
)

// MarkRead says that the person has seen a chat up to a message, and whether that is further than before. Others who have a
// shared one open are told.
func (s *Service) MarkRead(ctx context.Context, p Person, c Conversation, message uuid.UUID) (further bool, err error) {
	n, err := s.queries(p).MarkRead(ctx, db.MarkReadParams{TenantID: p.Tenant, UserID: p.User, ConversationID: c.ID, MessageID: message})
	if err != nil || n == 0 || !c.Shared {
		return n > 0, err
	}
	return true, s.Bus.Publish(ctx, realtime.Event{Topic: Topic(p.Tenant, c.ID), Kind: "read", ID: p.User})
}

// Unread is how many messages of chats, each up to a hundred, the person has not seen; a chat without any is not among them.
func (s *Service) Unread(ctx context.Context, p Person, chats []uuid.UUID) (map[uuid.UUID]int, error) {
	rows, err := s.queries(p).CountUnread(ctx, db.CountUnreadParams{TenantID: p.Tenant, UserID: p.User, Conversations: chats})
	counts := make(map[uuid.UUID]int, len(rows))
	for _, r := range rows {
		if r.Unread > 0 {
			counts[r.ID] = int(r.Unread)
		}
	}
	return counts, err
}

// Readers are the names of those who have also read a chat up to a message, the first of them first.
func (s *Service) Readers(ctx context.Context, p Person, conversation, message uuid.UUID) ([]string, error) {
	return s.queries(p).ListReaders(ctx, db.ListReadersParams{TenantID: p.Tenant, UserID: p.User, ConversationID: conversation, MessageID: message})
}

// Names are those of members of the person's company; whoever has left has none.
func (s *Service) Names(ctx context.Context, p Person, users []uuid.UUID) (map[uuid.UUID]string, error) {
	rows, err := s.queries(p).ListNames(ctx, db.ListNamesParams{TenantID: p.Tenant, Users: users})
	names := make(map[uuid.UUID]string, len(rows))
	for _, r := range rows {
		names[r.UserID] = r.Name
	}
	return names, err
}
