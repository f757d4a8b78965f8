package tail

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/tenant"
)

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
