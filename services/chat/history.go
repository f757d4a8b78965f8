package chat

import (
	"slices"

	"stoa/generated/db"
	"stoa/internal/llm"
)

func (s *Service) historyParams(g *generation) db.ListHistoryParams {
	return db.ListHistoryParams{TenantID: g.Tenant, ConversationID: g.conversation, Before: g.message, PageSize: int32(s.ContextMessages)}
}

// fit is what the model is shown: the newest messages that fit, oldest first. The last turn is
// always among them, and so is the kept text of an answer that goes on.
func (s *Service) fit(g *generation, rows []db.ListHistoryRow) []llm.Message {
	room := s.ContextBytes - len(g.kept)
	messages := make([]llm.Message, 0, len(rows)+1)
	if g.kept != "" {
		messages = append(messages, llm.Message{Role: llm.Assistant, Text: g.kept})
	}
	for i, r := range rows {
		if room -= len(r.Content); room < 0 && i > 0 {
			break
		}
		messages = append(messages, llm.Message{Role: llm.Role(r.Role), Text: r.Content})
	}
	slices.Reverse(messages)
	return messages
}
