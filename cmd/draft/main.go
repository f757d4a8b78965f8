// Command draft writes the next migration: what turns the database that the migrations make into the one of the schema.
//
//	draft               rewrite schema/migrations/NNNNN_draft.sql, or remove it when nothing differs
//	draft -check        fail when something differs, or a draft waits for its name
//	draft -name "…"     write it under that name instead; it is then a migration like any other
//	draft -wait         write it only when "write" comes in, so that it can be made beside what else has to succeed
//
// It works on a scratch server of its own, or on the one of STOA_TEST_DATABASE_URL (a superuser's address).
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	check := flag.Bool("check", false, "change nothing; fail when the migrations do not make the schema")
	title := flag.String("name", "", "what the migration does, in a few words")
	generated := flag.String("generated", "generated", "the folder with the policies and the renames")
	wait := flag.Bool("wait", false, "write only when that word comes in on standard input")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, tree{root: ".", generated: *generated, wait: *wait}, *check, *title); err != nil {
		fmt.Fprintln(os.Stderr, "draft:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, t tree, check bool, title string) error {
	if check {
		return t.check(ctx)
	}
	if title == "" && t.known() {
		return nil
	}
	return t.write(ctx, title)
}
