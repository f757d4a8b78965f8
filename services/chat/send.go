package chat

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/llm"
	"stoa/internal/tenant"
)

const maxContent = 32_000 // characters of one message

var (
	errBusy    = errs.New(errs.Conflict, "An answer is still being written here. Stop it, or wait until it is done; your text is kept.")
	errClosing = errs.New(errs.Unavailable, "The server is restarting. Send again in a moment; your text is kept.")
)

// Send stores a message and starts its answer. The same client id twice is the same message: the
// second call changes nothing and returns the same turn.
func (s *Service) Send(ctx context.Context, p Person, conversation uuid.UUID, content string, clientID uuid.UUID) (Turn, error) {
	content = clean(content)
	fields := errs.Fields{}
	if content == "" {
		fields.Add("content", "Write something to send.")
	}
	atMost(fields, "content", content, maxContent)
	if err := fields.Err(); err != nil {
		return Turn{}, err
	}
	if s.isClosing() {
		return Turn{}, errClosing
	}
	g := newGeneration(p, conversation)
	turn := Turn{Question: uuid.Must(uuid.NewV7()), Answer: uuid.Must(uuid.NewV7())} // the answer is later: ids order a chat
	g.message = turn.Answer
	started, err := s.storeTurn(ctx, g, turn.Question, content, clientID)
	if err != nil {
		return Turn{}, s.refused(ctx, p, conversation, err)
	}
	if !started {
		return s.sent(ctx, p, conversation, clientID)
	}
	return turn, s.start(g)
}

// Turn is a question and its answer.
type Turn struct{ Question, Answer uuid.UUID }

// sent is the turn of a message that was sent before.
func (s *Service) sent(ctx context.Context, p Person, conversation, clientID uuid.UUID) (t Turn, err error) {
	ids, err := s.queries(p).FindTurn(ctx, db.FindTurnParams{TenantID: p.Tenant, ConversationID: conversation, ClientID: clientID})
	for i, id := range ids {
		if i == 0 {
			t.Question = id
		} else {
			t.Answer = id
		}
	}
	return t, err
}

// storeTurn writes the person's message, the empty answer and its generation, and reads what the model will be shown, all
// in one round trip. It reports false when the message was sent before. The history is a statement of its own because it
// must see what ended while the first waited for the chat.
func (s *Service) storeTurn(ctx context.Context, g *generation, question uuid.UUID, content string, clientID uuid.UUID) (bool, error) {
	var turn db.StartTurnRow
	var history []db.ListHistoryRow
	err := s.Doors.Tenant(g.Tenant).As(g.User).Together(ctx,
		func(on tenant.Statements) (err error) {
			turn, err = db.New(on).StartTurn(ctx, db.StartTurnParams{
				TenantID: g.Tenant, UserID: g.User, ConversationID: g.conversation, QuestionID: question, Content: content, ClientID: clientID,
				AnswerID: g.message, GenerationID: g.id, InstanceID: s.instance, LeaseSeconds: s.Lease.Seconds(),
				DefaultTitle: defaultTitle, Title: titleFrom(content),
			})
			return err
		},
		func(on tenant.Statements) (err error) {
			history, err = db.New(on).ListHistory(ctx, s.historyParams(g))
			return err
		},
		func(on tenant.Statements) error { return g.choose(ctx, db.New(on)) },
	)
	if err != nil || !turn.Started {
		return false, noRowsAs(err, errNoChat)
	}
	g.ask(turn.Model, turn.SystemPrompt, s.fit(g, history))
	return true, nil
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
	history, err := q.ListHistory(ctx, s.historyParams(g))
	if err != nil {
		return err
	}
	if err := g.choose(ctx, q); err != nil {
		return err
	}
	g.ask(c.Model, c.SystemPrompt, s.fit(g, history))
	return nil
}

// ask prepares what the model will be asked.
func (g *generation) ask(model, prompt *string, history []llm.Message) {
	g.request = llm.Request{Model: value(model), Messages: history}
	if text := value(prompt); text != "" {
		g.request.Messages = append([]llm.Message{{Role: llm.System, Text: text}}, history...)
	}
}

// refused is what to tell a person whose turn was not stored: an index allows one running generation per chat, and a chat that
// cannot be written in may be one that can be read.
func (s *Service) refused(ctx context.Context, p Person, conversation uuid.UUID, err error) error {
	if isUniqueViolation(err, "generations_running") {
		return errBusy
	}
	if errors.Is(err, errNoChat) {
		if _, may := s.writable(ctx, p, conversation); may != nil {
			return may
		}
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
