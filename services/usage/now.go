package usage

import (
	"context"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// Now is what goes on in a company, and what this day has cost so far.
type Now struct {
	Running  int64 // answers
	Amount   int64 // nano-USD, of the calls whose price is known
	Unpriced int64 // calls whose price is unknown
}

// Now adds up this day in UTC.
func (s *Service) Now(ctx context.Context, tenant uuid.UUID) (Now, error) {
	row, err := db.New(s.doors.Tenant(tenant)).UsageNow(ctx, db.UsageNowParams{TenantID: tenant, Day: time.Now().UTC().Truncate(24 * time.Hour)})
	return Now{Running: row.Running, Amount: row.Amount, Unpriced: row.Unpriced}, err
}
