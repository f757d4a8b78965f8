// Package program runs real programs beside a test or a benchmark, and none of them longer than that.
package program

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Patience covers the start of a program on a machine that builds at the same time.
const Patience = 90 * time.Second

// endPatience is how long a program may take to end that is asked to.
const endPatience = 30 * time.Second

// Program is one that has been started.
type Program struct {
	name   string
	cmd    *exec.Cmd
	log    log
	ended  chan struct{}
	result error // of the program; to be read when it has ended
}

// Start runs a command until it is ended, or this process ends. What it writes is kept for Log, where the command does not
// say where to.
func Start(cmd *exec.Cmd) (*Program, error) {
	p := &Program{name: filepath.Base(cmd.Path), cmd: cmd, ended: make(chan struct{})}
	if cmd.Stdout == nil {
		cmd.Stdout = &p.log
	}
	if cmd.Stderr == nil {
		cmd.Stderr = &p.log
	}
	cmd.SysProcAttr = dieWithUs()
	cmd.WaitDelay = time.Second // what it has started itself may live on and hold what it writes to
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() { p.result = cmd.Wait(); close(p.ended) }()
	return p, nil
}

// Await asks until the program is ready. It is an error, with what the program wrote, when it ends before, and after Patience.
func (p *Program) Await(ctx context.Context, ready func(context.Context) bool) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !ready(ctx) {
		select {
		case <-tick.C:
		case <-p.ended:
			return fmt.Errorf("%s ended at its start: %w\n%s", p.name, p.result, p.Log())
		case <-ctx.Done():
			return fmt.Errorf("%s does not get ready: %w\n%s", p.name, ctx.Err(), p.Log())
		}
	}
	return nil
}

// Ended is closed when the program has ended.
func (p *Program) Ended() <-chan struct{} { return p.ended }

// Log is what the program has written so far.
func (p *Program) Log() string { return p.log.String() }

// Signal sends a signal; that the program has ended is no error.
func (p *Program) Signal(sig os.Signal) error {
	if err := p.cmd.Process.Signal(sig); !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	return nil
}

// Kill ends the program as a crash would, and returns when it has ended.
func (p *Program) Kill() {
	_ = p.cmd.Process.Kill() // it may have ended
	<-p.ended
}

// Stop asks the program to end, and returns how it did. One that has not ended after 30 seconds is killed, which is an error.
func (p *Program) Stop() error {
	if err := p.Signal(syscall.SIGINT); err != nil {
		return err
	}
	select {
	case <-p.ended:
		return p.result
	case <-time.After(endPatience):
		p.Kill()
		return fmt.Errorf("%s did not stop", p.name)
	}
}

// Listens asks whether somebody takes connections at an address.
func Listens(address string) func(context.Context) bool {
	return func(ctx context.Context) bool {
		c, err := new(net.Dialer).DialContext(ctx, "tcp", address)
		if err != nil {
			return false
		}
		_ = c.Close() // that it was taken is the answer
		return true
	}
}

// Answers asks whether a page answers 200.
func Answers(address string) func(context.Context) bool {
	return func(ctx context.Context) bool {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			return false
		}
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			return false
		}
		_ = res.Body.Close() // its status is the answer
		return res.StatusCode == http.StatusOK
	}
}

// FreeAddress is a loopback address at which nobody listens at this moment.
func FreeAddress(ctx context.Context) (string, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// log keeps what a program writes, which may be read meanwhile.
type log struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
