package chat

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/llm"
)

const maxContent = 32_000 // characters of one message

var (
	errBusy    = errs.New(errs.Conflict, "An answer is still being written here. Stop it, or wait until it is done; your text is kept.")
	errClosing = errs.New(errs.Unavailable, "The server is restarting. Send again in a moment; your text is kept.")
)

// Send stores a message and starts its answer. The same client id twice is the same message: the
// second call changes nothing and succeeds.
func (s *Service) Send(ctx context.Context, p Person, conversation uuid.UUID, content string, clientID uuid.UUID) error {
	content = clean(content)
	fields := errs.Fields{}
	if content == "" {
		fields.Add("content", "Write something to send.")
	}
	atMost(fields, "content", content, maxContent)
	if err := fields.Err(); err != nil {
		return err
	}
	if s.isClosing() {
		return errClosing
	}
	g := newGeneration(p, conversation)
	err := s.Doors.Tenant(p.Tenant).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		c, err := lock(ctx, q, p, conversation)
		if err != nil {
			return err
		}
		_, err = q.GetMessageByClientID(ctx, db.GetMessageByClientIDParams{TenantID: p.Tenant, ConversationID: conversation, ClientID: clientID})
		if err == nil {
			g = nil // sent before
			return nil
		}
		if !errors.Is(err, pgx.ErrNoRows) {
			return err
		}
		return s.storeTurn(ctx, q, g, c, content, clientID)
	})
	if err != nil || g == nil {
		return busy(err)
	}
	return s.start(g)
}

// storeTurn writes the person's message, the empty answer and its generation.
func (s *Service) storeTurn(ctx context.Context, q *db.Queries, g *generation, c db.LockConversationRow, content string, clientID uuid.UUID) error {
	question := uuid.Must(uuid.NewV7())
	g.message = uuid.Must(uuid.NewV7()) // later than the question: ids order a chat
	err := q.InsertMessage(ctx, db.InsertMessageParams{
		TenantID: g.Tenant, ID: question, ConversationID: g.conversation, UserID: &g.User,
		Role: db.MessageRoleUser, Status: db.MessageStatusComplete, Content: content, ClientID: &clientID,
	})
	if err != nil {
		return err
	}
	err = q.InsertMessage(ctx, db.InsertMessageParams{
		TenantID: g.Tenant, ID: g.message, ConversationID: g.conversation,
		Role: db.MessageRoleAssistant, Status: db.MessageStatusStreaming,
	})
	if err != nil {
		return err
	}
	if c.Title == defaultTitle {
		_, err = q.SetConversationTitle(ctx, db.SetConversationTitleParams{TenantID: g.Tenant, ID: g.conversation, Title: titleFrom(content)})
		if err != nil {
			return err
		}
	}
	return s.storeGeneration(ctx, q, g, c)
}

// storeGeneration writes the generation, touches the chat and reads what the model will be shown.
func (s *Service) storeGeneration(ctx context.Context, q *db.Queries, g *generation, c db.LockConversationRow) error {
	err := q.InsertGeneration(ctx, db.InsertGenerationParams{
		TenantID: g.Tenant, ID: g.id, ConversationID: g.conversation, MessageID: g.message, UserID: &g.User,
		InstanceID: s.instance, LeaseSeconds: s.Lease.Seconds(),
	})
	if err != nil {
		return err
	}
	if _, err = q.TouchConversation(ctx, db.TouchConversationParams{TenantID: g.Tenant, ID: g.conversation}); err != nil {
		return err
	}
	history, err := s.history(ctx, q, g)
	if err != nil {
		return err
	}
	g.request = llm.Request{Model: value(c.Model), Messages: history}
	if prompt := value(c.SystemPrompt); prompt != "" {
		g.request.Messages = append([]llm.Message{{Role: llm.System, Text: prompt}}, history...)
	}
	return nil
}

// busy turns the index that allows one running generation per chat into what to tell the person.
func busy(err error) error {
	if isUniqueViolation(err, "generations_running") {
		return errBusy
	}
	return err
}

// lock takes the chat for the rest of the transaction: two sends, or a send and a stop, come one after the other.
func lock(ctx context.Context, q *db.Queries, p Person, conversation uuid.UUID) (db.LockConversationRow, error) {
	c, err := q.LockConversation(ctx, db.LockConversationParams{TenantID: p.Tenant, UserID: p.User, ID: conversation})
	if errors.Is(err, pgx.ErrNoRows) {
		return c, errNoChat
	}
	return c, err
}
