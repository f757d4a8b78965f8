package chat

import (
	"context"
	"errors"

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
