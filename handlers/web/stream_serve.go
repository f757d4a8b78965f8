package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/labstack/echo/v4"
)

// ServeStream answers with an event stream that run writes; an error of run is logged, unless the client went or all was said. The
// functions in done are called at the end, whatever happens.
//
// The connection is taken over from net/http, which would keep buffers and the stack of all middleware for as long as a page is open:
// half of the memory of one. So ServeStream returns at once, and run must not touch c. Only where the connection cannot be taken (HEAD,
// HTTP/2) does it wait.
func (s *Site) ServeStream(c echo.Context, run func(*Stream) error, done ...func()) error {
	finish := func() {
		for _, f := range done {
			f()
		}
	}
	out := s.takeStream(c, false)
	if out == nil {
		defer finish()
		out, err := s.OpenStream(c)
		if err != nil {
			return err
		}
		defer out.Close()
		return out.fault(run(out))
	}
	route, id := c.Path(), c.Get(requestIDKey)
	go func() {
		defer s.taken.Done()
		defer finish()
		defer out.Close()
		if err := out.fault(guarded(func() error { return run(out) })); err != nil {
			s.logFailure(classify(err), route, id)
		}
	}()
	return nil
}

// fault is what went wrong with a stream that has ended by err: nothing, when the client went, another process takes over, or all is said.
func (s *Stream) fault(err error) error {
	if s.ctx.Err() == nil && !errors.Is(err, ErrDone) {
		return err
	}
	return nil
}

// guarded turns a panic of f into an error, with its stack.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return f()
}

// takeStream takes the connection over and writes the head of the response and the opening comment to it; nil is one that cannot be taken.
// The body ends with the connection, so that a message costs one write.
func (s *Site) takeStream(c echo.Context, woken bool) *Stream {
	r := c.Request()
	if r.ProtoMajor != 1 || asked(c) == http.MethodHead || !s.enterTaken() {
		return nil
	}
	conn, _, err := http.NewResponseController(c.Response().Writer).Hijack()
	if err != nil {
		s.taken.Done()
		return nil
	}
	c.Response().Committed, c.Response().Status = true, http.StatusOK
	ctx, cancel := context.WithCancel(context.Background()) // what a request's context carries is all of the request
	out := &Stream{ctx: ctx, w: connection{conn}}
	out.end = func() {
		cancel()
		hangups.forget(out)
		_ = conn.Close()
		if woken {
			out.Wake() // nobody waits for the context
		}
	}
	out.stop = context.AfterFunc(s.shutdown, out.end)
	out.now.open(conn)
	s.prepare(c, out, woken)
	out.leavesWith(conn)
	streamHeaders(c)
	head := buffers.Get().(*bytes.Buffer)
	defer keep(head)
	head.WriteString("HTTP/1.1 200 OK\r\nConnection: close\r\nDate: " + time.Now().UTC().Format(http.TimeFormat) + "\r\n")
	_ = c.Response().Header().Write(head) // a buffer takes everything
	head.WriteString("\r\n" + opening)
	_ = out.write(head.Bytes()) // a client that is gone ends the stream
	return out
}

// enterTaken counts a connection in that Close waits for; false once the site is closed.
func (s *Site) enterTaken() bool {
	s.streams.mu.Lock()
	defer s.streams.mu.Unlock()
	if s.shutdown.Err() != nil {
		return false
	}
	s.taken.Add(1)
	return true
}
