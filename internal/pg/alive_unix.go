//go:build unix

package pg

import (
	"context"
	"errors"
	"net"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// alive looks, without a round trip, whether the server has closed an idle connection, or has said
// something into it, which is the reason why it is about to. After a restart of PostgreSQL every
// connection of the pool is dead, and each would cost a request its page.
func alive(_ context.Context, conn *pgx.Conn) (bool, error) {
	c := conn.PgConn().Conn()
	if secure, ok := c.(interface{ NetConn() net.Conn }); ok {
		c = secure.NetConn()
	}
	socket, ok := c.(syscall.Conn)
	if !ok {
		return true, nil
	}
	raw, err := socket.SyscallConn()
	if err != nil {
		return false, nil //nolint:nilerr // closed on our side: the pool takes another one
	}
	quiet := false
	// Not raw.Read: it waits for its turn, and after a slow write the driver's own reader sits in the
	// connection until the next message comes, which would be never.
	err = raw.Control(func(fd uintptr) {
		var peek [1]byte
		_, _, err := syscall.Recvfrom(int(fd), peek[:], syscall.MSG_PEEK|syscall.MSG_DONTWAIT)
		quiet = errors.Is(err, syscall.EAGAIN)
	})
	return quiet && err == nil, nil
}
