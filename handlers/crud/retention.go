package crud

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/resource"
)

// expire deletes for good the rows of @retention tables that are kept no longer, in batches, company by company. Steps are
// not called: nobody asked for it, and the log of @audit tables tells of it.
func (e *Engine) expire(ctx context.Context) error {
	var tables []*table
	for _, t := range e.byTable {
		if t.Store.Expire != nil {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return nil
	}
	tenants, err := db.New(e.Doors.System()).ListTenants(ctx)
	for _, tenant := range tenants {
		for _, t := range tables {
			if e := t.expireOf(ctx, tenant); e != nil { // the other companies' rows are old, too
				err = errors.Join(err, fmt.Errorf("old rows of %s: %w", t.Table, e))
			}
		}
	}
	return err
}

func (t *table) expireOf(ctx context.Context, tenant uuid.UUID) error {
	for {
		n, err := t.Store.Expire(ctx, t.Doors.Tenant(tenant), resource.Scope{Tenant: tenant}, batch)
		if err != nil || n < batch {
			return err
		}
	}
}
