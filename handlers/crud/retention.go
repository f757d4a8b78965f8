package crud

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/resource"
)

// aging is a table whose rows are kept for a time.
type aging struct {
	table  string
	expire func(context.Context, resource.DBTX, resource.Scope, int) (int64, error)
}

// expire deletes for good the rows of @retention tables that are kept no longer, in batches, company by company. Steps are
// not called: nobody asked for it, and the log of @audit tables tells of it.
func (e *Engine) expire(ctx context.Context) error {
	if len(e.aging) == 0 {
		return nil
	}
	tenants, err := db.New(e.Doors.System()).ListTenants(ctx)
	for _, tenant := range tenants {
		for _, k := range e.aging {
			if e := e.expireOf(ctx, tenant, k); e != nil { // the other companies' rows are old, too
				err = errors.Join(err, fmt.Errorf("old rows of %s: %w", k.table, e))
			}
		}
	}
	return err
}

func (e *Engine) expireOf(ctx context.Context, tenant uuid.UUID, k aging) error {
	for {
		n, err := k.expire(ctx, e.Doors.Tenant(tenant), resource.Scope{Tenant: tenant}, batch)
		if err != nil || n < batch {
			return err
		}
	}
}
