// Package mailtest runs a real SMTP server for tests and reads what arrived there.
package mailtest

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience covers the start of a program on a machine that builds at the same time.
const patience = 60 * time.Second

// Letter is one that arrived.
type Letter struct{ From, To, Subject, Text string }

// Server is a running aiosmtpd.
type Server struct {
	Addr string
	dir  string
	cmd  *exec.Cmd
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Addr: l.Addr().String(), dir: filepath.Join(t.TempDir(), "box")}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	s.Restart(t)
	return s
}

// Restart runs the server at its address again, with what has arrived.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	program, err := exec.LookPath("aiosmtpd")
	if err != nil {
		t.Fatalf("no SMTP server to test with: run scripts/install --dev (%v)", err)
	}
	var said bytes.Buffer
	s.cmd = exec.Command(program, "-n", "-l", s.Addr, "-c", "aiosmtpd.handlers.Mailbox", s.dir)
	s.cmd.Stdout, s.cmd.Stderr = &said, &said
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		c, err := new(net.Dialer).DialContext(t.Context(), "tcp", s.Addr)
		if err == nil {
			_ = c.Close()
			return
		}
		if time.Now().After(end) {
			s.Stop()
			t.Fatalf("the SMTP server does not listen: %v\n%s", err, said.String())
		}
	}
}

// Stop ends the server.
func (s *Server) Stop() {
	if s.cmd != nil {
		_ = s.cmd.Process.Kill() // it may have ended
		_ = s.cmd.Wait()
		s.cmd = nil
	}
}

// Wait returns the letters when there are so many.
func (s *Server) Wait(t testing.TB, n int) []Letter {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
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
