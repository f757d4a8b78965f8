package pg

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
)

// Away reports whether err says that the database cannot be reached, is starting or stopping, or went
// away under a statement. It is not for errors of other servers: those look alike.
func Away(err error) bool {
	if err == nil || errors.Is(err, context.Canceled) {
		return false
	}
	var connect *pgconn.ConnectError
	if errors.As(err, &connect) {
		return true
	}
	var answered *pgconn.PgError
	if errors.As(err, &answered) {
		// Shutdown, crash, still starting, too many connections, and the class of connection failures.
		return strings.HasPrefix(answered.Code, "57P0") || strings.HasPrefix(answered.Code, "08") || answered.Code == "53300"
	}
	var op *net.OpError
	return errors.As(err, &op) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.EPIPE) || errors.Is(err, net.ErrClosed)
}
