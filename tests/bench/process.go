package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// patience is how long a process may take to end when it is asked to.
const patience = 20 * time.Second

// process is a program that the bench has started and has to end.
type process struct {
	name  string
	cmd   *exec.Cmd
	log   bytes.Buffer // what it wrote to standard error; safe to read when it has ended
	ended chan struct{}
	hold  interface{ Close() error } // its standard input: closed when we are gone
	asked bool
}

// launch starts a program that ends when this one does, in whatever way this one ends.
func launch(name string, cmd *exec.Cmd) (*process, error) {
	p := &process{name: name, cmd: cmd, ended: make(chan struct{})}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	p.hold, cmd.Stderr = stdin, &p.log
	endWithParent(cmd)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = cmd.Wait() // how it ended shows in exited
		close(p.ended)
	}()
	return p, nil
}

// launchPart starts a helper in a process of its own and returns its address.
func launchPart(name, upstream string) (*process, string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, "", err
	}
	cmd := exec.Command(self, "-part", name, "-upstream", upstream)
	read, write, err := os.Pipe()
	if err != nil {
		return nil, "", err
	}
	defer read.Close()
	cmd.Stdout = write
	p, err := launch(name, cmd)
	write.Close() // the child has its own
	if err != nil {
		return nil, "", err
	}
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return nil, "", errors.Join(fmt.Errorf("%s did not start", name), p.stop())
	}
	return p, strings.TrimSpace(address), nil
}

func (p *process) pid() int { return p.cmd.Process.Pid }

// stop asks the process to end and waits; one that does not is killed, which is an error, and so is
// one that had ended before.
func (p *process) stop() error {
	defer p.hold.Close() //nolint:errcheck // a pipe that only says that we live
	select {
	case <-p.ended:
		if p.asked {
			return nil
		}
		return fmt.Errorf("%s ended by itself: %s\n%s", p.name, p.cmd.ProcessState, lastLines(p.log.String()))
	default:
	}
	p.asked = true
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // it may be ending this moment
	select {
	case <-p.ended:
		return nil
	case <-time.After(patience):
		_ = p.cmd.Process.Kill()
		<-p.ended
		return fmt.Errorf("%s did not end when asked to:\n%s", p.name, lastLines(p.log.String()))
	}
}

func lastLines(log string) string {
	lines := strings.Split(strings.TrimSpace(log), "\n")
	return strings.Join(lines[max(0, len(lines)-10):], "\n")
}
