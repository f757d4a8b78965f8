// Package redistest runs a real Redis or Valkey for one test, which may stop, empty and freeze it.
package redistest

import (
	"net"
	"os/exec"
	"syscall"
	"testing"

	"stoa/internal/webtest/program"
)

// Server is a running server without persistence.
type Server struct {
	URL string

	t       testing.TB
	address string
	running *program.Program
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{URL: "redis://" + address, t: t, address: address}
	s.Run()
	t.Cleanup(s.Kill)
	return s
}

// Run starts the server, the first time or again after Kill: at the same address, empty.
func (s *Server) Run() {
	s.t.Helper()
	host, port, err := net.SplitHostPort(s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	cmd := exec.Command(installed(s.t), "--port", port, "--bind", host, "--save", "", "--appendonly", "no", "--daemonize", "no")
	cmd.Dir = s.t.TempDir()
	if s.running, err = program.Start(cmd); err != nil {
		s.t.Fatal(err)
	}
	if err := s.running.Await(s.t.Context(), program.Listens(s.address)); err != nil {
		s.t.Fatal(err)
	}
}

// Kill ends the server as a crash would.
func (s *Server) Kill() { s.running.Kill() }

// Freeze keeps the connections and answers nothing; Thaw ends that.
func (s *Server) Freeze() { s.signal(syscall.SIGSTOP) }

// Thaw goes on.
func (s *Server) Thaw() { s.signal(syscall.SIGCONT) }

func (s *Server) signal(sig syscall.Signal) {
	select {
	case <-s.running.Ended():
		s.t.Fatal("the server has ended")
	default:
	}
	if err := s.running.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

func installed(t testing.TB) string {
	for _, name := range []string{"redis-server", "valkey-server"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("no redis-server and no valkey-server: scripts/install --dev")
	return ""
}
