// Package knowledge keeps a company's documents and finds the passages that answer a question.
package knowledge

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/blob"
	"stoa/internal/errs"
	"stoa/internal/llm"
	"stoa/internal/tenant"
	"stoa/services/knowledge/parse"
)

// Options are what a Service is made of.
type Options struct {
	Doors *tenant.Doors
	Files blob.Store
	Read  func(context.Context, []byte) (parse.Document, error) // nil reads in this process
	Wake  func(context.Context, uuid.UUID)                      // says that a tenant has documents to be made searchable; nil: they wait for a look
	Log   *slog.Logger

	ExactBelow int64 // vectors of a company, which are all compared; more are searched by an index. 0 is 20,000

	Meaning     llm.Embedder                     // nil: words alone decide
	WakeVectors func(context.Context, uuid.UUID) // says that a tenant has passages without vectors; nil: they wait for a look
}

// Service is the knowledge plugin's product.
type Service struct {
	Options
	turn    time.Duration     // of indexing one version
	batch   int               // passages that one transaction of it writes
	cursors sync.Map          // the last passage that got its vector, by model
	recent  recent[string]    // vectors of questions
	judged  recent[[]float64] // what the reranking model said
}

// New makes a service.
func New(o Options) *Service {
	if o.Read == nil {
		o.Read = func(_ context.Context, data []byte) (parse.Document, error) { return parse.Read(data) }
	}
	if o.Wake == nil {
		o.Wake = func(context.Context, uuid.UUID) {}
	}
	if o.Meaning == nil {
		o.Meaning = noMeaning{}
	}
	if o.WakeVectors == nil {
		o.WakeVectors = func(context.Context, uuid.UUID) {}
	}
	o.ExactBelow = cmp.Or(o.ExactBelow, exactBelow)
	return &Service{Options: o, turn: indexingTurn, batch: indexed}
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
	return collections(ctx, s.Doors.Tenant(p.Tenant), p)
}

func collections(ctx context.Context, d db.DBTX, p Person) ([]Collection, error) {
	rows, err := db.New(d).ListReadableCollections(ctx, db.ListReadableCollectionsParams{TenantID: p.Tenant, UserID: p.User})
	list := make([]Collection, len(rows))
	for i, r := range rows {
		list[i] = Collection{r.ID, r.Name}
	}
	return list, err
}

// reach are the ids of the collections that the person may read.
func (s *Service) reach(ctx context.Context, p Person) ([]uuid.UUID, error) {
	list, err := s.Collections(ctx, p)
	return idsOf(list), err
}

func idsOf(list []Collection) []uuid.UUID {
	ids := make([]uuid.UUID, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return ids
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
