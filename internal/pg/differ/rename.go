package differ

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Rename is a @was of the schema: rows and values stay, the name changes.
type Rename struct {
	Kind    string // table, column or type
	In      string // the table of a column, by its new name
	Was, Is string
}

// ParseRenames reads generated/renames.txt: a rename a line, its kind first; # begins a comment.
func ParseRenames(text string) ([]Rename, error) {
	var all []Rename
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		switch {
		case words[0] == "column" && len(words) == 4:
			all = append(all, Rename{Kind: words[0], In: words[1], Was: words[2], Is: words[3]})
		case (words[0] == "table" || words[0] == "type") && len(words) == 3:
			all = append(all, Rename{Kind: words[0], Was: words[1], Is: words[2]})
		default:
			return nil, fmt.Errorf("differ: no rename: %q", line)
		}
	}
	return all, nil
}

// find counts the things of the old and of the new name.
var find = map[string]string{
	"table":  `SELECT count(*) FILTER (WHERE relname = $2), count(*) FILTER (WHERE relname = $3) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND $1 = ''`,
	"column": `SELECT count(*) FILTER (WHERE attname = $2), count(*) FILTER (WHERE attname = $3) FROM pg_attribute WHERE attrelid = to_regclass($1) AND NOT attisdropped`,
	"type":   `SELECT count(*) FILTER (WHERE typname = $2), count(*) FILTER (WHERE typname = $3) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND $1 = ''`,
}

// apply renames where the old name is there and the new one is not; a @was may stand in the schema for good.
func (r Rename) apply(ctx context.Context, conn *pgx.Conn) ([]Statement, error) {
	var old, now int
	if err := conn.QueryRow(ctx, find[r.Kind], r.In, r.Was, r.Is).Scan(&old, &now); err != nil {
		return nil, fmt.Errorf("differ: look for %s %s: %w", r.Kind, r.Was, err)
	}
	if old == 0 || now > 0 {
		return nil, nil
	}
	s := Statement{SQL: r.sql()}
	if _, err := conn.Exec(ctx, s.SQL); err != nil {
		return nil, fmt.Errorf("differ: %w in\n%s", err, s.SQL)
	}
	return []Statement{s}, nil
}

func (r Rename) sql() string {
	switch r.Kind {
	case "table":
		return fmt.Sprintf("ALTER TABLE %s RENAME TO %s", name(r.Was), name(r.Is))
	case "column":
		return fmt.Sprintf("ALTER TABLE %s RENAME COLUMN %s TO %s", name(r.In), name(r.Was), name(r.Is))
	}
	return fmt.Sprintf("ALTER TYPE %s RENAME TO %s", name(r.Was), name(r.Is))
}
