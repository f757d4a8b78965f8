package tail

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/realtime"
	"stoa/internal/tenant"
)

// unseen reads, of one snapshot, itself and the events that the snapshot $1 does not show: those of
// transactions that began later, and of those that ran. Without any there is one row of NULLs. seq
// keeps the order of changes to one row: the second writer waits for the first one's commit.
//
// A server that crashed may give a transaction's number again when nothing of the first one was on
// disk. So a new connection ($2 is not negative) also looks for what is beyond the highest seq seen.
const unseen = `
SELECT pg_current_snapshot()::text, e.seq, e.tenant_id, e.topic, e.op, e.row_id, extract(epoch FROM clock_timestamp() - e.at)::float8
FROM (SELECT) AS once LEFT JOIN (
  SELECT * FROM events WHERE xid >= pg_snapshot_xmax($1::text::pg_snapshot)
  UNION ALL
  SELECT * FROM events WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip($1::text::pg_snapshot)))
  UNION ALL
  SELECT * FROM events WHERE $2::bigint >= 0 AND seq > $2 AND pg_visible_in_snapshot(xid, $1::text::pg_snapshot)
) AS e ON true
ORDER BY e.seq`

// How long a server may be silent before it counts as gone.
const (
	timeout     = 10 * time.Second
	readTimeout = time.Minute // one transaction may have changed a million rows
)

// reader is one connection that listens for wake-ups and reads events; it is used by one goroutine.
type reader struct {
	conn      *pgx.Conn
	listening bool
	used      bool // something was read by it
	woken     bool // a wake-up came since the last read began
}

// dial connects as the door does, and listens for wake-ups.
func dial(ctx context.Context, door *tenant.System) (*reader, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	pool := door.Config()
	cfg := pool.ConnConfig
	r := &reader{}
	// The default keeps each one: under load that is a queue without end.
	cfg.OnNotification = func(*pgconn.PgConn, *pgconn.Notification) { r.woken = true }
	for name, value := range map[string]string{
		"application_name": "stoa events",
		// One statement, always by the key of events: one plan, and no statistics can spoil it.
		"plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "jit": "off",
	} {
		cfg.RuntimeParams[name] = value
	}
	var err error
	if r.conn, err = pgx.ConnectConfig(ctx, cfg); err != nil {
		return nil, err
	}
	if pool.AfterConnect != nil {
		err = pool.AfterConnect(ctx, r.conn)
	}
	if err == nil {
		_, err = r.listen(ctx, true)
	}
	if err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

// listen switches wake-ups on or off. It says whether it has switched them on: what was committed just before sent none.
func (r *reader) listen(ctx context.Context, on bool) (begun bool, err error) {
	if on == r.listening {
		return false, nil
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	sql := "UNLISTEN stoa_events"
	if on {
		sql = "LISTEN stoa_events"
	}
	_, err = r.conn.Exec(ctx, sql)
	r.listening = on
	return on, err
}

func (r *reader) close() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = r.conn.Close(ctx) // of a connection that is broken, or of no more use
}

// now is where everything that is committed has been seen.
func (r *reader) now(ctx context.Context) (*cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	c := &cursor{}
	return c, r.conn.QueryRow(ctx, "SELECT pg_current_snapshot()::text, coalesce(max(seq), 0) FROM events").Scan(&c.snapshot, &c.seq)
}

// read passes on the events beyond the cursor, with the time since each was written, and returns the
// snapshot that shows them. After an error some may have been passed on, and will be again.
func (r *reader) read(ctx context.Context, c *cursor, tell func(realtime.Event, time.Duration) error) (snapshot string, err error) {
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
	var seconds *float64
	_, err = pgx.ForEachRow(rows, []any{&snapshot, &seq, &tenantID, &table, &op, &rowID, &seconds}, func() error {
		if seq == nil {
			return nil
		}
		c.seq = max(c.seq, *seq)
		return tell(realtime.Event{Topic: Topic(*tenantID, *table), Kind: *op, ID: *rowID}, time.Duration(*seconds*float64(time.Second)))
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
