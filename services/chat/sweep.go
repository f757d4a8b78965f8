package chat

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
)

// Sweep marks the answers of dead processes interrupted: the text stays, the receipt is closed, the
// page offers Continue. An answer is dead when its lease ran out; with alone, every answer of
// another instance is, because a process without a shared bus knows that it is the only one.
func (s *Service) Sweep(ctx context.Context, alone bool) (int, error) {
	dead, err := db.New(s.Doors.System()).ListDeadGenerations(ctx, db.ListDeadGenerationsParams{AllOthers: alone, InstanceID: s.instance})
	if err != nil {
		return 0, err
	}
	var problems []error
	for _, d := range dead {
		problems = append(problems, s.bury(ctx, d.TenantID, d.ID))
	}
	return len(dead), errors.Join(problems...)
}

// sweepLoop looks for answers of dead instances. One is marked when its lease had run out at two looks and was not renewed
// between them: after a restart of the database every lease has run out, and the living need a moment to renew theirs.
func (s *Service) sweepLoop() {
	tick := time.NewTicker(s.SweepEvery)
	defer tick.Stop()
	suspects := map[db.ListDeadGenerationsRow]bool{}
	for {
		select {
		case <-s.base.Done():
			return
		case <-tick.C:
		}
		ctx, cancel := context.WithTimeout(s.base, 10*time.Second)
		var err error
		if suspects, err = s.look(ctx, suspects); err != nil && s.base.Err() == nil {
			s.Log.Warn("chat: answers of dead instances could not be looked for", "error", err)
		}
		cancel()
	}
}

// look buries the suspects that have not moved and returns those of the next look.
func (s *Service) look(ctx context.Context, suspects map[db.ListDeadGenerationsRow]bool) (map[db.ListDeadGenerationsRow]bool, error) {
	dead, err := db.New(s.Doors.System()).ListDeadGenerations(ctx, db.ListDeadGenerationsParams{InstanceID: s.instance})
	if err != nil {
		return nil, err
	}
	next := map[db.ListDeadGenerationsRow]bool{}
	var problems []error
	for _, d := range dead {
		if !suspects[d] {
			next[d] = true
			continue
		}
		if err := s.bury(ctx, d.TenantID, d.ID); err != nil {
			problems = append(problems, err)
			continue
		}
		s.Log.Info("the answer of an instance that is gone was marked interrupted", "generation", d.ID)
	}
	return next, errors.Join(problems...)
}

func (s *Service) bury(ctx context.Context, tenant, generation uuid.UUID) error {
	q := db.New(s.Doors.Tenant(tenant))
	row, err := q.GetDeadGeneration(ctx, db.GetDeadGenerationParams{TenantID: tenant, ID: generation})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil // it ended by itself, or another instance was first
	}
	if err != nil {
		return err
	}
	// The receipt comes first: should this process die here too, the next sweep finds the generation again.
	if err := s.Models.SettleInterrupted(ctx, tenant, generation, row.Content); err != nil {
		return err
	}
	_, err = q.FinishAnswer(ctx, db.FinishAnswerParams{
		TenantID: tenant, ID: generation, ConversationID: row.ConversationID, Status: db.MessageStatusInterrupted, Content: row.Content,
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err == nil {
		s.announce(tenant, row.ConversationID, row.MessageID)
	}
	return err
}
