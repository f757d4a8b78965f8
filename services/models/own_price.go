package models

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
)

// ownPrice gives the price by a contract of the tenant's own, which goes before the public one; false when there is none.
func (l *ledger) ownPrice(ctx context.Context, r *receipt, at time.Time) (Price, string, bool, error) {
	if r.provider == builtinProvider {
		return Price{}, "", false, nil
	}
	row, err := db.New(l.doors.Tenant(r.tenant)).FindPriceOverride(ctx, db.FindPriceOverrideParams{
		TenantID: r.tenant, Provider: strings.ToLower(r.provider), Model: r.model, Day: at.UTC(),
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return Price{}, "", false, nil
	}
	price := Price{Input: row.Input, CachedInput: row.CachedInput, CacheWrite: row.CacheWrite, Output: row.Output}
	return price, row.Version, err == nil, err
}
