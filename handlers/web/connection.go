package web

import (
	"errors"
	"net"
	"syscall"
)

// connection is one that was taken over: what is written goes out at once.
type connection struct{ net.Conn }

// Flush has nothing to do.
func (connection) Flush() error { return nil }

// instant writes to a connection what the kernel has room for, and waits for nothing. The zero one has no room.
type instant struct {
	raw syscall.RawConn
	put func(fd uintptr) bool // made once, since it would be garbage after each write; it uses what follows

	frame []byte
	n     int
	err   error
}

// open begins to write to a connection; one without a descriptor, as one with TLS, has no room.
func (i *instant) open(conn any) {
	described, ok := conn.(syscall.Conn)
	if !ok {
		return
	}
	raw, err := described.SyscallConn()
	if err != nil {
		return // it is closed, which the next write that waits says
	}
	i.raw = raw
	i.put = func(fd uintptr) bool {
		i.n, i.err = syscall.Write(int(fd), i.frame)
		return true
	}
}

func (i *instant) write(frame []byte) (n int, err error) {
	i.frame, i.n, i.err = frame, 0, nil
	err = i.raw.Write(i.put)
	n, i.frame = i.n, nil
	if err == nil && i.err != nil && !errors.Is(i.err, syscall.EAGAIN) && !errors.Is(i.err, syscall.EINTR) {
		err = i.err
	}
	return max(n, 0), err
}
