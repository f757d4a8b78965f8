package differ

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"path"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/internal/pg"
)

// Input is a tree's truth and what its migrations make of it so far.
type Input struct {
	Schema     fs.FS  // the .sql files at its root
	Policies   string // generated/policies.sql
	Renames    []Rename
	Migrations fs.FS // the files of goose at its root
	Keep       bool  // the server is ours alone and stays: what the migrations make is kept for the next draft
}

// Draft builds both databases on the server of a superuser's address, and returns the statements from one to the other.
func Draft(ctx context.Context, adminURL string, in Input) ([]Statement, error) {
	server, err := pgx.Connect(ctx, adminURL)
	if err != nil {
		return nil, fmt.Errorf("differ: %w", err)
	}
	defer server.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is pending
	begin := "template0"
	if in.Keep {
		if begin, err = keep(ctx, server, adminURL, in.Migrations); err != nil {
			return nil, err
		}
	}
	from, drop, err := scratch(ctx, server, adminURL, begin)
	if err != nil {
		return nil, err
	}
	defer drop()
	if !in.Keep {
		if err := migrate(ctx, from.Config().ConnString(), in.Migrations); err != nil {
			return nil, err
		}
	}
	to, drop, err := scratch(ctx, server, adminURL, "template0")
	if err != nil {
		return nil, err
	}
	defer drop()
	if err := load(ctx, to, in); err != nil {
		return nil, err
	}
	return Apply(ctx, from, to, in.Renames)
}

func migrate(ctx context.Context, url string, files fs.FS) error {
	return pg.Migrate(ctx, pg.MigrateOptions{AdminURL: url, Log: slog.New(slog.DiscardHandler), Files: files})
}

// scratch makes a database as another is and connects to it; drop takes it away again.
func scratch(ctx context.Context, server *pgx.Conn, adminURL, template string) (conn *pgx.Conn, drop func(), err error) {
	u, err := url.Parse(adminURL)
	if err != nil {
		return nil, nil, err
	}
	u.Path = "/stoa_scratch_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	if _, err := server.Exec(ctx, "CREATE DATABASE "+u.Path[1:]+" TEMPLATE "+template); err != nil {
		return nil, nil, fmt.Errorf("differ: make a scratch database: %w", err)
	}
	drop = func() {
		if conn != nil {
			_ = conn.Close(context.WithoutCancel(ctx))
		}
		_, _ = server.Exec(context.WithoutCancel(ctx), "DROP DATABASE "+u.Path[1:]+" (FORCE)") // a scratch server that keeps one loses nothing
	}
	if conn, err = pgx.Connect(ctx, u.String()); err != nil {
		drop()
		return nil, nil, fmt.Errorf("differ: %w", err)
	}
	return conn, drop, nil
}

// load runs the schema files, each after the ones that it refers to, then the policies.
func load(ctx context.Context, conn *pgx.Conn, in Input) error {
	files, err := fs.Glob(in.Schema, "*.sql")
	if err != nil {
		return err
	}
	for len(files) > 0 {
		var later []string
		var first error
		for _, file := range files {
			sql, err := fs.ReadFile(in.Schema, file)
			if err != nil {
				return err
			}
			if _, err := conn.Exec(ctx, string(sql)); err != nil { // one string is one transaction
				later = append(later, file)
				if first == nil {
					first = fmt.Errorf("differ: %s does not load: %w", path.Base(file), err)
				}
			}
		}
		if len(later) == len(files) {
			return first
		}
		files = later
	}
	if _, err := conn.Exec(ctx, in.Policies); err != nil {
		return fmt.Errorf("differ: generated/policies.sql does not load: %w", err)
	}
	return nil
}
