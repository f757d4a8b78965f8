package models

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// SettleInterrupted settles what is still running of a generation whose instance died; text is what was kept of the
// answer. A generation without running receipts is no error.
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
		if err := s.ledger.priced(ctx, r, row.CreatedAt); err != nil {
			return fmt.Errorf("models: interrupted %s: %w", generation, err)
		}
		usage := llm.Usage{Input: row.InputTokens, Output: countText(text)}
		if r.provider == builtinProvider {
			usage.Output = words(text)
		}
		if err := s.ledger.write(ctx, r, usage, db.CostStatusInterrupted); err != nil {
			return fmt.Errorf("models: interrupted %s: %w", generation, err)
		}
	}
}
