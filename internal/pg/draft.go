package pg

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/jackc/pgx/v5"
)

// A draft of a migration may be run while it has no name yet. It is written anew when the schema changes, but goose would not
// run it twice: so the database remembers which form it has run, in a comment on goose's table.

const draftEnd = "_draft.sql"

// ErrDraftChanged says that the database has run an earlier form of a draft.
var ErrDraftChanged = errors.New("this database has run an earlier form of the draft migration: start with an empty STOA_DATA, or restore a backup from before it; a named migration never changes (make migration NAME=…)")

// draftMark is "draft <number> <hash of its statements>", or "" without a draft.
func draftMark(files fs.FS) (string, error) {
	names, err := fs.Glob(files, "*"+draftEnd)
	if err != nil || len(names) == 0 {
		return "", err
	}
	return fileMark(files, names[len(names)-1])
}

// fileMark leaves out comments, so that the name that a draft is given does not make another of it.
func fileMark(files fs.FS, name string) (string, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "--") {
			h.Write([]byte(line))
		}
	}
	number, _, _ := strings.Cut(name, "_")
	return fmt.Sprintf("draft %s %x", number, h.Sum(nil)[:8]), nil
}

// checkDraft refuses a database that ran another form of what its number is now.
func checkDraft(ctx context.Context, conn *pgx.Conn, files fs.FS) error {
	var ran *string
	err := conn.QueryRow(ctx, "SELECT obj_description(to_regclass('public.goose_db_version'))").Scan(&ran)
	if err != nil || ran == nil || !strings.HasPrefix(*ran, "draft ") {
		return err
	}
	number := strings.Fields(*ran)[1]
	names, err := fs.Glob(files, number+"_*.sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		if mark, err := fileMark(files, name); err != nil || mark == *ran {
			return err
		}
	}
	return ErrDraftChanged
}

// rememberDraft notes the form of the draft that was run, and that there is none any more once it has a name.
func rememberDraft(ctx context.Context, conn *pgx.Conn, files fs.FS) error {
	mark, err := draftMark(files)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, "COMMENT ON TABLE goose_db_version IS '"+mark+"'") // digits and small letters: nothing to quote
	return err
}
