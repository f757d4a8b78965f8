package knowledge

import (
	"context"

	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
)

// mountCollections puts the collections into routes: as generated, but for whose the owners' are.
func mountCollections(engine *crud.Engine, routes plugin.Routes) {
	crud.Mount(engine, routes, resources.KnowledgeCollections(), crud.Overrides[db.ListKnowledgeCollectionsRow]{
		Slots: crud.Slots[db.ListKnowledgeCollectionsRow]{DetailAside: aside},
		Steps: crud.Steps{BeforeUpdate: keepOwners, BeforeDelete: keepOwners},
	})
}

// keepOwners keeps a collection that is for owners alone theirs: an admin who could open it to admins would read it.
func keepOwners(_ context.Context, _ pgx.Tx, change *crud.Change) error {
	if resource.As[string](change.Old.Values, "access") == string(db.CollectionAccessOwners) && change.Role != "owner" {
		return errs.New(errs.Forbidden, "Only an owner can change a collection that is for owners alone.")
	}
	return nil
}
