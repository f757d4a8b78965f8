package dbtest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/pg"
	"stoa/schema"
)

// server is the PostgreSQL of the tests with its migrated template.
type server struct {
	url, adminURL string
	foreign       bool // STOA_TEST_DATABASE_URL: the login role is ours to make
	template      string
	users         *os.File      // holds the users' lock for as long as it is open
	admin         *pgxpool.Pool // to the maintenance database
}

const (
	templateLock = 0x73746f6174657374
	prefix       = "stoa_test_"
	staleAfter   = time.Hour // a test's database that is older was left behind by a killed run
)

func newServer(ctx context.Context, url, adminURL string, foreign bool) (*server, error) {
	cfg, err := pgxpool.ParseConfig(withDatabase(adminURL, "postgres"))
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = poolSize
	admin, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	// While the migrations do not change, the template is used again.
	fingerprint, err := pg.Fingerprint(schema.Migrations)
	if err != nil {
		return nil, err
	}
	s := &server{url: url, adminURL: adminURL, foreign: foreign, template: "stoa_template_" + fingerprint, admin: admin}
	return s, s.ensureTemplate(ctx)
}

// ensureTemplate makes the template unless it is there, one process at a time.
func (s *server) ensureTemplate(ctx context.Context) error {
	conn, err := s.admin.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "select pg_advisory_lock($1)", templateLock); err != nil {
		return err
	}
	defer conn.Exec(ctx, "select pg_advisory_unlock($1)", templateLock) //nolint:errcheck // the end of the session frees it too
	if err := s.dropStale(ctx); err != nil {
		return err
	}
	if err := s.makeTemplate(ctx, conn.Conn()); err != nil || !s.foreign {
		return err
	}
	return ensureLogin(ctx, conn.Conn())
}

// makeTemplate migrates it under another name and renames it when whole, so that a killed run leaves no half of one.
func (s *server) makeTemplate(ctx context.Context, conn *pgx.Conn) error {
	var found bool
	err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", s.template).Scan(&found)
	if err != nil || found {
		return err
	}
	raw := s.template + "_raw"
	for _, sql := range []string{"drop database if exists " + raw + " (force)", "create database " + raw} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return err
		}
	}
	err = pg.Migrate(ctx, pg.MigrateOptions{
		AdminURL: withDatabase(s.adminURL, raw), Log: slog.New(slog.DiscardHandler), Files: schema.Migrations,
	})
	if err != nil {
		return err
	}
	return renameDatabase(ctx, conn, raw, s.template)
}

// renameDatabase waits for the sessions that Migrate has just closed to be gone on the server too.
func renameDatabase(ctx context.Context, conn *pgx.Conn, from, to string) error {
	for {
		_, err := conn.Exec(ctx, "alter database "+from+" rename to "+to)
		if !inUse(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func inUse(err error) bool {
	var pgErr *pgconn.PgError
	return errors.As(err, &pgErr) && pgErr.Code == "55006"
}

// create makes a database for one test and returns its name, which says when it was made.
func (s *server) create(ctx context.Context, template string) (string, error) {
	name := fmt.Sprintf("%s%d_%s", prefix, time.Now().Unix(), strings.ToLower(rand.Text()[:10]))
	_, err := s.admin.Exec(ctx, "create database "+name+" template "+template)
	return name, err
}

func (s *server) drop(ctx context.Context, name string) error {
	_, err := s.admin.Exec(ctx, "drop database if exists "+name+" (force)")
	return err
}

// dropFamily drops a database and those whose names go on from its name.
func (s *server) dropFamily(ctx context.Context, name string) error {
	return s.dropThose(ctx, "starts_with(datname, $1)", name)
}

func (s *server) dropStale(ctx context.Context) error {
	return s.dropThose(ctx, "datname ~ ('^' || $1::text || '[0-9]+_') and split_part(datname, '_', 3)::bigint < $2", prefix, time.Now().Add(-staleAfter).Unix())
}

func (s *server) dropThose(ctx context.Context, which string, args ...any) error {
	rows, err := s.admin.Query(ctx, "select datname::text from pg_database where "+which, args...)
	if err != nil {
		return err
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	for _, name := range names {
		if err := s.drop(ctx, name); err != nil {
			return err
		}
	}
	return err
}

// withDatabase is the address with another database in it.
func withDatabase(address, name string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address // pgx says what is wrong with it
	}
	u.Path = "/" + name
	return u.String()
}
