package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// load is how many streams run at once, and how.
type load struct {
	streams int
	pace    pace
	ramp    time.Duration // over which they start
}

func (l load) String() string {
	return fmt.Sprintf("%d streams × one token per %s, %d tokens each", l.streams, l.pace.every, l.pace.tokens)
}

// outcome is what one round of a load says about one target.
type outcome struct {
	lagP50, lagP95     time.Duration
	firstP50, addedP50 time.Duration // to the first token; without the provider's own time
	cpuToken           cpu           // for each token while all streams run
	cpuWhole           cpu           // for each token from the first question to the last row
	bytesToken         float64
}

// run drives one load through a target. Any lost token is an error.
func (l load) run(ctx context.Context, t target) (o outcome, err error) {
	ctx, cancel := context.WithTimeout(ctx, l.ramp+time.Duration(l.pace.tokens)*l.pace.every+time.Minute)
	defer cancel()
	streams, err := t.open(ctx, l.streams, l.pace)
	defer func() {
		for _, s := range streams {
			if s != nil {
				err = errors.Join(err, s.Close())
			}
		}
	}()
	if err != nil {
		return o, err
	}
	r := &round{load: l, target: t, running: make(chan struct{}), ending: make(chan struct{})}
	r.waiting.Store(int64(l.streams))
	begin, err := treeCPU(t.pid)
	if err != nil {
		return o, err
	}
	steady := make(chan error, 1)
	go func() { steady <- r.watch(ctx) }()
	if err := r.all(ctx, streams); err != nil {
		cancel()
		return o, errors.Join(err, ignoreCanceled(<-steady))
	}
	if err := <-steady; err != nil {
		return o, err
	}
	end, err := treeCPU(t.pid)
	if err != nil {
		return o, err
	}
	o = r.outcome()
	o.cpuWhole = end.each(begin, l.streams*l.pace.tokens)
	return o, nil
}

func ignoreCanceled(err error) error {
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// round is a load that runs.
type round struct {
	load
	target   target
	readings []*reading

	waiting  atomic.Int64  // streams without a token
	tokens   atomic.Int64  // read so far, by all
	running  chan struct{} // closed when each stream has its first token
	ending   chan struct{} // closed when the first stream has its last
	endOnce  sync.Once
	cpuToken cpu
}

// watch measures the processor time while all streams run.
func (r *round) watch(ctx context.Context) error {
	select {
	case <-r.running:
	case <-ctx.Done():
		return ctx.Err()
	}
	tokens := r.tokens.Load()
	begin, err := treeCPU(r.target.pid)
	if err != nil {
		return err
	}
	select {
	case <-r.ending:
	case <-ctx.Done():
		return ctx.Err()
	}
	tokens = r.tokens.Load() - tokens
	end, err := treeCPU(r.target.pid)
	if err == nil && tokens > 0 {
		r.cpuToken = end.each(begin, int(tokens))
	}
	return err
}

// all runs every stream to its stored end.
func (r *round) all(ctx context.Context, streams []stream) error {
	r.readings = make([]*reading, len(streams))
	failed := make([]error, len(streams))
	begin := time.Now()
	var wg sync.WaitGroup
	for i, s := range streams {
		r.readings[i] = &reading{want: r.pace.tokens, onFirst: r.started, onToken: func() { r.tokens.Add(1) }}
		wg.Go(func() {
			select {
			case <-time.After(time.Until(begin.Add(startOffset(i, len(streams), r.ramp, r.pace.every)))):
				failed[i] = r.one(ctx, s, r.readings[i])
			case <-ctx.Done():
				failed[i] = ctx.Err()
			}
		})
	}
	wg.Wait()
	for i, err := range failed {
		if err != nil {
			return fmt.Errorf("stream %d of %s: %w", i, r.target.name, err) // the first says enough
		}
	}
	return nil
}

func (r *round) one(ctx context.Context, s stream, into *reading) error {
	into.asked = time.Now()
	body, err := s.ask(ctx)
	if err != nil {
		return err
	}
	if err := into.follow(body); err != nil {
		return err
	}
	r.endOnce.Do(func() { close(r.ending) })
	return s.settle()
}

func (r *round) started() {
	if r.waiting.Add(-1) == 0 {
		close(r.running)
	}
}

func (r *round) outcome() outcome {
	var lags, first, added []time.Duration
	var bytes int64
	for _, one := range r.readings {
		lags = append(lags, one.lags...)
		first, added = append(first, one.first), append(added, one.added)
		bytes += one.bytes
	}
	return outcome{
		lagP50: quantile(lags, 0.5), lagP95: quantile(lags, 0.95),
		firstP50: quantile(first, 0.5), addedP50: quantile(added, 0.5),
		cpuToken: r.cpuToken, bytesToken: float64(bytes) / float64(len(lags)),
	}
}

// quantile sorts values in place. Of nothing it is 0.
func quantile[T interface{ ~int64 | ~float64 }](values []T, q float64) T {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[min(len(values)-1, int(q*float64(len(values))))]
}
