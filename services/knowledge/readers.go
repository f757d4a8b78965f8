package knowledge

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// Readers are the members of a company as far as one of its collections goes.
type Readers struct {
	Collection string
	Named      bool // only then do they count
	Members    []Reader
}

// Reader is a member who is named to read a collection, or is not.
type Reader struct {
	User  uuid.UUID
	Name  string
	Reads bool
}

var errNoCollection = errs.New(errs.NotFound, "There is no such collection.")

// Readers lists who is named to read a collection. It is for those who may change collections; one for owners alone names nobody.
func (s *Service) Readers(ctx context.Context, p Person, collection uuid.UUID) (Readers, error) {
	q := s.queries(p)
	c, err := q.GetCollection(ctx, db.GetCollectionParams{TenantID: p.Tenant, ID: collection})
	if noRows(err) || !p.Admin || c.Access == db.CollectionAccessOwners {
		return Readers{}, errNoCollection
	}
	if err != nil {
		return Readers{}, err
	}
	rows, err := q.ListCollectionReaders(ctx, db.ListCollectionReadersParams{TenantID: p.Tenant, CollectionID: collection})
	list := Readers{Collection: c.Name, Named: c.Access == db.CollectionAccessNamed}
	for _, r := range rows {
		list.Members = append(list.Members, Reader{User: r.ID, Name: r.Name, Reads: r.Reads})
	}
	return list, err
}

// NameReaders says who reads a collection, instead of who did.
func (s *Service) NameReaders(ctx context.Context, p Person, collection uuid.UUID, users []uuid.UUID) error {
	if users == nil {
		users = []uuid.UUID{}
	}
	return s.Doors.Tenant(p.Tenant).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		c, err := q.GetCollection(ctx, db.GetCollectionParams{TenantID: p.Tenant, ID: collection})
		if noRows(err) || !p.Admin || c.Access == db.CollectionAccessOwners {
			return errNoCollection
		}
		if err != nil {
			return err
		}
		if _, err := q.DeleteReaders(ctx, db.DeleteReadersParams{TenantID: p.Tenant, CollectionID: collection, Keep: users}); err != nil {
			return err
		}
		_, err = q.InsertReaders(ctx, db.InsertReadersParams{TenantID: p.Tenant, CollectionID: collection, Users: users})
		return err
	})
}
