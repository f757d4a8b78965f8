package knowledge

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
)

// Cancel ends what is being done with a version; what was indexed of it goes. The document stays, with its file.
func (s *Service) Cancel(ctx context.Context, p Person, document, version uuid.UUID) error {
	n, err := s.change(ctx, p, document, func(q *db.Queries) (int64, error) {
		return q.CancelVersions(ctx, db.CancelVersionsParams{TenantID: p.Tenant, DocumentID: document, Only: &version})
	})
	if err != nil || n == 0 {
		return err // it has ended by itself
	}
	versions, err := s.Versions(ctx, p, document)
	if err != nil {
		return err
	}
	var keep []uuid.UUID // another version may be on its way
	for _, v := range versions {
		keep = append(keep, v.ID)
	}
	return s.clear(ctx, p.Tenant, document, slices.DeleteFunc(keep, func(id uuid.UUID) bool { return id == version }))
}

// Retry reads a version anew that has failed or was cancelled.
func (s *Service) Retry(ctx context.Context, p Person, document, version uuid.UUID) error {
	_, err := s.change(ctx, p, document, func(q *db.Queries) (int64, error) {
		return q.RequeueVersion(ctx, db.RequeueVersionParams{TenantID: p.Tenant, DocumentID: document, ID: version})
	})
	if err == nil {
		s.Wake(ctx, p.Tenant)
	}
	return err
}

// change does something with a version of a document that the person may change.
func (s *Service) change(ctx context.Context, p Person, document uuid.UUID, do func(*db.Queries) (int64, error)) (n int64, err error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return 0, err
	}
	// Not in one transaction with the lock: the batches of indexing take the two in the other order.
	door := s.Doors.Tenant(p.Tenant)
	if err := door.InTx(ctx, func(tx pgx.Tx) error { _, err := lock(ctx, db.New(tx), p, document, reach); return err }); err != nil {
		return 0, err
	}
	return do(db.New(door))
}
