package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"
)

const (
	memoryLimit = 60e6
	startLimit  = 2 * time.Second
)

// start is how long a start on existing data takes to the first page.
func (l *lab) start(ctx context.Context) error {
	var took []time.Duration
	for range ifShort(l, 1, 3) {
		t, err := l.restart(ctx)
		if err != nil {
			return err
		}
		took = append(took, t)
	}
	slices.Sort(took)
	median := took[len(took)/2]
	l.report.bound("warm start to the first page", ms(median), "≤ 2 s", median <= startLimit, hard)
	return nil
}

// idle is the memory of the Stoa process, PostgreSQL apart, when nothing has happened after a start.
func (l *lab) idle(ctx context.Context) error {
	if _, err := l.restart(ctx); err != nil {
		return err
	}
	wait := ifShort(l, 2*time.Second, 10*time.Second)
	select {
	case <-time.After(wait):
	case <-ctx.Done():
		return ctx.Err()
	}
	return l.memory(fmt.Sprintf("resident memory, idle %s after the start", wait))
}

// memory holds what the Stoa process has in RAM against its bound.
func (l *lab) memory(name string) error {
	n, err := residentBytes(l.stoa.process.pid())
	if err == nil {
		l.report.bound(name, fmt.Sprintf("%.1f MB", float64(n)/1e6), "≤ 60 MB", n <= memoryLimit, hard)
	}
	return err
}

const listRows = 25

// page is what the list of chats costs, with all its rows, for somebody who is logged in.
func (l *lab) page(ctx context.Context) error {
	for range listRows {
		if _, err := l.stoa.newChat(ctx, pace{time.Millisecond, 1}); err != nil {
			return err
		}
	}
	requests := ifShort(l, 100, 1000)
	var times []time.Duration
	var begin cpu
	for i := range requests + requests/10 {
		if i == requests/10 { // warmed up
			var err error
			if begin, err = treeCPU(l.stoa.process.pid()); err != nil {
				return err
			}
			times = times[:0]
		}
		took, err := l.stoa.list(ctx)
		if err != nil {
			return err
		}
		times = append(times, took)
	}
	end, err := treeCPU(l.stoa.process.pid())
	if err == nil {
		l.report.line("page: GET /chats with %d rows, one after the other: p50 %s, p95 %s, CPU %s each, PostgreSQL included", listRows,
			ms(quantile(times, 0.5)), ms(quantile(times, 0.95)), ms(end.each(begin, requests).all))
	}
	return err
}

// list fetches the list of chats and checks that all its rows are there.
func (s *stoa) list(ctx context.Context) (time.Duration, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/chats", nil)
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	res, err := s.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	took := time.Since(begin)
	if rows := strings.Count(string(body), `<tr id="row-conversations-`); err == nil && rows < listRows {
		err = fmt.Errorf("GET /chats: %s with %d rows", res.Status, rows)
	}
	return took, err
}

// saveProfile writes a CPU profile of Stoa over the next seconds.
func (s *stoa) saveProfile(ctx context.Context, file string, seconds int) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/debug/pprof/profile?seconds=%d", s.ops, seconds), nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	return os.WriteFile(file, body, 0o644)
}
