package crud

import (
	"errors"

	"github.com/jackc/pgx/v5/pgconn"

	"stoa/internal/errs"
)

// Classes and codes of PostgreSQL that a person's input can cause.
const (
	uniqueViolation     = "23505"
	checkViolation      = "23514"
	foreignKeyViolation = "23503"
	notNullViolation    = "23502"

	serializationFailure = "40001"
)

// explain turns what the database refused into words at the right field; every other error stays what it is.
func (t *table) explain(err error) error {
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return err
	}
	for _, c := range t.Constraints {
		if c.Name == pg.ConstraintName {
			return refusal(c.Field, c.Message, err)
		}
	}
	switch pg.Code {
	case uniqueViolation:
		return refusal("", "There is another "+t.one()+" with the same values.", err)
	case checkViolation:
		return refusal("", "These values do not go together ("+pg.ConstraintName+").", err)
	case notNullViolation:
		return refusal(pg.ColumnName, "Fill this in.", err)
	case foreignKeyViolation:
		return refusal("", "Something that this points to is gone, or something still points to this.", err)
	}
	if class := pg.Code[:2]; class == "22" || class == "54" { // a value out of range, too long, too deep
		return refusal("", "One of the values is too large, or of a form that cannot be stored.", err)
	}
	return err
}

func refusal(field, message string, cause error) error {
	e := errs.Wrap(errs.Invalid, cause, "%s", message)
	if field != "" {
		e.Message = "Some fields need another look."
		e.Fields = errs.Fields{field: message}
	}
	return e
}
