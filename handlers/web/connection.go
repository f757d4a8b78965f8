package web

import (
	"errors"
	"net"
	"syscall"
)

// connection is one that was taken over: what is written goes out at once.
type connection struct {
	net.Conn
	raw syscall.RawConn // nil of a connection without descriptor, as one with TLS
}

func newConnection(conn net.Conn) connection {
	c := connection{Conn: conn}
	if s, ok := conn.(syscall.Conn); ok {
		c.raw, _ = s.SyscallConn() // of a closed connection: the next write says so
	}
	return c
}

// Flush has nothing to do.
func (connection) Flush() error { return nil }

// WriteNow writes what the kernel has room for.
func (c connection) WriteNow(frame []byte) (n int, err error) {
	if c.raw == nil {
		return 0, nil
	}
	var failed error
	err = c.raw.Write(func(fd uintptr) bool {
		n, failed = syscall.Write(int(fd), frame)
		return true
	})
	if errors.Is(failed, syscall.EAGAIN) || errors.Is(failed, syscall.EINTR) {
		failed = nil
	}
	return max(n, 0), errors.Join(err, failed)
}
