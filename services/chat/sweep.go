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
	var row db.GetDeadGenerationRow
	err := s.Doors.Tenant(tenant).InTx(ctx, func(tx pgx.Tx) (err error) {
		q := db.New(tx)
		if row, err = q.GetDeadGeneration(ctx, db.GetDeadGenerationParams{TenantID: tenant, ID: generation}); err != nil {
			return err
		}
		return finishRows(ctx, q, tenant, generation, row.ConversationID, row.MessageID, db.MessageStatusInterrupted, row.Content, "")
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil // it ended by itself, or another instance was first
	}
	if err != nil {
		return err
	}
	s.announce(tenant, row.ConversationID, row.MessageID)
	return s.Models.SettleInterrupted(ctx, tenant, generation, row.Content)
}
