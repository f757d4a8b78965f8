package chat

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/realtime"
)

// stopPatience is how long Stop waits for the answer's last state to be written.
const stopPatience = 3 * time.Second

// stopTopic carries requests to stop between instances; each stops what it writes itself.
const stopTopic = "chat:stop"

// Stop ends the answer that is being written in a chat and cancels the provider's request. With no
// answer running it changes nothing.
func (s *Service) Stop(ctx context.Context, p Person, conversation uuid.UUID) error {
	if _, err := s.writable(ctx, p, conversation); err != nil {
		return err
	}
	s.mu.Lock()
	g := s.running[conversation]
	s.mu.Unlock()
	if g == nil { // another instance's, or none
		return s.stopElsewhere(ctx, p, conversation)
	}
	g.cancel(errStopped)
	select {
	case <-g.done:
	case <-time.After(stopPatience):
	case <-ctx.Done():
	}
	return nil
}

// stopElsewhere asks whichever instance writes the answer: by the bus at once, by the row with its next checkpoint.
func (s *Service) stopElsewhere(ctx context.Context, p Person, conversation uuid.UUID) error {
	n, err := s.queries(p).RequestStop(ctx, db.RequestStopParams{TenantID: p.Tenant, ConversationID: conversation})
	if n == 0 || err != nil {
		return err
	}
	if err := s.Bus.Publish(ctx, realtime.Event{Topic: stopTopic, Kind: "stop", ID: conversation}); err != nil {
		s.Log.Warn("chat: a stop was not announced", "error", err)
	}
	for end := time.Now().Add(stopPatience); time.Now().Before(end); {
		if _, running, err := s.Running(ctx, p, conversation); !running || err != nil {
			return err
		}
		select {
		case <-time.After(50 * time.Millisecond):
		case <-ctx.Done():
			return nil
		}
	}
	return nil
}

// stopLoop hears what other instances ask. The id of a chat is only ever sent by whoever may stop it.
func (s *Service) stopLoop(stops *realtime.Subscription) {
	defer stops.Close()
	for {
		select {
		case <-s.base.Done():
			return
		case <-stops.Wake():
		}
		requests, _ := stops.Take() // one that was lost is read with the next checkpoint
		s.mu.Lock()
		for _, r := range requests {
			if g := s.running[r.ID]; g != nil {
				g.cancel(errStopped)
			}
		}
		s.mu.Unlock()
	}
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
		return s.refused(ctx, p, conversation, err)
	}
	return s.start(g)
}
