package chat

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// FoundMessage is a message that has the words.
type FoundMessage struct {
	ID, Conversation uuid.UUID
	Title, Content   string
	At               int // where they stand in the content, in bytes
}

// likely makes a pattern of words that are meant literally.
var likely = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// Search finds messages in the chats that the person may read, the newest first.
func (s *Service) Search(ctx context.Context, p Person, words string, most int) ([]FoundMessage, error) {
	rows, err := s.queries(p).SearchMessages(ctx, db.SearchMessagesParams{TenantID: p.Tenant, UserID: p.User, Pattern: "%" + likely.Replace(words) + "%", Most: int32(most)})
	list := make([]FoundMessage, len(rows))
	for i, r := range rows {
		list[i] = FoundMessage{ID: r.ID, Conversation: r.ConversationID, Title: r.Title, Content: r.Content,
			At: max(0, strings.Index(strings.ToLower(r.Content), strings.ToLower(words)))}
	}
	return list, err
}
