// Command bench measures what Stoa costs beside bare programs that do the same work on the same machine.
//
// Stoa, the stand-in for a model provider and each bare program run as processes of their own on
// the loopback address, so that their processor time can be told apart; everything that is started
// is ended. Without names every figure is taken. docs/benchmarks.md says what they mean.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	var o options
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	flags.BoolVar(&o.short, "short", false, "one brief round of each figure: it proves that nothing is lost, its times say little")
	flags.StringVar(&o.program, "stoa", "", "the program to measure; built from ./cmd/stoa when empty")
	flags.StringVar(&o.profile, "profile", "", "write a CPU profile of Stoa during the last round of streams to this file")
	part := flags.String("part", "", "run one of the helpers alone: upstream, reframe, proxy, list, hub or hijackhub")
	listen := flags.String("listen", "127.0.0.1:0", "with -part: where to listen")
	upstream := flags.String("upstream", "", "with -part reframe or proxy: the provider's address; with list: the database's")
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "usage: bench [flags] [streams20] [streams200] [memory] [start] [page] [list] [api] [differ] [far] [live] [hub] [watched] [apart] [reload] [events] [ingest] [search] [builds]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *part != "" {
		return runPart(ctx, *part, *listen, *upstream)
	}
	o.names = flags.Args()
	return measure(ctx, o)
}

// options are what a person asks for.
type options struct {
	short   bool
	program string
	profile string
	names   []string // of figures; none is all
}

// figures is the order in which they are taken: the process is young for memory, and has work behind it for pages.
var figures = []struct {
	name string
	take func(*lab, context.Context) error
}{
	{"start", (*lab).start},
	{"memory", (*lab).idle},
	{"streams20", (*lab).streams20},
	{"streams200", (*lab).streams200},
	{"page", (*lab).page},
	{"list", (*lab).list},
	{"api", (*lab).api},
	{"live", (*lab).live},
	{"differ", (*lab).differ},
	{"far", (*lab).far},
	{"hub", (*lab).hub},
	{"watched", (*lab).watched},
	{"apart", (*lab).apart},
	{"reload", (*lab).reload},
	{"events", (*lab).events},
	{"ingest", (*lab).ingest},
	{"search", (*lab).search},
	{"builds", (*lab).builds},
}

func measure(ctx context.Context, o options) (err error) {
	wanted, err := pick(o.names)
	if err != nil {
		return err
	}
	l, err := openLab(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	for _, f := range figures {
		if !wanted[f.name] {
			continue
		}
		if err := f.take(l, ctx); err != nil {
			if ctx.Err() != nil {
				return errors.New("broken off")
			}
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return l.report.verdict(o.short)
}

func pick(names []string) (map[string]bool, error) {
	known := map[string]bool{}
	for _, f := range figures {
		known[f.name] = true
	}
	if len(names) == 0 {
		return known, nil
	}
	wanted := map[string]bool{}
	for _, name := range names {
		if !known[name] {
			return nil, fmt.Errorf("there is no figure %q", name)
		}
		wanted[name] = true
	}
	return wanted, nil
}
