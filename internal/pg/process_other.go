//go:build !linux

package pg

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// dieWithParent does nothing here: only Linux can. A server that outlives a killed Stoa is ended at the next start.
func dieWithParent(*syscall.SysProcAttr) {}

// processOf describes a running process: its command line, or exists = false.
func processOf(pid int) (commandLine string, exists bool) {
	out, err := exec.Command("ps", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return strings.TrimSpace(string(out)), err == nil
}

// processName is the short name of a process.
func processName(pid int) string {
	out, err := exec.Command("ps", "-o", "comm=", "-p", strconv.Itoa(pid)).Output()
	if err != nil {
		return ""
	}
	return filepath.Base(strings.TrimSpace(string(out)))
}
