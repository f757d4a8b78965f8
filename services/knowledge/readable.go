package knowledge

import (
	"context"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// Readable tells which of these documents a person may read: whoever reads a chat of somebody else may not open all that it cites.
func (s *Service) Readable(ctx context.Context, tenant, user uuid.UUID, documents []uuid.UUID) (map[uuid.UUID]bool, error) {
	p := Person{Tenant: tenant, User: user}
	collections, err := s.reach(ctx, p)
	if err != nil {
		return nil, err
	}
	ids, err := s.queries(p).ListReadableDocuments(ctx, db.ListReadableDocumentsParams{TenantID: tenant, Ids: documents, Collections: collections})
	may := make(map[uuid.UUID]bool, len(ids))
	for _, id := range ids {
		may[id] = true
	}
	return may, err
}
