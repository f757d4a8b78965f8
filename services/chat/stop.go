package chat

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// stopPatience is how long Stop waits for the answer's last state to be written.
const stopPatience = 3 * time.Second

// Stop ends the answer that is being written in a chat and cancels the provider's request. With no
// answer running it changes nothing.
func (s *Service) Stop(ctx context.Context, p Person, conversation uuid.UUID) error {
	if _, err := s.Get(ctx, p, conversation); err != nil {
		return err
	}
	s.mu.Lock()
	g := s.running[conversation]
	s.mu.Unlock()
	if g == nil { // another instance's, or none; its next checkpoint reads the request
		_, err := s.queries(p).RequestStop(ctx, db.RequestStopParams{TenantID: p.Tenant, ConversationID: conversation})
		return err
	}
	g.cancel(errStopped)
	select {
	case <-g.done:
	case <-time.After(stopPatience):
	case <-ctx.Done():
	}
	return nil
}

// Continue goes on with an answer that was stopped, interrupted or failed: the kept text is the
// beginning of the model's turn, and what the model repeats of it is dropped.
func (s *Service) Continue(ctx context.Context, p Person, conversation, message uuid.UUID) error {
	if s.isClosing() {
		return errClosing
	}
	g := newGeneration(p, conversation)
	g.message = message
	err := s.Doors.Tenant(p.Tenant).As(p.User).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		c, err := lock(ctx, q, p, conversation)
		if err != nil {
			return err
		}
		m, err := q.FindMessage(ctx, db.FindMessageParams{TenantID: p.Tenant, ConversationID: conversation, ID: message})
		if err != nil {
			return noRowsAs(err, errNoChat)
		}
		n, err := q.ReopenMessage(ctx, db.ReopenMessageParams{TenantID: p.Tenant, ConversationID: conversation, ID: message})
		if err != nil {
			return err
		}
		if n == 0 {
			return errs.New(errs.Conflict, "This answer cannot go on: it is complete, or being written.")
		}
		g.kept = m.Content
		return s.storeGeneration(ctx, q, g, c)
	})
	if err != nil {
		return busy(err)
	}
	return s.start(g)
}
