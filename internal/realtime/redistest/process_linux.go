package redistest

import "syscall"

// dieWithTest: a test program that is killed leaves no Stoa behind.
func dieWithTest() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}
