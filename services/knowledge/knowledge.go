// Package knowledge keeps a company's documents and finds the passages that answer a question.
package knowledge

import (
	"context"
	"log/slog"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/blob"
	"stoa/internal/errs"
	"stoa/internal/tenant"
	"stoa/services/knowledge/parse"
)

// Options are what a Service is made of.
type Options struct {
	Doors *tenant.Doors
	Files blob.Store
	Read  func(context.Context, []byte) (parse.Document, error) // nil reads in this process
	Log   *slog.Logger
}

// Service is the knowledge plugin's product.
type Service struct{ Options }

// New makes a service.
func New(o Options) *Service {
	if o.Read == nil {
		o.Read = func(_ context.Context, data []byte) (parse.Document, error) { return parse.Read(data) }
	}
	return &Service{o}
}

// Person is who asks or uploads, in which tenant.
type Person struct {
	Tenant, User uuid.UUID
	Admin        bool // may change what others have uploaded
}

// errNoDocument is the same for a document that never was, was deleted, or may not be read.
var errNoDocument = errs.New(errs.NotFound, "There is no such document.")

func (s *Service) queries(p Person) *db.Queries { return db.New(s.Doors.Tenant(p.Tenant)) }

// Collection is a shelf of documents.
type Collection struct {
	ID   uuid.UUID
	Name string
}

// Collections are those that the person may read.
func (s *Service) Collections(ctx context.Context, p Person) ([]Collection, error) {
	rows, err := s.queries(p).ListReadableCollections(ctx, db.ListReadableCollectionsParams{TenantID: p.Tenant, UserID: p.User})
	list := make([]Collection, len(rows))
	for i, r := range rows {
		list[i] = Collection{r.ID, r.Name}
	}
	return list, err
}

// reach are the ids of the collections that the person may read.
func (s *Service) reach(ctx context.Context, p Person) ([]uuid.UUID, error) {
	list, err := s.Collections(ctx, p)
	ids := make([]uuid.UUID, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return ids, err
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// MaxText bounds the text of a document in bytes.
const MaxText = parse.MaxText

// Health searches in a tenant that nobody has: the index answers, and answers with nothing.
func (s *Service) Health(ctx context.Context) error {
	nobody := Person{Tenant: uuid.Max}
	_, err := s.queries(nobody).SearchKeywords(ctx, db.SearchKeywordsParams{
		TenantID: nobody.Tenant, Terms: []string{"stoa"}, Weights: []float64{1}, Average: 1, Collections: []uuid.UUID{}, Uncollected: true, Most: 1,
	})
	return err
}
