package main

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"
)

const (
	quietCPU   = 30 * time.Millisecond // of processor time in a second: more is work
	quietTimes = 2                     // seconds in a row without work
	worthwhile = 3 << 20               // bytes of heap that came since the last time, and an eighth of what was left then
	roomy      = 20 << 20              // bytes of garbage that may gather while there is work
)

// stayLean gives memory back whenever the process has worked and is quiet again, until ctx ends: what it was busy with is garbage
// then, and by itself the runtime would keep it for minutes. So garbage may gather while there is work, unless GOGC says how much:
// the runtime would collect it whenever it is as much as what is in use, which is 4 MB here and passes within 30 pages.
func stayLean(ctx context.Context) {
	percent, tuned := 100, os.Getenv("GOGC") == ""
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
		if p := room(inUse()); tuned && (p > percent+percent/4 || p < percent-percent/4) {
			debug.SetGCPercent(p)
			percent = p
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

// room is how much garbage may gather, in percent of what is in use; never less than the runtime allows by itself.
func room(inUse uint64) int {
	return int(max(100, min(500, 100*roomy/max(inUse, 1))))
}

// inUse is what the last collection has left of the heap.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
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
