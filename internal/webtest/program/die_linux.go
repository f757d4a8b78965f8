package program

import "syscall"

// dieWithUs: a test program that is killed leaves nothing behind, and what its terminal sends is not for its programs.
func dieWithUs() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}
