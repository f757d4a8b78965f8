package tenant

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Call runs one statement on the door that it is given. Together calls it twice: once to learn the statement, once to
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
	all := statements{}
	for _, call := range calls {
		if err := call(&all); !errors.Is(err, errLearned) {
			return errors.Join(errors.New("tenant: a call runs exactly one statement"), err)
		}
	}
	if len(all.queued) != len(calls) {
		return errors.New("tenant: a call runs exactly one statement")
	}
	b := &pgx.Batch{}
	begin, walk := d.arrange(all.queued)
	d.bind(b, begin)
	for i, q := range all.queued {
		if i == walk && i > 0 {
			b.Queue("select " + planToWalk)
		}
		b.Queue(q.sql, q.args...)
	}
	res := d.pool.SendBatch(ctx, b)
	_, err := res.Exec()
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

// errLearned is what every statement ends with while Together learns it.
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
