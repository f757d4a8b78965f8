package differ

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"stoa/internal/pg"
)

// kept is the database that the migrations have made. Its comment says of what, and the comment comes last: after a run that
// was killed there is none.
const kept = "stoa_migrated"

// keep names a database that the migrations make. It is the one of the draft before while nothing but new files has come
// behind the ones that made it; then only those run.
func keep(ctx context.Context, server *pgx.Conn, adminURL string, files fs.FS) (string, error) {
	want, err := stages(files)
	if err != nil {
		return "", err
	}
	var have *string
	err = server.QueryRow(ctx, "SELECT (SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1)", kept).Scan(&have)
	if err != nil {
		return "", fmt.Errorf("differ: %w", err)
	}
	if have != nil && *have == want {
		return kept, nil
	}
	begin := []string{"DROP DATABASE IF EXISTS " + kept + " (FORCE)", "CREATE DATABASE " + kept + " TEMPLATE template0"}
	if have != nil && *have != "" && strings.HasPrefix(want, *have+" ") {
		begin = []string{"COMMENT ON DATABASE " + kept + " IS NULL"}
	}
	for _, sql := range begin {
		if _, err := server.Exec(ctx, sql); err != nil {
			return "", fmt.Errorf("differ: %w", err)
		}
	}
	u, err := url.Parse(adminURL)
	if err != nil {
		return "", err
	}
	u.Path = "/" + kept
	if err := migrate(ctx, u.String(), files); err != nil {
		return "", err
	}
	_, err = server.Exec(ctx, "COMMENT ON DATABASE "+kept+" IS '"+want+"'")
	return kept, err
}

// stages stands for the job queue's migrations and for each of the files, in the order in which they run.
func stages(files fs.FS) (string, error) {
	names, err := fs.Glob(files, "*.sql") // sorted
	if err != nil {
		return "", err
	}
	jobs, err := pg.Fingerprint(fstest.MapFS{})
	if err != nil {
		return "", err
	}
	all := []string{jobs}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		all = append(all, fmt.Sprintf("%x", sha256.Sum256([]byte(name+"\n"+string(text))))[:16])
	}
	return strings.Join(all, " "), nil
}
