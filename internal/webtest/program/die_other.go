//go:build !linux

package program

import "syscall"

// dieWithUs: elsewhere the kernel does not tell a process that its parent ended.
func dieWithUs() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
