// Package redistest runs a real Redis or Valkey for one test, which may stop, empty and freeze it.
package redistest

import (
	"fmt"
	"net"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// Server is a running server without persistence.
type Server struct {
	URL string

	t    testing.TB
	port string
	cmd  *exec.Cmd
	done chan struct{}
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	s := &Server{t: t, port: freePort(t)}
	s.URL = "redis://127.0.0.1:" + s.port
	s.Run()
	t.Cleanup(s.Kill)
	return s
}

// Run starts the server, the first time or again after Kill: at the same address, empty.
func (s *Server) Run() {
	s.t.Helper()
	s.cmd = exec.Command(program(s.t), "--port", s.port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no")
	s.cmd.Dir = s.t.TempDir()
	s.cmd.SysProcAttr = dieWithTest()
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.done = make(chan struct{})
	go func(cmd *exec.Cmd, done chan struct{}) { _ = cmd.Wait(); close(done) }(s.cmd, s.done)
	for range 500 {
		if c, err := (&net.Dialer{}).DialContext(s.t.Context(), "tcp", "127.0.0.1:"+s.port); err == nil {
			_ = c.Close()
			return
		}
		select {
		case <-s.done:
			s.t.Fatalf("redis-server ended at its start: %v", s.cmd.ProcessState)
		case <-time.After(20 * time.Millisecond):
		}
	}
	s.t.Fatal("redis-server does not answer")
}

// Kill ends the server as a crash would.
func (s *Server) Kill() {
	select {
	case <-s.done:
		return
	default:
	}
	_ = s.cmd.Process.Kill()
	<-s.done
}

// Freeze keeps the connections and answers nothing; Thaw ends that.
func (s *Server) Freeze() { s.signal(syscall.SIGSTOP) }

// Thaw goes on.
func (s *Server) Thaw() { s.signal(syscall.SIGCONT) }

func (s *Server) signal(sig syscall.Signal) {
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

func program(t testing.TB) string {
	for _, name := range []string{"redis-server", "valkey-server"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("no redis-server and no valkey-server: scripts/install --dev")
	return ""
}

func freePort(t testing.TB) string {
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // only its number was wanted
	return fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
}
