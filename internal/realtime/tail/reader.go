package tail

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// unseen reads, of one snapshot, itself and the events that the snapshot $1 does not show: those of
// transactions that began later, and of those that ran. Without any there is one row of NULLs. seq
// keeps the order of changes to one row: the second writer waits for the first one's commit.
//
// A server that crashed may give a transaction's number again when nothing of the first one was on
// disk. So a new connection ($2 is not negative) also looks for what is beyond the highest seq seen.
const unseen = `
SELECT pg_current_snapshot()::text, e.seq, e.tenant_id, e.topic, e.op, e.row_id, e.by_ids, extract(epoch FROM clock_timestamp() - e.at)::float8
FROM (SELECT) AS once LEFT JOIN (
  SELECT * FROM events WHERE xid >= pg_snapshot_xmax($1::text::pg_snapshot)
  UNION ALL
  SELECT * FROM events WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip($1::text::pg_snapshot)))
  UNION ALL
  SELECT * FROM events WHERE $2::bigint >= 0 AND seq > $2 AND pg_visible_in_snapshot(xid, $1::text::pg_snapshot)
) AS e ON true
ORDER BY e.seq`

// now is where everything that is committed has been seen.
func (r *reader) now(ctx context.Context) (*cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	c := &cursor{}
	return c, r.conn.QueryRow(ctx, "SELECT pg_current_snapshot()::text, coalesce(max(seq), 0) FROM events").Scan(&c.snapshot, &c.seq)
}

// change is an event as it was written down.
type change struct {
	tenant  uuid.UUID
	table   string
	op      string
	row     uuid.UUID
	parents []uuid.UUID // what the row belongs to and belonged to before, of a table that is told by it
	delay   time.Duration
}

// read passes on what lies beyond the cursor and returns the snapshot that shows it. After an error some may have been passed
// on, and will be again.
func (r *reader) read(ctx context.Context, c *cursor, tell func(change) error) (snapshot string, err error) {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	beyond := int64(-1)
	if !r.used {
		beyond = c.seq
	}
	r.woken = false
	rows, err := r.conn.Query(ctx, unseen, c.snapshot, beyond)
	if err != nil {
		return "", err
	}
	var tenantID, rowID *uuid.UUID
	var table, op *string
	var seq *int64
	var parents []uuid.UUID
	var seconds *float64
	_, err = pgx.ForEachRow(rows, []any{&snapshot, &seq, &tenantID, &table, &op, &rowID, &parents, &seconds}, func() error {
		if seq == nil {
			return nil
		}
		c.seq = max(c.seq, *seq)
		return tell(change{*tenantID, *table, *op, *rowID, parents, time.Duration(*seconds * float64(time.Second))})
	})
	r.used = err == nil
	return snapshot, err
}

// wait returns when a wake-up has come since the last read began, or after d.
func (r *reader) wait(ctx context.Context, d time.Duration) error {
	if r.woken {
		return nil
	}
	limit, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	err := r.conn.PgConn().WaitForNotification(limit)
	if errors.Is(err, context.DeadlineExceeded) || pgconn.Timeout(err) {
		return ctx.Err()
	}
	return err
}
