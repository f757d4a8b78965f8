package chat

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/realtime"
)

// Message is one turn of a chat, with the sum of its receipts.
type Message struct {
	ID        uuid.UUID
	Role      db.MessageRole
	Status    db.MessageStatus
	Content   string
	Error     string // what to tell the person when the answer failed
	Notice    string // what is missing in a complete one
	Author    string // "" for the assistant, or when the person has left
	CreatedAt time.Time
	UpdatedAt time.Time
	Receipt   Receipt
	Sources   []Source // what an answer stands on
}

// Receipt is what an answer took and cost; Calls is zero when no model was asked.
type Receipt struct {
	Provider, Model string
	Input, Output   int64 // tokens
	Amount          int64 // nano-USD, of the calls whose price is known
	Calls           int64
	Unpriced        int64 // calls whose price is unknown
	Estimated       int64 // calls whose tokens we counted ourselves
}

// Running is the answer that is being written in a chat.
type Running struct{ Generation, Message uuid.UUID }

// Messages returns up to n messages before the given one (nil: the newest), oldest first, and whether there are earlier ones.
func (s *Service) Messages(ctx context.Context, p Person, conversation uuid.UUID, before *uuid.UUID, n int) ([]Message, bool, error) {
	last := uuid.Max
	if before != nil {
		last = predecessor(*before)
	}
	rows, err := s.queries(p).ReadMessages(ctx, db.ReadMessagesParams{
		TenantID: p.Tenant, UserID: p.User, ConversationID: conversation, First: uuid.Nil, Last: last, PageSize: int32(n + 1),
	})
	if err != nil {
		return nil, false, err
	}
	more := len(rows) > n
	messages := make([]Message, 0, n)
	for _, r := range rows[:min(n, len(rows))] {
		messages = append(messages, fromRow(r))
	}
	slices.Reverse(messages)
	return messages, more, s.sources(ctx, p, messages)
}

// Message returns one message of a chat, or NotFound.
func (s *Service) Message(ctx context.Context, p Person, conversation, id uuid.UUID) (Message, error) {
	rows, err := s.queries(p).ReadMessages(ctx, db.ReadMessagesParams{
		TenantID: p.Tenant, UserID: p.User, ConversationID: conversation, First: id, Last: id, PageSize: 1,
	})
	if err != nil {
		return Message{}, err
	}
	if len(rows) == 0 {
		return Message{}, errNoChat
	}
	one := []Message{fromRow(rows[0])}
	err = s.sources(ctx, p, one)
	return one[0], err
}

// predecessor is the greatest id below id, as PostgreSQL orders them: byte by byte.
func predecessor(id uuid.UUID) uuid.UUID {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i]--; id[i] != 0xff {
			break
		}
	}
	return id
}

// Running tells which answer is being written in a chat; ok is false when none is.
func (s *Service) Running(ctx context.Context, p Person, conversation uuid.UUID) (r Running, ok bool, err error) {
	row, err := s.queries(p).GetRunningGeneration(ctx, db.GetRunningGenerationParams{TenantID: p.Tenant, ConversationID: conversation})
	if errors.Is(err, pgx.ErrNoRows) {
		return Running{}, false, nil
	}
	return Running{Generation: row.ID, Message: row.MessageID}, err == nil, err
}

// Follow reads a running answer from its first byte on, whichever instance writes it; ok is false when it has ended.
func (s *Service) Follow(ctx context.Context, p Person, generation uuid.UUID) (f *realtime.Follower, ok bool) {
	return s.Bus.Follow(ctx, generation, 0, func(ctx context.Context) (text string, running bool, err error) {
		row, err := s.queries(p).GetGenerationText(ctx, db.GetGenerationTextParams{TenantID: p.Tenant, ID: generation})
		if errors.Is(err, pgx.ErrNoRows) { // deleted with its chat
			return "", false, nil
		}
		return row.Content, row.Running, err
	})
}

func fromRow(r db.ReadMessagesRow) Message {
	return Message{
		ID: r.ID, Role: r.Role, Status: r.Status, Content: r.Content, Error: value(r.Error), Notice: value(r.Notice),
		Author: r.Author, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt,
		Receipt: Receipt{
			Provider: r.Provider, Model: r.Model, Input: r.InputTokens, Output: r.OutputTokens,
			Amount: r.Amount, Calls: r.Calls, Unpriced: r.Unpriced, Estimated: r.Estimated,
		},
	}
}

func tooLong(n, limit int) string {
	return fmt.Sprintf("This is %d characters long; at most %d fit.", n, limit)
}
