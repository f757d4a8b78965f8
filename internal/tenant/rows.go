package tenant

import "github.com/jackc/pgx/v5"

// batchRows are the rows of the second statement of a batch: closing them closes the batch, whose
// error (a failure at commit) then belongs to the rows.
type batchRows struct {
	pgx.Rows
	res    pgx.BatchResults
	err    error
	closed bool
}

// Next reports whether there is another row; after the last one everything is closed.
func (r *batchRows) Next() bool {
	if r.Rows.Next() {
		return true
	}
	r.Close()
	return false
}

// Close ends the implicit transaction and gives the connection back.
func (r *batchRows) Close() {
	if r.closed {
		return
	}
	r.closed = true
	r.Rows.Close()
	r.err = r.res.Close()
}

// Err is the first error of the statement or of its commit.
func (r *batchRows) Err() error {
	if err := r.Rows.Err(); err != nil {
		return err
	}
	return r.err
}

// batchRow is a single row; it keeps the promise of pgx.Row that errors wait for Scan.
type batchRow struct {
	rows pgx.Rows
	err  error
}

// Scan reads the row, or returns pgx.ErrNoRows.
func (r batchRow) Scan(dest ...any) error {
	if r.err != nil {
		return r.err
	}
	defer r.rows.Close()
	if !r.rows.Next() {
		if err := r.rows.Err(); err != nil {
			return err
		}
		return pgx.ErrNoRows
	}
	if err := r.rows.Scan(dest...); err != nil {
		return err
	}
	r.rows.Close()
	return r.rows.Err()
}
