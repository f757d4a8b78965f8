package knowledge

import (
	"context"

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
	return s.takeBack(ctx, p.Tenant, document)
}

// Retry reads a version anew that has failed or was cancelled, unless there is a newer one.
func (s *Service) Retry(ctx context.Context, p Person, document, version uuid.UUID) error {
	_, err := s.change(ctx, p, document, func(q *db.Queries) (int64, error) {
		return q.RequeueVersion(ctx, db.RequeueVersionParams{TenantID: p.Tenant, DocumentID: document, ID: version})
	})
	if err == nil {
		s.Wake(ctx, p.Tenant)
	}
	return err
}

// change does something with a document that the person may change, while nobody else changes it or publishes a version of it.
func (s *Service) change(ctx context.Context, p Person, document uuid.UUID, do func(*db.Queries) (int64, error)) (n int64, err error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return 0, err
	}
	err = s.Doors.Tenant(p.Tenant).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := lock(ctx, q, p, document, reach); err != nil {
			return err
		}
		n, err = do(q)
		return err
	})
	return n, err
}
