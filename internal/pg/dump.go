package pg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/jackc/pgx/v5"
)

// ErrNotEmpty refuses to restore over rows.
var ErrNotEmpty = errors.New("the database holds companies already: restore into an empty one, or say --force to replace all of it")

// Dump writes the whole database to file, in PostgreSQL's custom format: one consistent snapshot, while people go on working.
// The address is one that row-level security does not hold, else PostgreSQL refuses.
func Dump(ctx context.Context, adminURL, file string) error {
	conn, err := pgx.Connect(ctx, adminURL)
	if err != nil {
		return oneLine(err)
	}
	n := major(conn)
	if err := conn.Close(ctx); err != nil {
		return err
	}
	return runTool(ctx, n, "pg_dump", "--format=custom", "--no-owner", "--compress=5", "--file="+file, "--dbname="+adminURL)
}

// Restore puts a dump in the place of the database. It fills another database first and then changes their names, so a
// dump that does not load costs nothing. With companies in the present one it needs force. Nobody else may be connected.
func Restore(ctx context.Context, adminURL, file string, force bool) error {
	cfg, err := connConfig("DATABASE_ADMIN_URL", adminURL)
	if err != nil {
		return err
	}
	login, err := loginOf(MigrateOptions{AdminURL: adminURL})
	if err != nil {
		return err
	}
	if err := restorable(ctx, cfg, login, force); err != nil {
		return err
	}
	name := cfg.Database
	fresh := name + "_restoring"
	cfg.Database = "postgres" // of the same server: no database can be renamed from inside
	server, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return oneLine(err)
	}
	defer server.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	if err := run(ctx, server, "DROP DATABASE IF EXISTS %s (FORCE)", "CREATE DATABASE %s TEMPLATE template0", fresh); err != nil {
		return err
	}
	into, err := withDatabase(adminURL, fresh)
	if err != nil {
		return err
	}
	if err := runTool(ctx, major(server), "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", "--dbname="+into, file); err != nil {
		return errors.Join(err, run(context.WithoutCancel(ctx), server, "DROP DATABASE IF EXISTS %s (FORCE)", "", fresh))
	}
	return swap(ctx, server, name, fresh)
}

// restorable checks the server, makes the roles that a dump gives rights to, and refuses to replace rows without force.
func restorable(ctx context.Context, cfg *pgx.ConnConfig, login string, force bool) error {
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return oneLine(err)
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	if err := checkServer(ctx, conn); err != nil {
		return err
	}
	if n, err := companies(ctx, conn); err != nil {
		return oneLine(err)
	} else if n > 0 && !force {
		return ErrNotEmpty
	}
	return ensureRoles(ctx, conn, login)
}

// swap gives the fresh database the name of the old one, which goes.
func swap(ctx context.Context, server *pgx.Conn, name, fresh string) error {
	old := name + "_before"
	if err := run(ctx, server, "DROP DATABASE IF EXISTS %s (FORCE)", "", old); err != nil {
		return err
	}
	quoted := func(s string) string { return pgx.Identifier{s}.Sanitize() }
	err := pgx.BeginFunc(ctx, server, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "ALTER DATABASE "+quoted(name)+" RENAME TO "+quoted(old)); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, "ALTER DATABASE "+quoted(fresh)+" RENAME TO "+quoted(name))
		return err
	})
	if err != nil {
		return fmt.Errorf("change the databases (does something use the present one?): %w", oneLine(err))
	}
	return run(ctx, server, "DROP DATABASE IF EXISTS %s (FORCE)", "", old)
}

func run(ctx context.Context, conn *pgx.Conn, first, second, database string) error {
	for _, sql := range []string{first, second} {
		if sql == "" {
			continue
		}
		if _, err := conn.Exec(ctx, fmt.Sprintf(sql, pgx.Identifier{database}.Sanitize())); err != nil {
			return oneLine(err)
		}
	}
	return nil
}

func withDatabase(address, database string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	u.Path = "/" + database
	return u.String(), nil
}

// Companies counts the tenants of a database; one that Stoa has never seen has none.
func Companies(ctx context.Context, adminURL string) (int, error) {
	conn, err := pgx.Connect(ctx, adminURL)
	if err != nil {
		return 0, oneLine(err)
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	return companies(ctx, conn)
}

func companies(ctx context.Context, conn *pgx.Conn) (n int, err error) {
	var known bool
	if err := conn.QueryRow(ctx, "SELECT to_regclass('public.tenants') IS NOT NULL").Scan(&known); err != nil || !known {
		return 0, err
	}
	err = conn.QueryRow(ctx, "SELECT count(*) FROM tenants").Scan(&n)
	return n, err
}

// runTool runs a client program of PostgreSQL that is at least as new as the server; what it says on failure is the error.
func runTool(ctx context.Context, serverMajor int, name string, args ...string) error {
	path, err := findTool(serverMajor, name)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, path, args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(said.Bytes()))
	}
	return nil
}

func findTool(serverMajor int, name string) (string, error) {
	all := installed()
	slices.SortFunc(all, func(a, b Binaries) int { return a.Major - b.Major })
	for _, b := range all {
		path := filepath.Join(b.Dir, name)
		if _, err := os.Stat(path); err == nil && b.Major >= serverMajor {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s of PostgreSQL %d or newer is missing: install the package of the server's client programs", name, serverMajor)
}
