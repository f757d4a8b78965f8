// Package mail keeps letters until they are delivered: by SMTP, or without a server for the operator to read.
package mail

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Letter is plain text for one person.
type Letter struct {
	To      string    `json:"to"`
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
	Tries   int       `json:"tries,omitempty"`
	Tried   time.Time `json:"tried,omitzero"`
	Error   string    `json:"error,omitempty"` // of the last try
}

// kept bounds the letters that nobody delivers: the oldest go first.
const kept = 1000

// eager is after how many tries a letter waits for hours, each time one more.
const eager = 5

// Options says where letters are kept and by which server they go.
type Options struct {
	Dir  string
	From string // the sender's address
	URL  string // smtp:// or smtps://; empty keeps the letters for the operator
	Log  *slog.Logger
}

// Spool is a folder of letters. A letter is in it before Send returns, so what is to be sent outlives the process.
type Spool struct {
	dir    string
	from   string
	server *server // nil without SMTP
	log    *slog.Logger
	mu     sync.Mutex  // one delivery at a time
	next   atomic.Bool // somebody waits to begin one, which will find what came meanwhile

	closing sync.Mutex // guards closed, and that nothing is begun beside its caller once it is set
	closed  bool
	besides sync.WaitGroup
}

// Open makes the folder and reads the server's address.
func Open(o Options) (*Spool, error) {
	s := &Spool{dir: o.Dir, from: o.From, log: o.Log}
	if o.URL != "" {
		var err error
		if s.server, err = parse(o.URL); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return s, nil
}

// Close waits for the letter that is on its way, until ctx ends; those after it stay kept.
func (s *Spool) Close(ctx context.Context) error {
	s.closing.Lock()
	s.closed = true
	s.closing.Unlock()
	done := make(chan struct{})
	go func() { s.besides.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("mail: a letter is still on its way: %w", ctx.Err())
	}
}

// beside runs f while its caller goes on. A closed spool refuses.
func (s *Spool) beside(f func()) bool {
	s.closing.Lock()
	defer s.closing.Unlock()
	if !s.closed {
		s.besides.Go(f)
	}
	return !s.closed
}

func (s *Spool) isClosed() bool {
	s.closing.Lock()
	defer s.closing.Unlock()
	return s.closed
}

// Post is Send for a caller that must not take longer with a letter than without: what is wrong is logged.
func (s *Spool) Post(to, subject, text string) {
	send := func() {
		if err := s.Send(to, subject, text); err != nil {
			s.log.Error("a letter was not taken", "subject", subject, "error", err)
		}
	}
	if !s.beside(send) {
		send()
	}
}

// Send keeps a letter and, with a server, begins to deliver it; a server that is away is tried again by Deliver.
func (s *Spool) Send(to, subject, text string) error {
	l := Letter{To: to, Subject: subject, Text: text, At: time.Now().UTC()}
	if _, err := s.message(l); err != nil { // what cannot become a letter is told to who sends it
		return err
	}
	name := l.At.Format("20060102T150405.000000000") + "-" + uuid.NewString() + ".json"
	if err := s.write(name, l); err != nil {
		return err
	}
	if s.server != nil && s.next.CompareAndSwap(false, true) {
		s.beside(func() { _ = s.Deliver(context.Background()) }) // it is logged, and tried again
	}
	return nil
}

// write replaces a letter as a whole.
func (s *Spool) write(name string, l Letter) error {
	text, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	path := filepath.Join(s.dir, name)
	if err := os.WriteFile(path+".new", text, 0o600); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	return nil
}

// names are the letters' files, the oldest first.
func (s *Spool) names() ([]string, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	var all []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".json") {
			all = append(all, e.Name())
		}
	}
	return all, nil
}

func (s *Spool) read(name string) (l Letter, err error) {
	text, err := os.ReadFile(filepath.Join(s.dir, name))
	if err == nil {
		err = json.Unmarshal(text, &l)
	}
	return l, err
}

// Kept are the letters that are not delivered, the newest first.
func (s *Spool) Kept() ([]Letter, error) {
	names, err := s.names()
	if err != nil {
		return nil, err
	}
	slices.Reverse(names)
	var all []Letter
	for _, name := range names {
		l, err := s.read(name)
		if os.IsNotExist(err) { // delivered meanwhile
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("mail: %s: %w", name, err)
		}
		all = append(all, l)
	}
	return all, nil
}

// Deliver tries every letter once. Without a server it only lets the oldest go when there are too many.
func (s *Spool) Deliver(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next.Store(false)
	names, err := s.names()
	if err != nil {
		return err
	}
	for len(names) > kept {
		if err := os.Remove(filepath.Join(s.dir, names[0])); err != nil {
			return fmt.Errorf("mail: %w", err)
		}
		names = names[1:]
	}
	if s.server == nil {
		return nil
	}
	for _, name := range names {
		if s.isClosed() || ctx.Err() != nil {
			break
		}
		err = errors.Join(err, s.deliver(ctx, name))
	}
	return err
}

// deliver tries one letter. What the server says of it is kept with it and never holds up the others.
func (s *Spool) deliver(ctx context.Context, name string) error {
	l, err := s.read(name)
	if err != nil {
		return fmt.Errorf("mail: %s: %w", name, err)
	}
	if l.Tries >= eager && time.Since(l.Tried) < time.Duration(l.Tries-eager+1)*time.Hour {
		return nil
	}
	m, err := s.message(l)
	if err == nil {
		err = s.server.send(ctx, m)
	}
	if err == nil {
		return os.Remove(filepath.Join(s.dir, name))
	}
	l.Tries, l.Tried, l.Error = l.Tries+1, time.Now().UTC(), err.Error()
	s.log.Warn("a letter was not delivered and is kept", "subject", l.Subject, "tries", l.Tries, "error", err)
	return s.write(name, l)
}

// Health asks whether the server answers; without one there is nothing to ask.
func (s *Spool) Health(ctx context.Context) error {
	if s.server == nil {
		return nil
	}
	return s.server.hello(ctx)
}
