package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// lab is everything that runs while figures are taken.
type lab struct {
	options
	dir       string
	parts     []*process
	stoa      *stoa
	floors    map[string]target
	listFloor string // where the floor of lists answers, once it does
	desks     []*desk
	report    report
}

// openLab builds and starts everything once, and registers the company that is measured.
func openLab(ctx context.Context, o options) (l *lab, err error) {
	l = &lab{options: o, floors: map[string]target{}, report: report{out: os.Stdout}}
	defer func() {
		if err != nil {
			err = errors.Join(err, l.close())
		}
	}()
	if l.dir, err = os.MkdirTemp("", "stoa-bench-"); err != nil {
		return l, err
	}
	if err = os.Chmod(l.dir, 0o755); err != nil { // the private PostgreSQL may be another user
		return l, err
	}
	if l.program == "" {
		l.program, err = build(ctx, l.dir)
	} else {
		l.program, err = filepath.Abs(l.program) // it runs in a folder of its own
	}
	if err != nil {
		return l, err
	}
	upstream, err := l.part("upstream", "")
	if err != nil {
		return l, err
	}
	for _, name := range []string{"reframe", "proxy"} {
		address, err := l.part(name, upstream)
		if err != nil {
			return l, err
		}
		l.floors[name] = floorTarget(name, l.parts[len(l.parts)-1], address)
	}
	l.stoa = &stoa{program: l.program, home: l.dir, upstream: upstream}
	took, err := l.stoa.up(ctx)
	if err != nil {
		return l, err
	}
	l.report.line("a first start, with a new database, took %s to the first page", took.Round(time.Millisecond))
	return l, l.stoa.register(ctx, "owner@example.com")
}

func (l *lab) part(name, upstream string) (string, error) {
	p, address, err := launchPart(name, upstream)
	if err != nil {
		return "", err
	}
	l.parts = append(l.parts, p)
	return address, nil
}

// close ends everything and removes what it left.
func (l *lab) close() error {
	var err error
	for _, d := range l.desks {
		d.close()
	}
	if l.stoa != nil {
		err = l.stoa.down()
	}
	for _, p := range l.parts {
		err = errors.Join(err, p.stop())
	}
	return errors.Join(err, remove(l.dir))
}

// remove deletes a folder in which a killed PostgreSQL may still write for a moment.
func remove(dir string) error {
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if err := os.RemoveAll(dir); err == nil || time.Now().After(end) {
			return err
		}
	}
}

// restart starts Stoa again on the data that it has, and returns how long it took to the first page.
func (l *lab) restart(ctx context.Context) (time.Duration, error) {
	if err := l.stoa.down(); err != nil {
		return 0, err
	}
	return l.stoa.up(ctx)
}

// ifShort chooses between the brief and the full form of a number.
func ifShort[T any](l *lab, short, full T) T {
	if l.short {
		return short
	}
	return full
}
