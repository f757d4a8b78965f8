package web

import (
	"errors"
	"sync"
	"syscall"
)

// hangups are the clients of this process's streams: one goroutine waits for all of them by epoll(7), where the runtime would need
// one for each, which is half of the memory of a page that rests.
var hangups hangupTable

type hangupTable struct {
	begin sync.Once
	epoll int // -1 when it cannot be had

	mu   sync.Mutex
	of   map[uint64]*Stream
	last uint64 // descriptors are used again, these numbers are not
}

// watch ends a stream when its client has gone; false when that cannot be seen here.
func (h *hangupTable) watch(s *Stream) bool {
	h.begin.Do(h.open)
	if s.now.raw == nil || h.epoll < 0 {
		return false
	}
	h.mu.Lock()
	h.last++
	s.number = h.last
	h.of[s.number] = s
	h.mu.Unlock()
	event := syscall.EpollEvent{Events: syscall.EPOLLIN | syscall.EPOLLRDHUP | syscall.EPOLLONESHOT, Fd: int32(uint32(s.number)), Pad: int32(uint32(s.number >> 32))}
	var failed error
	err := s.now.raw.Control(func(fd uintptr) { failed = syscall.EpollCtl(h.epoll, syscall.EPOLL_CTL_ADD, int(fd), &event) })
	if err != nil || failed != nil {
		h.forget(s)
		return false
	}
	return true
}

// forget is called when a stream ends. Its connection leaves the kernel's list as it is closed.
func (h *hangupTable) forget(s *Stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.of, s.number)
}

func (h *hangupTable) open() {
	h.of = map[uint64]*Stream{}
	var err error
	if h.epoll, err = syscall.EpollCreate1(syscall.EPOLL_CLOEXEC); err != nil {
		h.epoll = -1
		return
	}
	go h.run()
}

func (h *hangupTable) run() {
	events := make([]syscall.EpollEvent, 128)
	for {
		n, err := syscall.EpollWait(h.epoll, events, -1)
		if err != nil && !errors.Is(err, syscall.EINTR) {
			panic("web: epoll: " + err.Error()) // it is this goroutine's own, and never closed
		}
		for _, e := range events[:max(n, 0)] {
			number := uint64(uint32(e.Fd)) | uint64(uint32(e.Pad))<<32
			h.mu.Lock()
			s := h.of[number]
			h.mu.Unlock()
			if s != nil {
				s.end()
			}
		}
	}
}
