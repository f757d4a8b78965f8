package resource

import (
	"errors"

	"github.com/jackc/pgx/v5"

	"stoa/internal/errs"
)

// Rule is who may: by role alone with every row, or with some rows, which the queries know. The zero Rule is nobody.
type Rule struct {
	Role string // this role and higher ones may with every row: member, admin or owner; "" for none
	Some string // this role and higher ones may with some rows
	Mark string // where Row.May says so of a row; "" for a rule that decides which rows there are at all
}

var ranks = map[string]int{"member": 1, "admin": 2, "owner": 3}

// Rank is the role as a number, for queries: member 1, admin 2, owner 3; 0 is none.
func Rank(role string) int { return ranks[role] }

// Everybody reports whether the role alone is enough, whichever the row.
func (r Rule) Everybody(role string) bool { return reaches(role, r.Role) }

// Somebody reports whether a person of the role may at least with some rows.
func (r Rule) Somebody(role string) bool { return reaches(role, r.Role) || reaches(role, r.Some) }

// Allows reports whether a person of the role, for whom the row was read, may with it.
func (r Rule) Allows(role string, row Row) bool {
	return r.Everybody(role) || r.Somebody(role) && row.May[r.Mark]
}

func reaches(role, need string) bool {
	rank, ok := ranks[need]
	return ok && ranks[role] >= rank
}

// Permit is how a write ends that is allowed for some values only. A row that is gone the write itself will miss.
func Permit(may bool, err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err == nil && !may {
		return errs.New(errs.Invalid, "Your role does not allow you to save these values.")
	}
	return err
}
