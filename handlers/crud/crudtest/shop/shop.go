// Package shop is the application that the engine is tried with: its schema has each part of the language, and all of it is generated.
package shop

import (
	"context"
	"embed"

	"github.com/jackc/pgx/v5"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
)

//go:embed schema/shop.sql generated/policies.sql
var files embed.FS

// Prepare makes the shop's tables in a world's database.
func Prepare(w *crudtest.World) {
	for _, name := range []string{"schema/shop.sql", "generated/policies.sql"} {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		w.Exec(string(text))
	}
}

// Mount puts all of the shop into routes, with the functions that its schema demands.
func Mount(e *crud.Engine, routes plugin.Routes) {
	for _, r := range resources.All() {
		o := crud.Overrides[any]{}
		if r.Table == "things" {
			o.Actions = map[string]crud.Act{"lend": lend, "bring_back": bringBack, "count": count}
		}
		crud.Mount(e, routes, r, o)
	}
}

func lend(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
	borrower := resource.As[string](change.Values, "borrower")
	if borrower == "" {
		return errs.Fields{"borrower": "Say to whom."}.Err()
	}
	return write(ctx, tx, change, "state = 'lent', borrower = $3", borrower)
}

func bringBack(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
	return write(ctx, tx, change, "state = 'here', borrower = null")
}

func count(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
	return write(ctx, tx, change, "counted = counted + 1")
}

func write(ctx context.Context, tx pgx.Tx, change *crud.Change, set string, more ...any) error {
	_, err := tx.Exec(ctx, "update things set "+set+" where tenant_id = $1 and id = $2", append([]any{change.Tenant, change.ID}, more...)...)
	return err
}
