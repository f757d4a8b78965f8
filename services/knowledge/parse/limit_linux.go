package parse

import (
	"syscall"
	"time"
)

// limit makes what asks for more memory, or computes for longer, fail, here and in what we start, even when nobody is left to end it; and
// lets everything else of the machine go first.
func limit(patience time.Duration) error {
	const address = 4 * childMemory // of addresses, of which Go reserves more than it uses
	for kind, most := range map[int]uint64{
		syscall.RLIMIT_AS: address, syscall.RLIMIT_DATA: childMemory, syscall.RLIMIT_CPU: uint64(patience / time.Second),
	} {
		if err := syscall.Setrlimit(kind, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return err
		}
	}
	return syscall.Setpriority(syscall.PRIO_PROCESS, 0, 10)
}
