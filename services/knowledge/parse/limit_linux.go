package parse

import "syscall"

// limitMemory makes what asks for more memory fail, here and in what we start, and lets everything else of the machine go first.
func limitMemory() error {
	const address = 4 * childMemory // of addresses, of which Go reserves more than it uses
	for kind, most := range map[int]uint64{syscall.RLIMIT_AS: address, syscall.RLIMIT_DATA: childMemory} {
		if err := syscall.Setrlimit(kind, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return err
		}
	}
	return syscall.Setpriority(syscall.PRIO_PROCESS, 0, 10)
}
