// Package differ writes migrations: the statements that turn the database which the migrations make into the one that schema/ describes.
//
// Both are built on a scratch server and read back from the catalogue, so that PostgreSQL itself decides what is equal. What was
// written is run on the scratch database and compared again until nothing differs: a draft is proved before anybody reads it.
package differ

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// rounds bounds the search: what a statement takes with it (an index on a column that is made anew) shows in the next round.
const rounds = 4

// Statement is one step of a migration.
type Statement struct {
	SQL    string
	Hazard string // what it may do to a running installation, for a person to accept; "" is harmless
	alone  bool   // what it adds can only be used after a commit
}

// Compare lists what the database of from lacks or has otherwise than that of to, without changing either.
func Compare(ctx context.Context, from, to *pgx.Conn) ([]Statement, error) {
	have, err := read(ctx, from)
	if err != nil {
		return nil, err
	}
	want, err := read(ctx, to)
	if err != nil {
		return nil, err
	}
	return diff(have, want)
}

// Apply turns the database of from into that of to: renames first, where the old name is still there, then what differs.
// It returns what it ran.
func Apply(ctx context.Context, from, to *pgx.Conn, renames []Rename) ([]Statement, error) {
	want, err := read(ctx, to)
	if err != nil {
		return nil, err
	}
	var all []Statement
	for _, r := range renames {
		done, err := r.apply(ctx, from)
		if err != nil {
			return nil, err
		}
		all = append(all, done...)
	}
	for range rounds {
		have, err := read(ctx, from)
		if err != nil {
			return nil, err
		}
		plan, err := diff(have, want)
		if err != nil || len(plan) == 0 {
			return all, err
		}
		for _, s := range plan {
			if _, err := from.Exec(ctx, s.SQL); err != nil {
				return nil, fmt.Errorf("differ: %w in\n%s", err, s.SQL)
			}
		}
		all = append(all, plan...)
	}
	return nil, fmt.Errorf("differ: the databases still differ after %d rounds: this change has to be written by hand", rounds)
}
