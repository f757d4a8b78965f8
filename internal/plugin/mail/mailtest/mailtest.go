// Package mailtest runs a real SMTP server for tests and reads what arrived there.
package mailtest

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stoa/internal/webtest/program"
)

// Letter is one that arrived.
type Letter struct{ From, To, Subject, Text string }

// Server is a running aiosmtpd.
type Server struct {
	Addr    string
	dir     string
	running *program.Program
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Addr: address, dir: filepath.Join(t.TempDir(), "box")}
	t.Cleanup(s.Stop)
	s.Restart(t)
	return s
}

// Restart runs the server at its address again, with what has arrived.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	path, err := exec.LookPath("aiosmtpd")
	if err != nil {
		t.Fatalf("no SMTP server to test with: run scripts/install --dev (%v)", err)
	}
	s.running, err = program.Start(exec.Command(path, "-n", "-l", s.Addr, "-c", "aiosmtpd.handlers.Mailbox", s.dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.running.Await(t.Context(), program.Listens(s.Addr)); err != nil {
		t.Fatal(err)
	}
}

// Stop ends the server.
func (s *Server) Stop() {
	if s.running != nil {
		s.running.Kill()
		s.running = nil
	}
}

// Wait returns the letters when there are so many.
func (s *Server) Wait(t testing.TB, n int) []Letter {
	t.Helper()
	for end := time.Now().Add(program.Patience); ; time.Sleep(20 * time.Millisecond) {
		all, err := s.Letters()
		if err != nil {
			t.Fatal(err)
		}
		if len(all) >= n {
			return all
		}
		if time.Now().After(end) {
			t.Fatalf("%d letters arrived, want %d", len(all), n)
		}
	}
}

// Letters are those that have arrived, the oldest first.
func (s *Server) Letters() (all []Letter, err error) {
	files, err := filepath.Glob(filepath.Join(s.dir, "new", "*"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		l, err := read(raw)
		if err != nil {
			return nil, fmt.Errorf("%w in\n%s", err, raw)
		}
		all = append(all, l)
	}
	return all, nil
}

func read(raw []byte) (l Letter, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return l, err
	}
	body := m.Body
	if m.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
		body = quotedprintable.NewReader(body)
	}
	text, err := io.ReadAll(body)
	if err != nil {
		return l, err
	}
	l = Letter{From: m.Header.Get("From"), To: m.Header.Get("To"), Text: strings.ReplaceAll(string(text), "\r\n", "\n")}
	l.Subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	return l, err
}
