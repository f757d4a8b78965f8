package jobs_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/dbtest"
	"stoa/internal/jobs"
)

// cutOff stops the runner while it sends a query with those words, and lets the query go on when it has no chance any more.
type cutOff struct {
	words string
	stop  func()
	once  sync.Once
}

// TraceQueryStart implements pgx.QueryTracer.
func (c *cutOff) TraceQueryStart(ctx context.Context, _ *pgx.Conn, query pgx.TraceQueryStartData) context.Context {
	if strings.Contains(query.SQL, c.words) {
		c.once.Do(func() {
			go c.stop()
			<-ctx.Done()
		})
	}
	return ctx
}

// TraceQueryEnd implements pgx.QueryTracer.
func (*cutOff) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// A log in which every shutdown can leave an error teaches people to overlook errors.
func TestWhatAStopCutsOffIsNoError(t *testing.T) {
	t.Parallel()
	db, cut := dbtest.New(t), &cutOff{words: "pg_notify"}
	config := db.System.Config()
	config.ConnConfig.Tracer = cut
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	var log bytes.Buffer
	r, err := jobs.New(jobs.Options{System: pool, Doors: db.Doors(), Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	stopped := make(chan error, 1)
	cut.stop = func() { stopped <- r.Stop(context.Background()) }
	nothing := jobs.Periodic{Name: "test", Every: time.Hour, Run: func(context.Context) error { return nil }}
	if err := r.Start(context.Background(), []jobs.Periodic{nothing}, nil); err != nil {
		t.Fatal(err)
	}
	select {
	case err = <-stopped:
	case <-time.After(20 * time.Second):
		t.Fatal("no periodic job was entered")
	}
	if err != nil || log.Len() > 0 {
		t.Errorf("stopped with %v, the log says: %s", err, &log)
	}
}
