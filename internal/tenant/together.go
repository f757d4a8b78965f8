package tenant

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Call runs one statement on the door that it is given. Together and Pipeline call it twice: once to learn the statement, once to
// read its answer. It must ask for the same both times, and must not look at what other calls have read.
type Call func(Statements) error

// Statements is what a Call runs its statement on; it is the DBTX of sqlc.
type Statements interface {
	Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
	Query(context.Context, string, ...any) (pgx.Rows, error)
	QueryRow(context.Context, string, ...any) pgx.Row
}

// Together runs several statements in one round trip and one transaction. Each sees what those before it did. An error of
// the database rolls all of them back; one that a call makes of its answer, such as pgx.ErrNoRows, undoes nothing.
// Together returns the first error.
func (d *DB) Together(ctx context.Context, calls ...Call) error {
	queued, err := learn(calls)
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	begin, walk := d.arrange(queued)
	d.bind(b, begin)
	fill(b, queued, walk)
	res := d.pool.SendBatch(ctx, b)
	_, err = res.Exec()
	return read(res, err, calls, walk)
}

// Pipeline runs several statements within a transaction in one round trip. It returns the first error, after one of the database the
// transaction can only be rolled back.
func Pipeline(ctx context.Context, tx pgx.Tx, calls ...Call) error {
	queued, err := learn(calls)
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	fill(b, queued, 0)
	return read(tx.SendBatch(ctx, b), nil, calls, 0)
}

// fill puts the statements into a batch; before the one at walk, unless that is the first, the planner is told to walk.
func fill(b *pgx.Batch, queued []statement, walk int) {
	for i, q := range queued {
		if i == walk && i > 0 {
			b.Queue("select " + planToWalk)
		}
		b.Queue(q.sql, q.args...)
	}
}

// read gives each call its answer, in the order of fill, as long as there is no error, and ends the batch.
func read(res pgx.BatchResults, err error, calls []Call, walk int) error {
	for i := 0; i < len(calls) && err == nil; i++ {
		if i == walk && i > 0 {
			if _, err = res.Exec(); err != nil {
				break
			}
		}
		err = calls[i](answers{res})
	}
	if cerr := res.Close(); err == nil { // what failed at commit shows up here
		err = cerr
	}
	return err
}

var errNotOne = errors.New("tenant: a call runs exactly one statement")

// learn finds out what statement each call runs.
func learn(calls []Call) ([]statement, error) {
	all := statements{}
	for _, call := range calls {
		if err := call(&all); !errors.Is(err, errLearned) {
			return nil, errors.Join(errNotOne, err)
		}
	}
	if len(all.queued) != len(calls) {
		return nil, errNotOne
	}
	return all.queued, nil
}

// errLearned is what every statement ends with while it is learned.
var errLearned = errors.New("tenant: the statement was learned, not run")

// statements learns what it is asked to run.
type statements struct {
	queued []statement
}

type statement struct {
	sql  string
	args []any
}

func (s *statements) learn(sql string, args []any) error {
	s.queued = append(s.queued, statement{sql, args})
	return errLearned
}

// Exec implements Statements.
func (s *statements) Exec(_ context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, s.learn(sql, args)
}

// Query implements Statements.
func (s *statements) Query(_ context.Context, sql string, args ...any) (pgx.Rows, error) {
	return nil, s.learn(sql, args)
}

// QueryRow implements Statements.
func (s *statements) QueryRow(_ context.Context, sql string, args ...any) pgx.Row {
	return batchRow{err: s.learn(sql, args)}
}

// answers gives the answers of a batch, one after the other.
type answers struct{ res pgx.BatchResults }

// Exec implements Statements.
func (a answers) Exec(context.Context, string, ...any) (pgconn.CommandTag, error) {
	return a.res.Exec()
}

// Query implements Statements.
func (a answers) Query(context.Context, string, ...any) (pgx.Rows, error) { return a.res.Query() }

// QueryRow implements Statements.
func (a answers) QueryRow(context.Context, string, ...any) pgx.Row { return a.res.QueryRow() }
