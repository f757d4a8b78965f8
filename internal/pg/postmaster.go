package pg

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Signals of the server's own protocol: fast and immediate shutdown.
var (
	fastStop os.Signal = syscall.SIGINT
	hardStop os.Signal = syscall.SIGQUIT
)

// supervise runs the server until Stop, starting it again when it dies; up hears once how the first start went.
//
// The kernel signals the server when the thread that forked it ends (see dieWithParent), so this
// goroutine keeps its thread and stays in it for as long as the server lives.
func (c *Cluster) supervise(ctx context.Context, up chan<- error) {
	runtime.LockOSThread()
	defer close(c.done)
	started, err := c.startUntil(ctx)
	up <- err
	if err != nil {
		return
	}
	for {
		err := c.tend(started)
		if c.stopped() {
			return
		}
		c.log.Warn("private PostgreSQL ended and is started again", "cause", err)
		if started = c.restart(); started == nil {
			return
		}
	}
}

// restart tries until the server is up again, or returns nil when Stop comes first.
func (c *Cluster) restart() *server {
	for pause := 100 * time.Millisecond; ; pause = min(2*pause, 5*time.Second) {
		ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
		s, err := c.startUntil(ctx)
		cancel()
		if err == nil {
			c.log.Info("private PostgreSQL is up again")
			return s
		}
		if c.stopped() {
			return nil
		}
		c.log.Error("private PostgreSQL does not start", "err", err)
		select {
		case <-c.stopping:
			return nil
		case <-time.After(pause):
		}
	}
}

func (c *Cluster) stopped() bool {
	select {
	case <-c.stopping:
		return true
	default:
		return false
	}
}

// server is one run of the postmaster.
type server struct {
	cmd    *exec.Cmd
	output *serverLog
	exited chan error // gets what Wait returned
}

// tend waits for the server's end and passes on the wish to stop.
func (c *Cluster) tend(s *server) error {
	stopping := c.stopping
	for {
		select {
		case err := <-s.exited:
			return err
		case <-stopping:
			stopping = nil
			_ = s.cmd.Process.Signal(fastStop)
		case sig := <-c.signals:
			_ = s.cmd.Process.Signal(sig)
		}
	}
}

// startUntil starts the server and waits until it answers. What a crash left behind (backends that
// still use the shared memory, a dead postmaster nobody has reaped) goes away by itself: it tries again.
func (c *Cluster) startUntil(ctx context.Context) (*server, error) {
	for {
		s, err := c.startOnce(ctx)
		if err == nil || !s.leftover() {
			return s, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-c.stopping:
			return nil, err
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// startOnce forks the server on the calling thread and waits until it answers or ends.
func (c *Cluster) startOnce(ctx context.Context) (*server, error) {
	s := &server{output: &serverLog{log: c.log}, exited: make(chan error, 1)}
	s.cmd = c.command(context.Background(), "postgres", c.arguments()...)
	s.cmd.Stderr = s.output
	s.cmd.WaitDelay = 2 * time.Second // backends that outlive a killed postmaster hold the pipe for a moment
	dieWithParent(s.cmd.SysProcAttr)
	if err := s.cmd.Start(); err != nil {
		return s, fmt.Errorf("start PostgreSQL: %w", err)
	}
	go func() { s.exited <- s.cmd.Wait() }()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-s.exited:
			return s, fmt.Errorf("PostgreSQL ended at its start: %w: %s", endError(err), s.output.tail())
		case <-ctx.Done():
			_ = s.cmd.Process.Signal(hardStop)
			err := <-s.exited
			return s, fmt.Errorf("PostgreSQL did not start in time: %w: %s", endError(err), s.output.tail())
		case <-tick.C:
			if c.answers(ctx) {
				return s, nil
			}
		}
	}
}

// endError gives a clean exit, too, the form of an error.
func endError(err error) error {
	if err == nil {
		return errors.New("exit status 0")
	}
	return err
}

// leftover says whether the start failed only because an earlier server is not quite gone.
func (s *server) leftover() bool {
	out := s.output.tail()
	return strings.Contains(out, "still in use") || strings.Contains(out, "postmaster.pid")
}

func (c *Cluster) answers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, c.url(adminUser, "postgres"))
	if err != nil {
		return false
	}
	return conn.Close(ctx) == nil
}

// arguments are the server's settings: small, durable, reachable by the socket only, and without row data in its log.
func (c *Cluster) arguments() []string {
	settings := []string{
		"listen_addresses=", "unix_socket_permissions=0700", "port=" + port, "max_connections=100",
		"shared_buffers=128MB", "max_wal_size=512MB", "jit=off", "timezone=UTC", "log_timezone=UTC",
		"logging_collector=off", "log_min_messages=log", "log_min_error_statement=panic", "log_error_verbosity=terse",
	}
	args := []string{"-D", c.data(), "-k", c.socket}
	for _, s := range append(settings, c.extra...) {
		args = append(args, "-c", s)
	}
	return args
}

// command prepares one of the server's programs: as the server's user, in a folder that user can
// enter, in a process group of its own (Ctrl-C is for Stoa, which then stops it), messages in English.
func (c *Cluster) command(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(c.bin.Dir, program), args...)
	cmd.Dir = "/"
	cmd.Env = []string{"PATH=" + c.bin.Dir + ":" + os.Getenv("PATH"), "LC_MESSAGES=C", "TZ=UTC"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: c.user.credential()}
	return cmd
}
