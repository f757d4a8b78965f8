package crud

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// keepImports is how long a file and what became of it are kept after the last change.
const keepImports = 30 * 24 * time.Hour

func oldImports() time.Time { return time.Now().Add(-keepImports) }

// waiting are the tenants that have imports to be run, or thrown away.
func (e *Engine) waiting(ctx context.Context) ([]uuid.UUID, error) {
	return db.New(e.Doors.System()).TenantsWithImports(ctx, db.TenantsWithImportsParams{Old: oldImports()})
}

// importSome runs one batch of a tenant's imports, which take turns.
func (e *Engine) importSome(ctx context.Context, door *tenant.DB) (more bool, err error) {
	q := db.New(door)
	if err := q.DeleteOldImports(ctx, db.DeleteOldImportsParams{TenantID: door.ID(), Old: oldImports()}); err != nil {
		return false, err
	}
	imp, err := q.NextImport(ctx, db.NextImportParams{TenantID: door.ID()})
	if errors.Is(err, pgx.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	run, reason, err := e.prepare(ctx, door, imp)
	switch {
	case err != nil:
		return false, err
	case reason != "":
		_, err = q.EndImport(ctx, db.EndImportParams{TenantID: imp.TenantID, ID: imp.ID, State: stateFailed, Message: &reason})
		return true, err
	}
	if err = run.batch(ctx); err != nil && ctx.Err() == nil {
		e.Log.ErrorContext(ctx, "an import does not go on", "table", imp.Resource, "import", imp.ID, "error", err)
		note := "Something failed on our side. It is tried again by itself."
		err = errors.Join(err, q.NoteImport(ctx, db.NoteImportParams{TenantID: imp.TenantID, ID: imp.ID, Message: note}))
	}
	return true, err
}

// prepare looks anew whether the person may do this: the file may have waited, and roles change.
func (e *Engine) prepare(ctx context.Context, door *tenant.DB, imp db.Import) (run *importRun, refused string, err error) {
	t, ok := e.byTable[imp.Resource]
	if !ok || !t.Ops.Import || len(imp.Mapping) != len(imp.Header) {
		return nil, "This kind of import does not exist any more.", nil
	}
	member, err := db.New(door).GetMember(ctx, db.GetMemberParams{TenantID: imp.TenantID, UserID: imp.UserID})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, "The person has left the company.", nil
	}
	if err != nil {
		return nil, "", err
	}
	who := &session.Principal{User: imp.UserID, UserName: member.Name, Email: member.Email, Tenant: imp.TenantID, Role: string(member.Role)}
	t = t.as(who)
	s, err := scope(who, t.Allow.Create)
	if err != nil {
		return nil, "Your role does not allow this any more.", nil //nolint:nilerr // a refusal, told to the person
	}
	columns := map[string]int{}
	for i, field := range imp.Mapping {
		if field != "" {
			columns[field] = i
		}
	}
	in := &cells{table: t, who: who, d: door, columns: columns, comma: imp.Separator != ",", found: map[string]relationID{}}
	return &importRun{table: t, imp: imp, who: who, scope: s, door: door.As(who.User), cells: in}, "", nil
}
