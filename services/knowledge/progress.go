package knowledge

import (
	"context"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// Working counts the documents, of one collection or of all that the person may see, that are being read or indexed, or wait for it.
func (s *Service) Working(ctx context.Context, p Person, collection *uuid.UUID) (int, error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return 0, err
	}
	n, err := s.queries(p).CountWorking(ctx, db.CountWorkingParams{TenantID: p.Tenant, Collections: reach, OnlyCollection: collection})
	return int(n), err
}

// Filling is how far the vectors of a model are that will be searched.
type Filling struct {
	Model             string
	Vectors, Passages int64 // a passage that is refused counts as one with a vector
	Refused           int64 // by the model's endpoint: they are found by their words alone
	Complete          bool
	Instead           string // of this model, which is searched until then; "" for none
	Problem           string // why no more come at the moment
}

// Filling tells how far the search by meaning is prepared; nil when all is done and nothing was refused.
func (s *Service) Filling(ctx context.Context, p Person) (*Filling, error) {
	e, ok := s.Meaning.Embedding()
	if !ok {
		return nil, nil
	}
	models, err := s.queries(p).ListModels(ctx, db.ListModelsParams{TenantID: p.Tenant})
	f := &Filling{Model: e.Model}
	for _, m := range models {
		switch {
		case m.Key == key(e):
			f.Vectors, f.Passages, f.Refused, f.Problem = m.Vectors, m.Passages, m.Refused, m.Error
			f.Complete = m.Live && m.Vectors >= m.Passages
		case m.Live:
			f.Instead = m.Name
		}
	}
	if err != nil || f.Passages == 0 || f.Complete && f.Refused == 0 {
		return nil, err
	}
	return f, nil
}
