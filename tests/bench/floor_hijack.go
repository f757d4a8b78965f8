package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"time"
)

// writersOfHub is how many goroutines write, each to its share of the connections.
const writersOfHub = 2

// hijackHub is the physical floor of pages that listen: connections are taken over, nothing is kept of them but their descriptors,
// and a few goroutines write a message encoded once straight to each. One that cannot take it at once is closed.
type hijackHub struct {
	mu     sync.Mutex
	next   int
	shards [writersOfHub]hubShard
}

type hubShard struct {
	mu    sync.Mutex
	conns []heldConn
	told  chan []byte
}

type heldConn struct {
	net.Conn
	raw syscall.RawConn
}

func newHijackHub() http.Handler {
	h := &hijackHub{}
	for i := range h.shards {
		h.shards[i].told = make(chan []byte, 256)
		go h.shards[i].run()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /listen", h.listen)
	mux.HandleFunc("POST /tell", h.tell)
	return mux
}

func (h *hijackHub) listen(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	raw, err := conn.(syscall.Conn).SyscallConn()
	if err == nil {
		err = conn.SetDeadline(time.Time{})
	}
	if err == nil {
		_, err = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n: open\n\n\r\n")
	}
	if err != nil {
		_ = conn.Close()
		return
	}
	h.mu.Lock()
	s := &h.shards[h.next%writersOfHub]
	h.next++
	h.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conns = append(s.conns, heldConn{conn, raw})
}

func (h *hijackHub) tell(w http.ResponseWriter, r *http.Request) {
	var message strings.Builder
	if _, err := io.Copy(&message, http.MaxBytesReader(w, r.Body, 1<<20)); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	frame := fmt.Appendf(nil, "%x\r\n%s\r\n", message.Len(), message.String())
	for i := range h.shards {
		h.shards[i].told <- frame
	}
}

func (s *hubShard) run() {
	for frame := range s.told {
		s.mu.Lock()
		kept := s.conns[:0]
		for _, c := range s.conns {
			whole := false
			err := c.raw.Write(func(fd uintptr) bool {
				n, err := syscall.Write(int(fd), frame)
				whole = err == nil && n == len(frame)
				return true
			})
			if err == nil && whole {
				kept = append(kept, c)
			} else {
				_ = c.Close()
			}
		}
		s.conns = kept
		s.mu.Unlock()
	}
}
