package pg

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
)

// serverLog passes the server's lines on to our log and keeps the last ones for error messages.
type serverLog struct {
	log *slog.Logger

	mu   sync.Mutex
	rest []byte
	last []string
}

const keptLines = 6

// Write implements io.Writer; it never fails, so that the server never blocks on its log.
func (l *serverLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rest = append(l.rest, p...)
	for {
		line, rest, found := bytes.Cut(l.rest, []byte("\n"))
		if !found {
			return len(p), nil
		}
		l.rest = rest
		l.line(string(line))
	}
}

func (l *serverLog) line(s string) {
	_, text, _ := strings.Cut(s, "] ") // after the default prefix: time [pid]
	if text == "" {
		text = s
	}
	level := slog.LevelDebug
	if strings.HasPrefix(text, "PANIC:") {
		level = slog.LevelError
	}
	l.log.Log(context.Background(), level, "postgres", "line", text)
	l.last = append(l.last, text)
	if len(l.last) > keptLines {
		l.last = l.last[1:]
	}
}

// tail is the server's last words on one line.
func (l *serverLog) tail() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.last) == 0 {
		return "no message"
	}
	return strings.Join(l.last, "; ")
}
