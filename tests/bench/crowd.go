package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// mark begins every message that changes a page; what only keeps a connection alive has no id.
var mark = []byte("id: 1\n")

// crowd is many open pages that count what they are told.
type crowd struct {
	host  string
	conns []net.Conn
	heard atomic.Int64
	bytes atomic.Int64
	told  atomic.Int64 // when the last message was sent off, in nanoseconds since 1970
	mu    sync.Mutex
	took  []time.Duration
}

// join opens one page's stream and waits until it has begun.
func (c *crowd) join(ctx context.Context, path, cookie string) error {
	conn, err := (&net.Dialer{Timeout: 10 * time.Second}).DialContext(ctx, "tcp", c.host)
	if err != nil {
		return err
	}
	c.mu.Lock()
	c.conns = append(c.conns, conn)
	c.mu.Unlock()
	request := "GET " + path + " HTTP/1.1\r\nHost: " + c.host + "\r\nHX-Request: true\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n"
	if _, err := conn.Write([]byte(request)); err != nil {
		return err
	}
	if err := conn.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
		return err
	}
	var head []byte
	buf := make([]byte, 4<<10)
	for !bytes.Contains(head, []byte(": open\n\n")) {
		n, err := conn.Read(buf)
		if head = append(head, buf[:n]...); err != nil {
			return fmt.Errorf("GET %s: %w after %q", path, err, head)
		}
	}
	if err := conn.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	go c.listen(conn, buf)
	return nil
}

// listen counts messages until the connection is closed.
func (c *crowd) listen(conn net.Conn, buf []byte) {
	kept := 0 // of the last bytes read, which may be the beginning of a mark
	for {
		n, err := conn.Read(buf[kept:])
		at := time.Now()
		c.bytes.Add(int64(n))
		all := buf[:kept+n]
		if found := bytes.Count(all, mark); found > 0 {
			c.mu.Lock()
			c.took = append(c.took, at.Sub(time.Unix(0, c.told.Load())))
			c.mu.Unlock()
			c.heard.Add(int64(found))
		}
		if err != nil {
			return
		}
		last := len(all)
		if i := bytes.LastIndex(all, mark); i >= 0 {
			last -= i + len(mark)
		}
		kept = copy(buf, all[len(all)-min(last, len(mark)-1):])
	}
}

// tells runs tell, which sends a message to so many pages, and waits until all have it.
func (c *crowd) tells(ctx context.Context, pages int, tell func() error) error {
	want := c.heard.Load() + int64(pages)
	c.told.Store(time.Now().UnixNano())
	if err := tell(); err != nil {
		return err
	}
	for end := time.Now().Add(20 * time.Second); c.heard.Load() < want; time.Sleep(200 * time.Microsecond) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if time.Now().After(end) {
			return fmt.Errorf("%d of %d pages were told", int64(pages)-want+c.heard.Load(), pages)
		}
	}
	if c.heard.Load() > want {
		return fmt.Errorf("the pages were told %d times too often", c.heard.Load()-want)
	}
	return nil
}

func (c *crowd) leave() error {
	var err error
	for _, conn := range c.conns {
		err = errors.Join(err, conn.Close())
	}
	c.conns = nil
	return err
}
