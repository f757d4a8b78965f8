package crud

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// importRun is one batch of one import: of its dry run, which makes the rows and takes them back, or
// of the import itself.
type importRun struct {
	*table
	imp   db.Import
	who   *session.Principal
	scope resource.Scope
	door  *tenant.DB
	cells *cells
}

var (
	errUndo    = errors.New("a dry run keeps nothing")
	errCareful = errors.New("the database refused a row")
	errMoved   = errors.New("the import was cancelled, or another process goes on with it")
)

// outcome is what became of a batch.
type outcome struct {
	made []*Change
	bad  db.SetImportProblemsParams
}

// batch does the next rows, at most batch of them in one transaction. Where it stands is written in
// that transaction, under the lock of the import: whoever begins the same rows again finds it moved.
func (r *importRun) batch(ctx context.Context) error {
	q := db.New(r.door)
	rows, err := q.ImportRows(ctx, db.ImportRowsParams{TenantID: r.imp.TenantID, ImportID: r.imp.ID, Position: r.imp.Position, Most: batch})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return r.end(ctx)
	}
	out, err := r.try(ctx, rows, false)
	if errors.Is(err, errCareful) {
		out, err = r.try(ctx, rows, true)
	}
	switch {
	case errors.Is(err, errMoved):
		return nil
	case err != nil:
		return err
	}
	if r.imp.State == stateImporting {
		for _, change := range out.made {
			r.committed(ctx, change)
		}
	}
	return nil
}

func (r *importRun) end(ctx context.Context) error {
	state := stateChecked
	if r.imp.State == stateImporting {
		state = stateDone
	}
	return r.door.InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		_, err := q.EndImport(ctx, db.EndImportParams{TenantID: r.imp.TenantID, ID: r.imp.ID, State: state})
		if err == nil && state == stateDone { // what was imported need not be kept as a file, too
			err = q.DropImportRows(ctx, db.DropImportRowsParams{TenantID: r.imp.TenantID, ImportID: r.imp.ID})
		}
		return err
	})
}

// try makes the rows of a batch. A refusal of the database ends the whole transaction; so at the
// first one all are tried again, carefully, each behind a savepoint.
func (r *importRun) try(ctx context.Context, rows []db.ImportRowsRow, careful bool) (out *outcome, err error) {
	last := rows[len(rows)-1].N
	err = r.door.InTx(ctx, func(tx pgx.Tx) error {
		if err := r.lock(ctx, tx); err != nil {
			return err
		}
		out = &outcome{bad: db.SetImportProblemsParams{TenantID: r.imp.TenantID, ImportID: r.imp.ID}}
		for _, row := range rows {
			if err := r.row(ctx, tx, row, careful, out); err != nil {
				return err
			}
		}
		if r.atOnce(careful) {
			if err := r.insertAll(ctx, tx, out.made); err != nil {
				return err
			}
		}
		if r.imp.State == stateChecking {
			return errUndo
		}
		return r.record(ctx, tx, out, last)
	})
	if errors.Is(err, errUndo) {
		err = r.door.InTx(ctx, func(tx pgx.Tx) error {
			if err := r.lock(ctx, tx); err != nil {
				return err
			}
			return r.record(ctx, tx, out, last)
		})
	}
	return out, err
}

func (r *importRun) lock(ctx context.Context, tx pgx.Tx) error {
	_, err := db.New(tx).LockImport(ctx, db.LockImportParams{TenantID: r.imp.TenantID, ID: r.imp.ID, State: r.imp.State, Position: r.imp.Position})
	if errors.Is(err, pgx.ErrNoRows) {
		return errMoved
	}
	return err
}

// record writes where the import stands and what is wrong with which rows.
func (r *importRun) record(ctx context.Context, tx pgx.Tx, out *outcome, last int32) error {
	q := db.New(tx)
	if len(out.bad.N) > 0 {
		if err := q.SetImportProblems(ctx, out.bad); err != nil {
			return err
		}
	}
	return q.AdvanceImport(ctx, db.AdvanceImportParams{
		TenantID: r.imp.TenantID, ID: r.imp.ID, Position: last, Good: int32(len(out.made)), Bad: int32(len(out.bad.N)),
	})
}

// row makes one row as the form would, or notes what is wrong with it. Rows that are written at once are only got ready.
func (r *importRun) row(ctx context.Context, tx pgx.Tx, row db.ImportRowsRow, careful bool, out *outcome) error {
	form, unread, err := r.cells.form(ctx, cellsOf(row.Cells), len(r.imp.Header))
	if err != nil {
		return err
	}
	change := newChange(r.who)
	change.Scope, change.ID = r.scope, uuid.Must(uuid.NewV7())
	problems := r.problems(ctx, form, change, unread)
	if len(problems) == 0 && !r.atOnce(careful) {
		if problems, err = r.insertRow(ctx, tx, change, careful); err != nil {
			return err
		}
	}
	if len(problems) == 0 {
		out.made = append(out.made, change)
		return nil
	}
	text, err := json.Marshal(problems)
	out.bad.N, out.bad.Problems = append(out.bad.N, row.N), append(out.bad.Problems, string(text))
	return err
}

// problems are what the rules say; what could not even be read comes first.
func (r *importRun) problems(ctx context.Context, form url.Values, change *Change, unread errs.Fields) errs.Fields {
	for field, problem := range r.read(ctx, form, change).fields {
		unread.Add(field, problem)
	}
	return unread
}

// atOnce is whether a batch's rows are written in one round trip: nothing has to be done before or after each.
func (r *importRun) atOnce(careful bool) bool {
	return !careful && r.o.BeforeCreate == nil && r.o.AfterCreate == nil && r.Allow.Create.Some == ""
}

func (r *importRun) insertAll(ctx context.Context, tx pgx.Tx, changes []*Change) error {
	calls := make([]tenant.Call, len(changes))
	for i, change := range changes {
		values := r.sealed(change)
		calls[i] = func(on tenant.Statements) error { return r.Store.Create(ctx, on, change.Scope, change.ID, values) }
	}
	if err := tenant.Pipeline(ctx, tx, calls...); err != nil {
		return r.beCareful(err)
	}
	return nil
}

// beCareful is errCareful when the database refused a row, else what went wrong.
func (r *importRun) beCareful(err error) error {
	if err = r.explain(err); errs.KindOf(err) == errs.Invalid {
		return errCareful
	}
	return err
}

func (r *importRun) insertRow(ctx context.Context, tx pgx.Tx, change *Change, careful bool) (errs.Fields, error) {
	insert := func(tx pgx.Tx) error { return r.insertIn(ctx, tx, change) }
	var err error
	if careful {
		err = pgx.BeginFunc(ctx, tx, insert)
	} else {
		err = insert(tx)
	}
	if err == nil {
		return nil, nil
	}
	if !careful {
		return nil, r.beCareful(err)
	}
	if err = r.explain(err); errs.KindOf(err) != errs.Invalid {
		return nil, err
	}
	if fields := errs.FieldsOf(err); len(fields) > 0 {
		return fields, nil
	}
	return errs.Fields{"": errs.MessageOf(err)}, nil
}
