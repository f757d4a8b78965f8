// Command stoa is the whole product: the server, and the tools of whoever runs it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

const manual = `stoa is a self-hosted AI assistant platform.

  stoa serve    run the server (the default); --strict takes warnings of the configuration for errors
  stoa migrate  bring the database to the newest version and stop; --plan only says what that would do
  stoa backup   FILE: write everything, database, blobs and secrets, into one encrypted file
  stoa restore  [--force] FILE: put a backup in the place of this installation
  stoa doctor   check settings, database, roles, disk and clock, one line for each;
                with --stream URL, what a proxy does to live pages
  stoa verify   check a running server from outside, one line for each part
`

const manualEnd = `
Settings come from the environment; see README.md.
`

func wholeManual() string { return manual + manualOf() + manualEnd }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "stoa:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	name := "serve"
	if len(args) > 0 {
		name = args[0]
	}
	switch name {
	case "serve":
		return serve(ctx, args[min(1, len(args)):])
	case "migrate":
		return migrate(ctx, args[1:])
	case "backup":
		return backup(ctx, args[1:])
	case "restore":
		return restore(ctx, args[1:])
	case "doctor":
		return doctor(ctx, args[1:])
	case "verify":
		return verify(ctx)
	case "help", "-h", "--help":
		fmt.Print(wholeManual())
		return nil
	}
	if own, ok := commandOf(name); ok {
		return own.run(ctx)
	}
	return fmt.Errorf("there is no command %q\n\n%s", name, wholeManual())
}
