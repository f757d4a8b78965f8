package chat

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/internal/realtime"
)

const (
	maxAnswer = 2 << 20 // bytes
	// finishPatience is how long the end of an answer is tried to be written while the database is away.
	finishPatience = 30 * time.Second
)

// generation is one answer being written. It belongs to no request: it ends by itself, by Stop, or with the process.
type generation struct {
	Person
	id, conversation, message uuid.UUID
	kept                      string // what an earlier generation of the same message wrote
	request                   llm.Request
	chosen                    *db.AssistantOfChatRow // whom the chat was started with; nil for nobody

	ctx    context.Context
	cancel context.CancelCauseFunc
	writer realtime.Writer
	trim   overlap
	done   chan struct{}

	unsettled bool // the receipt: the database was away

	mu     sync.Mutex
	text   strings.Builder // kept included
	dirty  bool            // since the last checkpoint
	leased time.Time       // when the lease was last renewed
}

func newGeneration(p Person, conversation uuid.UUID) *generation {
	return &generation{Person: p, id: uuid.Must(uuid.NewV7()), conversation: conversation, done: make(chan struct{}), leased: time.Now()}
}

// start runs a stored generation. One that cannot start is left to the sweep, which marks it interrupted.
func (s *Service) start(g *generation) error {
	g.text.WriteString(g.kept) // before a checkpoint can find it
	g.trim = overlap{kept: tail(g.kept)}
	s.mu.Lock()
	if s.closing {
		s.mu.Unlock()
		return errClosing
	}
	g.ctx, g.cancel = context.WithCancelCause(s.base)
	s.running[g.conversation] = g
	s.writers.Add(1)
	s.mu.Unlock()

	var err error
	if g.writer, err = s.Bus.Write(g.ctx, g.id, g.kept); err != nil {
		s.forget(g)
		return fmt.Errorf("chat: start generation: %w", err)
	}
	s.announce(g.Tenant, g.conversation, g.message)
	go s.run(g)
	return nil
}

func (s *Service) run(g *generation) {
	defer s.forget(g)
	err := s.stream(g)
	s.cite(g)
	status, note := outcome(g, err)
	if status == db.MessageStatusFailed {
		s.Log.Warn("chat: an answer failed", "generation", g.id, "error", err)
	}
	if err := s.finish(g, status, note); err != nil {
		s.Log.Error("chat: the end of an answer was not written; the sweep will mark it interrupted", "generation", g.id, "error", err)
	} else if g.unsettled { // the database is back
		s.settle(g)
	}
	g.writer.Close() // after the rows: whoever sees the end reads the final state
	s.announce(g.Tenant, g.conversation, g.message)
}

// stream asks the model; a panic on the way is an error like any other.
func (s *Service) stream(g *generation) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("chat: panic: %v\n%s", r, debug.Stack())
		}
	}()
	defer func() {
		if rest := g.trim.rest(); rest != "" {
			err = errors.Join(err, g.append(rest))
		}
	}()
	if err := g.assist(); err != nil {
		return err
	}
	s.ground(g)
	res, err := s.Models.Stream(g.ctx, llm.Call{
		Tenant: g.Tenant, User: &g.User, Purpose: llm.PurposeChat,
		Conversation: &g.conversation, Message: &g.message, Generation: &g.id,
	}, g.request, g.emit)
	g.unsettled = res.Unsettled
	return err
}

// emit takes a delta from the model.
func (g *generation) emit(delta string) error {
	if delta = g.trim.pass(delta); delta == "" {
		return nil
	}
	return g.append(delta)
}

func (g *generation) append(delta string) error {
	if strings.IndexByte(delta, 0) >= 0 { // PostgreSQL has no place for it
		delta = strings.ReplaceAll(delta, "\x00", "")
	}
	g.mu.Lock()
	g.text.WriteString(delta)
	g.dirty = true
	size := g.text.Len()
	g.mu.Unlock()
	if err := g.writer.Append(delta); err != nil {
		return err
	}
	if size > maxAnswer {
		return errTooLong
	}
	return nil
}

// replace changes what is stored of the text; who watches sees it with the end of the answer.
func (g *generation) replace(text string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.text.Reset()
	g.text.WriteString(text)
}

func (g *generation) content() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.text.String()
}

// outcome tells how an answer ended, and what to tell the person about it.
func outcome(g *generation, err error) (db.MessageStatus, string) {
	switch cause := context.Cause(g.ctx); {
	case errors.Is(cause, errStopped):
		return db.MessageStatusStopped, ""
	case errors.Is(cause, errShutdown), errors.Is(cause, errLost):
		return db.MessageStatusInterrupted, ""
	case errors.Is(err, errTooLong):
		return db.MessageStatusFailed, "The answer grew beyond what one message can hold. Its text is kept."
	case errors.Is(err, errNotYours):
		return db.MessageStatusFailed, errNotYours.Message
	case err != nil:
		return db.MessageStatusFailed, llm.MessageOf(err)
	case strings.TrimSpace(g.content()) == "":
		return db.MessageStatusFailed, "The model sent an empty answer."
	default:
		return db.MessageStatusComplete, ""
	}
}

// settle closes the receipt that could not be closed when the model had ended, by the text.
func (s *Service) settle(g *generation) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(g.ctx), finishPatience)
	defer cancel()
	if err := s.Models.SettleInterrupted(ctx, g.Tenant, g.id, strings.TrimPrefix(g.content(), g.kept)); err != nil {
		s.Log.Error("chat: the receipt of an answer was not settled; in a day it is, by what was sent", "generation", g.id, "error", err)
	}
}

// finish writes the last state of the message and of the generation; while the database is away it tries again.
func (s *Service) finish(g *generation, status db.MessageStatus, note string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(g.ctx), finishPatience)
	defer cancel()
	notice := ""
	if g.request.Grounds != nil && status == db.MessageStatusComplete {
		notice = g.request.Grounds.Notice
	}
	for pause := 50 * time.Millisecond; ; pause = min(2*pause, 2*time.Second) {
		_, err := s.queries(g.Person).FinishAnswer(ctx, db.FinishAnswerParams{
			TenantID: g.Tenant, ID: g.id, ConversationID: g.conversation, Status: status, Content: g.content(), Error: optional(note), Notice: optional(notice),
		})
		if err == nil || errors.Is(err, pgx.ErrNoRows) { // no row: another instance has ended it
			return nil
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return err
		}
	}
}

func (s *Service) forget(g *generation) {
	g.cancel(nil)
	s.mu.Lock()
	if s.running[g.conversation] == g {
		delete(s.running, g.conversation)
	}
	s.mu.Unlock()
	close(g.done)
	s.writers.Done()
}
