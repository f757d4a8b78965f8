package web

import "net"

// leavesWith ends the stream when its client goes. Nothing else is to come from it, so that whatever can be read is the end.
func (s *Stream) leavesWith(conn net.Conn) {
	if hangups.watch(s) {
		return
	}
	go func() { // where there is no better way
		var b [1]byte
		_, _ = conn.Read(b[:])
		s.end()
	}()
}
