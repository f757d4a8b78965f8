package models

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// SettleInterrupted settles what is still running of a generation whose instance died, or could not reach the database at its end; text is
// what was kept of the answer. A generation without running receipts is no error.
func (s *Service) SettleInterrupted(ctx context.Context, tenantID, generation uuid.UUID, text string) error {
	q := db.New(s.ledger.doors.Tenant(tenantID))
	for {
		row, err := q.GetRunningCostEvent(ctx, db.GetRunningCostEventParams{TenantID: tenantID, GenerationID: generation})
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("models: interrupted %s: %w", generation, err)
		}
		r := &receipt{tenant: tenantID, id: row.ID, provider: row.Provider, model: row.Model}
		if err := s.ledger.interrupted(ctx, r, row.CreatedAt, row.InputTokens, text); err != nil {
			return fmt.Errorf("models: interrupted %s: %w", generation, err)
		}
	}
}

// SettleLeft settles receipts that are running since a day, by what was sent: their process died, or could not reach the
// database at the end, and no sweep of answers has found them.
func (s *Service) SettleLeft(ctx context.Context) error {
	tenants, err := db.New(s.ledger.doors.System()).ListTenants(ctx)
	for _, tenant := range tenants {
		rows, e := db.New(s.ledger.doors.Tenant(tenant)).ListLeftCostEvents(ctx, db.ListLeftCostEventsParams{TenantID: tenant})
		err = errors.Join(err, e)
		for _, row := range rows {
			r := &receipt{tenant: tenant, id: row.ID, provider: row.Provider, model: row.Model}
			err = errors.Join(err, s.ledger.interrupted(ctx, r, row.CreatedAt, row.InputTokens, ""))
		}
	}
	return err
}

// interrupted settles a receipt by what was counted when it was opened, and the text that was kept.
func (l *ledger) interrupted(ctx context.Context, r *receipt, began time.Time, input int64, text string) error {
	if err := l.priced(ctx, r, began); err != nil {
		return err
	}
	usage := llm.Usage{Input: input, Output: countText(text)}
	if r.provider == builtinProvider {
		usage.Output = words(text)
	}
	return l.write(ctx, r, usage, db.CostStatusInterrupted)
}
