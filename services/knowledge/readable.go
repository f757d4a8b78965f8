package knowledge

import (
	"context"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
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

// Excerpts reads stretches of texts, each empty unless the person may read its document.
func (s *Service) Excerpts(ctx context.Context, tenant, user uuid.UUID, of []llm.Excerpt) ([]string, error) {
	p := Person{Tenant: tenant, User: user}
	collections, err := s.reach(ctx, p)
	if err != nil {
		return nil, err
	}
	a := db.ReadExcerptsParams{TenantID: tenant, Collections: collections}
	for i, e := range of {
		a.Numbers, a.Documents, a.Versions = append(a.Numbers, int32(i)), append(a.Documents, e.Document), append(a.Versions, e.Version)
		a.Froms, a.Sizes = append(a.Froms, int32(e.From+1)), append(a.Sizes, int32(max(0, e.To-e.From)))
	}
	rows, err := s.queries(p).ReadExcerpts(ctx, a)
	texts := make([]string, len(of))
	for _, r := range rows {
		texts[r.Number] = string(r.Text)
	}
	return texts, err
}
