package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of the times in /proc/PID/stat: USER_HZ is 100 on every Linux.
const tick = 10 * time.Millisecond

// stat is what /proc tells of a process.
type stat struct {
	parent int
	own    time.Duration // processor time
	ended  time.Duration // that of its children that have ended
}

// cpu is processor time of a program: the process alone, and all that it started included.
type cpu struct{ own, all time.Duration }

// each divides what was used since begin.
func (c cpu) each(begin cpu, n int) cpu {
	return cpu{(c.own - begin.own) / time.Duration(n), (c.all - begin.all) / time.Duration(n)}
}

func readStat(pid int) (stat, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return stat{}, err
	}
	// The name in brackets may hold blanks; the state follows it, then the parent.
	fields := strings.Fields(string(raw[bytes.LastIndexByte(raw, ')')+1:]))
	if len(fields) < 15 {
		return stat{}, fmt.Errorf("/proc/%d/stat: %q", pid, raw)
	}
	var s stat
	if s.parent, err = strconv.Atoi(fields[1]); err != nil {
		return s, err
	}
	for i, field := range fields[11:15] { // utime, stime, cutime, cstime
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return s, err
		}
		if i < 2 {
			s.own += time.Duration(n) * tick
		} else {
			s.ended += time.Duration(n) * tick
		}
	}
	return s, nil
}

// treeCPU is the processor time that a process and everything below it have used, those that have
// ended included: PostgreSQL and each of its backends are children of Stoa.
func treeCPU(root int) (cpu, error) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return cpu{}, fmt.Errorf("the figures need Linux: %w", err)
	}
	all := map[int]stat{}
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil {
			if s, err := readStat(pid); err == nil { // else it has just ended
				all[pid] = s
			}
		}
	}
	if _, ok := all[root]; !ok {
		return cpu{}, fmt.Errorf("process %d is gone", root)
	}
	used := cpu{own: all[root].own}
	for pid, s := range all {
		if below(all, pid, root) {
			used.all += s.own + s.ended
		}
	}
	return used, nil
}

func below(all map[int]stat, pid, root int) bool {
	for pid != root {
		s, ok := all[pid]
		if !ok || pid == 1 {
			return false
		}
		pid = s.parent
	}
	return true
}

// residentBytes is the memory of one process that is in RAM.
func residentBytes(pid int) (int64, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(raw)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
			return kb << 10, err
		}
	}
	return 0, fmt.Errorf("process %d has no VmRSS", pid)
}
