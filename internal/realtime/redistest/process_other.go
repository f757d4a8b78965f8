//go:build !linux

package redistest

import "syscall"

// dieWithTest: elsewhere the kernel does not tell a process that its parent ended.
func dieWithTest() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
