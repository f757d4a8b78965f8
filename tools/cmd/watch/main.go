// Command watch runs a program and runs it again after every change of a source file: watch -prepare "make x" -- program args.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"stoa/tools/watch"
)

func main() {
	prepare := flag.String("prepare", "", "command to run before each start, split at spaces")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "watch: name the program to run")
		os.Exit(2)
	}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	err := watch.Loop(ctx, watch.Options{
		Root: ".", Every: 300 * time.Millisecond, Stop: 15 * time.Second,
		Prepare: strings.Fields(*prepare), Run: flag.Args(),
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "watch:", err)
		os.Exit(1)
	}
}
