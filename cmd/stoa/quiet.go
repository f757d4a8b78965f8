package main

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"
)

const (
	quietCPU   = 30 * time.Millisecond // of processor time in a second: more is work
	quietTimes = 2                     // seconds in a row without work
	worthwhile = 3 << 20               // bytes of heap that came since the last time, and an eighth of what was left then
)

// stayLean gives memory back whenever the process has worked and is quiet again, until ctx ends: what it was busy with is garbage
// then, and by itself the runtime would keep it for minutes.
func stayLean(ctx context.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var left uint64 // of the heap after the last time
	used, times := processorTime(), 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := processorTime()
		if times++; now-used > quietCPU {
			times = 0
		}
		used = now
		if times < quietTimes || heap() < left+left/8+worthwhile {
			continue
		}
		debug.FreeOSMemory()
		left, used, times = heap(), processorTime(), 0
	}
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// heap is what the heap takes of the machine's memory, garbage and gaps included.
func heap() uint64 {
	parts := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	metrics.Read(parts)
	var sum uint64
	for _, p := range parts {
		sum += p.Value.Uint64()
	}
	return sum
}
