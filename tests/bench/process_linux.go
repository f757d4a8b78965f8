package main

import (
	"os/exec"
	"syscall"
)

// endWithParent has the kernel end a child that outlives us. Helpers also watch their standard input.
func endWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
}
