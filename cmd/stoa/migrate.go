package main

import (
	"context"
	"fmt"
	"os"

	"stoa/internal/config"
	"stoa/internal/pg"
	"stoa/schema"
)

// migrate brings the database to the newest version, or with --plan says what that would do.
func migrate(ctx context.Context, args []string) error {
	if len(args) > 1 || len(args) == 1 && args[0] != "--plan" {
		return fmt.Errorf("usage: stoa migrate [--plan]")
	}
	c, err := config.Load()
	if err != nil {
		return err
	}
	if len(args) == 1 {
		return plan(ctx, c)
	}
	log := newLog(c)
	db, err := openDatabase(ctx, c, log)
	if err != nil {
		return err
	}
	db.close(context.WithoutCancel(ctx), log)
	log.Info("the database is at the newest version")
	return nil
}

// plan changes nothing. The private cluster is started for it when no Stoa runs.
func plan(ctx context.Context, c config.Config) error {
	log := newLog(c)
	admin, closing, err := adminAddress(ctx, c, log)
	if err != nil {
		return err
	}
	defer closing()
	pending, err := pg.Plan(ctx, pg.MigrateOptions{AdminURL: admin, Files: schema.Migrations})
	if err != nil {
		return err
	}
	for _, p := range pending {
		fmt.Fprintf(os.Stdout, "%s\n", p.File)
		for _, h := range p.Hazards {
			fmt.Fprintf(os.Stdout, "  %s\n", h)
		}
		fmt.Fprintf(os.Stdout, "\n%s\n", p.SQL)
	}
	if len(pending) == 0 {
		fmt.Fprintln(os.Stdout, "nothing to do: the database is at the newest version")
	}
	return nil
}
