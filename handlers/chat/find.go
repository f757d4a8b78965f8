package chat

import (
	"context"

	"github.com/google/uuid"

	"stoa/internal/plugin"
	"stoa/internal/session"
)

const findLength = 200 // bytes of a message that the search over everything shows

// find is what the search over everything shows of messages; chats themselves are found by their titles.
func (h *Handlers) find(ctx context.Context, who *session.Principal, q string, most int) ([]plugin.Found, error) {
	messages, err := h.chat.Search(ctx, person(who), q, most, messagePage)
	all := make([]plugin.Found, 0, len(messages))
	for _, m := range messages {
		at := min(m.At, len(m.Content)) // letters whose small form is longer may have moved it
		href := path(m.Conversation)
		if m.Before != uuid.Nil {
			href += "?before=" + m.Before.String()
		}
		all = append(all, plugin.Found{Kind: "Messages", Title: m.Title, Href: href + "#m-" + m.ID.String(), Text: plugin.Around(m.Content, [][2]int{{at, at}}, findLength)})
	}
	return all, err
}
