//go:build unix

package pg

import (
	"errors"
	"net"
	"syscall"
)

// quiet looks, without a round trip, whether an idle connection is still open and nothing was said on
// it: what a server says unasked is why it is about to close.
func quiet(c net.Conn) bool {
	if secure, ok := c.(interface{ NetConn() net.Conn }); ok {
		c = secure.NetConn()
	}
	socket, ok := c.(syscall.Conn)
	if !ok {
		return true
	}
	raw, err := socket.SyscallConn()
	if err != nil {
		return false
	}
	nothing := false
	// Not raw.Read: it would wait for a read that pgconn may have left running in the background.
	err = raw.Control(func(fd uintptr) {
		var peek [1]byte
		_, _, err := syscall.Recvfrom(int(fd), peek[:], syscall.MSG_PEEK|syscall.MSG_DONTWAIT)
		nothing = errors.Is(err, syscall.EAGAIN)
	})
	return err == nil && nothing
}
