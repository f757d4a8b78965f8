package pg

import (
	"bytes"
	"fmt"
	"os"
	"syscall"
)

// dieWithParent makes the kernel shut the server down cleanly when the thread that forked it ends,
// also by kill -9 of this process.
func dieWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGINT }

// processOf describes a running process: its command line, or exists = false. A zombie (dead, not
// yet reaped) exists and has no command line.
func processOf(pid int) (commandLine string, exists bool) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		return "", false
	}
	return string(bytes.ReplaceAll(b, []byte{0}, []byte(" "))), true
}

// processName is the short name of a process, zombies included.
func processName(pid int) string {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return ""
	}
	from, to := bytes.IndexByte(b, '('), bytes.LastIndexByte(b, ')')
	if from < 0 || to < from {
		return ""
	}
	return string(b[from+1 : to])
}
