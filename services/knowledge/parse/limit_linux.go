package parse

import "syscall"

// limitMemory makes what asks for more memory fail, here and in what we start.
func limitMemory() error {
	const address = 4 * childMemory // of addresses, of which Go reserves more than it uses
	return syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: address, Max: address})
}
