package chat

import (
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

const uniqueViolation = "23505"

func isUniqueViolation(err error, constraint string) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == uniqueViolation && pg.ConstraintName == constraint
}

func noRowsAs(err, otherwise error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return otherwise
	}
	return err
}
