package chat

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/resource"
)

// FoundMessage is a message that has the words.
type FoundMessage struct {
	ID, Conversation uuid.UUID
	Title, Content   string
	At               int       // where they stand in the content, in bytes
	Before           uuid.UUID // the page before this message has it; nil: the newest page has it
}

// Search finds up to most messages in the chats that the person may read, the newest first. A chat is shown in pages of so many.
func (s *Service) Search(ctx context.Context, p Person, words string, most, page int) ([]FoundMessage, error) {
	pattern := resource.Like(words)
	if pattern == nil {
		return nil, nil
	}
	rows, err := s.queries(p).SearchMessages(ctx, db.SearchMessagesParams{TenantID: p.Tenant, UserID: p.User, Pattern: *pattern, Most: int32(most), Later: int32(page - 1)})
	list := make([]FoundMessage, len(rows))
	for i, r := range rows {
		list[i] = FoundMessage{ID: r.ID, Conversation: r.ConversationID, Title: r.Title, Content: r.Content, Before: r.Before,
			At: max(0, strings.Index(strings.ToLower(r.Content), strings.ToLower(words)))}
	}
	return list, err
}
