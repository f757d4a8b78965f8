package chat

import (
	"context"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// Passage is a source that an answer cites, with its text: Marked is the sentence that is meant. All are empty when the text is gone,
// or is not for the person.
type Passage struct {
	Source
	Before, Marked, After string
}

// Passages are what an answer cites, as far as the person may read it now.
func (s *Service) Passages(ctx context.Context, p Person, conversation, message uuid.UUID) ([]Passage, error) {
	m, err := s.Message(ctx, p, conversation, message)
	if err != nil {
		return nil, err
	}
	if m.Role != db.MessageRoleAssistant {
		return nil, errNoChat
	}
	var list []Passage
	var excerpts []llm.Excerpt
	for _, source := range m.Sources {
		if !source.Cited {
			continue
		}
		list = append(list, Passage{Source: source})
		excerpts = append(excerpts, excerptOf(source))
	}
	if len(list) == 0 {
		return nil, nil
	}
	texts, err := s.Retriever.Excerpts(ctx, p.Tenant, p.User, excerpts)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].fill(texts[i])
	}
	return list, nil
}

// excerptOf is the stretch of text that a source stands for; of one that is closed or gone it is none.
func excerptOf(s Source) llm.Excerpt {
	if s.Document == nil || s.Version == nil {
		return llm.Excerpt{}
	}
	return llm.Excerpt{Document: *s.Document, Version: *s.Version, From: s.textFrom, To: s.textTo}
}

// fill cuts the text at the sentence that is meant.
func (p *Passage) fill(text string) {
	from, to := p.From-p.textFrom, p.To-p.textFrom
	if text == "" || from < 0 || to > len(text) || from >= to {
		return
	}
	p.Before, p.Marked, p.After = text[:from], text[from:to], text[to:]
}
