package main

import (
	"context"
	"fmt"
	"time"
)

func (l *lab) streams20(ctx context.Context) error {
	err := l.streams(ctx, "20 streams", load{streams: 20, pace: pace{50 * time.Millisecond, ifShort(l, 60, 240)}, ramp: ifShort(l, time.Second, 2*time.Second)})
	if err != nil {
		return err
	}
	return l.memory("resident memory after 20 streams")
}

func (l *lab) streams200(ctx context.Context) error {
	return l.streams(ctx, "200 streams", load{streams: 200, pace: pace{100 * time.Millisecond, ifShort(l, 30, 120)}, ramp: ifShort(l, time.Second, 2*time.Second)})
}

// streams runs a load through the floors and through Stoa in turn, so that all meet the same machine,
// and compares the medians of the rounds.
func (l *lab) streams(ctx context.Context, name string, load load) error {
	targets := []target{l.floors["reframe"], l.stoa.target(), l.floors["proxy"]}
	warm := load
	warm.streams, warm.pace, warm.ramp = min(5, load.streams), pace{20 * time.Millisecond, 20}, 0
	rounds := ifShort(l, 1, 3)
	got := map[string][]outcome{}
	for _, t := range targets {
		if _, err := warm.run(ctx, t); err != nil {
			return err
		}
	}
	for i := range rounds {
		for _, t := range targets {
			o, err := l.profiled(ctx, load, t, i == rounds-1)
			if err != nil {
				return err
			}
			l.report.line("  %-7s round %d: lag p50 %s p95 %s; first token %s, without the model's time %s; CPU a token %s, with its children %s, with sending %s; %.0f bytes a token",
				t.name, i+1, ms(o.lagP50), ms(o.lagP95), ms(o.firstP50), ms(o.addedP50), us(o.cpuToken.own), us(o.cpuToken.all), us(o.cpuWhole.all), o.bytesToken)
			got[t.name] = append(got[t.name], o)
		}
	}
	l.report.line("%s: %s, %d interleaved rounds, medians", name, load, rounds)
	l.judge(name, median(got["reframe"]), median(got["stoa"]), median(got["proxy"]))
	return nil
}

// profiled runs a load; with the option, and when it is the last of Stoa's, a profile is written meanwhile.
func (l *lab) profiled(ctx context.Context, load load, t target, last bool) (outcome, error) {
	written := make(chan error, 1)
	if l.profile != "" && t.name == "stoa" && last {
		seconds := max(1, int((time.Duration(load.pace.tokens) * load.pace.every).Seconds()))
		go func() { written <- l.stoa.saveProfile(ctx, l.profile, seconds) }()
	} else {
		written <- nil
	}
	o, err := load.run(ctx, t)
	if err != nil {
		return o, err
	}
	if err := <-written; err != nil {
		return o, fmt.Errorf("profile: %w", err)
	}
	return o, nil
}

func (l *lab) judge(name string, floor, stoa, proxy outcome) {
	l.report.bound(name+": lag p50", ms(stoa.lagP50), fmt.Sprintf("≤ %s + 1 ms [+ 0.3 ms]", ms(floor.lagP50)), stoa.lagP50 <= floor.lagP50+time.Millisecond, soft)
	l.report.ratio(name+": lag p95", stoa.lagP95, floor.lagP95, ms, 2, 0)
	l.report.ratio(name+": CPU a token", stoa.cpuToken.all, floor.cpuToken.all, us, 2, 1.15)
	l.report.ratio(name+": CPU a token, without PostgreSQL", stoa.cpuToken.own, floor.cpuToken.own, us, 0, 0)
	l.report.ratio(name+": CPU a token, with sending the message", stoa.cpuWhole.all, floor.cpuWhole.all, us, 0, 0)
	l.report.ratio(name+": first token", stoa.firstP50, proxy.firstP50, ms, 3, 1.5)
	l.report.ratio(name+": first token, without the model's time", stoa.addedP50, proxy.addedP50, ms, 0, 0)
}

// median takes the median of each number by itself.
func median(all []outcome) outcome {
	pick := func(of func(outcome) time.Duration) time.Duration {
		values := make([]time.Duration, len(all))
		for i, o := range all {
			values[i] = of(o)
		}
		return quantile(values, 0.5)
	}
	return outcome{
		lagP50:   pick(func(o outcome) time.Duration { return o.lagP50 }),
		lagP95:   pick(func(o outcome) time.Duration { return o.lagP95 }),
		firstP50: pick(func(o outcome) time.Duration { return o.firstP50 }),
		addedP50: pick(func(o outcome) time.Duration { return o.addedP50 }),
		cpuToken: cpu{pick(func(o outcome) time.Duration { return o.cpuToken.own }), pick(func(o outcome) time.Duration { return o.cpuToken.all })},
		cpuWhole: cpu{pick(func(o outcome) time.Duration { return o.cpuWhole.own }), pick(func(o outcome) time.Duration { return o.cpuWhole.all })},
	}
}
