package crud

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/resource"
)

// expire deletes some of a table's rows that are kept no longer, and says how many.
type expire func(context.Context, resource.DBTX, resource.Scope, int) (int64, error)

// expire deletes for good the rows of @retention tables that are kept no longer, in batches, company by company. Steps are
// not called: nobody asked for it, and the log of @audit tables tells of it.
func (e *Engine) expire(ctx context.Context) error {
	if len(e.aging) == 0 {
		return nil
	}
	tenants, err := db.New(e.Doors.System()).ListTenants(ctx)
	for _, tenant := range tenants {
		for _, name := range slices.Sorted(maps.Keys(e.aging)) {
			if e := e.expireOf(ctx, tenant, e.aging[name]); e != nil { // the other companies' rows are old, too
				err = errors.Join(err, fmt.Errorf("old rows of %s: %w", name, e))
			}
		}
	}
	return err
}

func (e *Engine) expireOf(ctx context.Context, tenant uuid.UUID, some expire) error {
	for {
		n, err := some(ctx, e.Doors.Tenant(tenant), resource.Scope{Tenant: tenant}, batch)
		if err != nil || n < batch {
			return err
		}
	}
}
