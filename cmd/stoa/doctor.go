package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"

	"stoa/internal/config"
	"stoa/internal/pg"
	"stoa/schema"
	doctoring "stoa/services/doctor"
)

// What the doctor wants at least.
const (
	leastDisk = 1 << 30         // bytes that are free where the data are
	mostDrift = 5 * time.Second // between our clock and the database's: sessions and leases end by both
)

// check is one line of the doctor: what it found, or why it is not well.
type check struct {
	name string
	run  func(context.Context) (string, error)
}

// doctor looks at an installation from inside and changes nothing. It works while Stoa runs and while it does not.
func doctor(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("doctor", flag.ContinueOnError)
	stream := flags.String("stream", "", "the public address of a Stoa: examines what a proxy does to live pages")
	quiet := flags.Duration("quiet", doctoring.Quiet, "with -stream: how long the line is kept without events")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *stream != "" {
		return examineStream(ctx, os.Stdout, *stream, *quiet)
	}
	c, err := config.Load()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	fmt.Println("Settings (from the environment and .env):")
	for _, s := range c.Shown() {
		fmt.Printf("  %-22s %s\n", s.Name, s.Value)
	}
	fmt.Println()
	admin, closing, err := adminAddress(ctx, c, newLog(c))
	if err != nil {
		return fmt.Errorf("✗ database: %w", err)
	}
	defer closing()
	return examine(ctx, os.Stdout, append(databaseChecks(admin), check{"disk", diskCheck(c.Data)}, check{"data folder", folderCheck(c.Data)}))
}

// examineStream says what stands between here and a Stoa does to its event streams, and the lines that mend it.
func examineStream(ctx context.Context, out io.Writer, address string, quiet time.Duration) error {
	if quiet < 0 || quiet > doctoring.MostQuiet {
		return fmt.Errorf("-quiet is 0 to %s", doctoring.MostQuiet)
	}
	fmt.Fprintf(out, "Following the stream of %s for %s …\n", address, (doctoring.Events*doctoring.Apart + quiet).Round(time.Second))
	seen, err := doctoring.Measure(ctx, address, quiet)
	if err != nil {
		return err
	}
	findings := doctoring.Diagnose(seen)
	for _, f := range findings {
		fmt.Fprintf(out, "✗ %s. %s\n", f.Title, f.Text)
		for _, proxy := range [][2]string{{"nginx", f.Nginx}, {"Caddy", f.Caddy}} {
			if proxy[1] != "" {
				fmt.Fprintf(out, "  %s:\n    %s\n", proxy[0], strings.ReplaceAll(proxy[1], "\n", "\n    "))
			}
		}
	}
	if len(findings) > 0 {
		return fmt.Errorf("live pages will not be live: %d things to mend", len(findings))
	}
	fmt.Fprintln(out, "✓ events arrive when they are sent, and the line stays open")
	return nil
}

// examine runs every check, whatever the others find.
func examine(ctx context.Context, out io.Writer, checks []check) error {
	failed := 0
	for _, x := range checks {
		detail, err := x.run(ctx)
		if err != nil {
			failed++
			fmt.Fprintf(out, "✗ %-12s %v\n", x.name, err)
			continue
		}
		fmt.Fprintf(out, "✓ %-12s %s\n", x.name, detail)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d checks failed", failed, len(checks))
	}
	return nil
}

func databaseChecks(admin string) []check {
	var state pg.State
	return []check{
		{"database", func(ctx context.Context) (detail string, err error) {
			state, err = pg.Examine(ctx, admin)
			return "PostgreSQL " + state.Server, err
		}},
		{"pgvector", func(context.Context) (string, error) {
			return orMissing(state.Vector, "pgvector is not installed on the server")
		}},
		{"roles", func(context.Context) (string, error) {
			if len(state.Roles) > 0 {
				return "", fmt.Errorf("%s", strings.Join(state.Roles, "; "))
			}
			return "stoa_app and stoa_system cannot get round row-level security", nil
		}},
		{"walls", func(context.Context) (string, error) {
			if len(state.Bare) > 0 {
				return "", fmt.Errorf("tables without row-level security: %s", strings.Join(state.Bare, ", "))
			}
			return fmt.Sprintf("row-level security on all %d tables", state.Tables), nil
		}},
		{"clock", func(context.Context) (string, error) {
			if state.Drift.Abs() > mostDrift {
				return "", fmt.Errorf("the database's clock is %s off ours: set both by NTP", state.Drift.Round(time.Millisecond))
			}
			return fmt.Sprintf("%s apart from the database's", state.Drift.Abs().Round(time.Millisecond)), nil
		}},
		{"migrations", func(ctx context.Context) (string, error) {
			pending, err := pg.Plan(ctx, pg.MigrateOptions{AdminURL: admin, Files: schema.Migrations})
			if err == nil && len(pending) > 0 {
				return fmt.Sprintf("%d to run at the next start: stoa migrate --plan shows them", len(pending)), nil
			}
			return "none pending", err
		}},
	}
}

func orMissing(found, missing string) (string, error) {
	if found == "" {
		return "", fmt.Errorf("%s", missing)
	}
	return found, nil
}

func diskCheck(dir string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		var s syscall.Statfs_t
		if err := syscall.Statfs(dir, &s); err != nil {
			return "", fmt.Errorf("%s: %w", dir, err)
		}
		free := int64(s.Bavail) * int64(s.Bsize) //nolint:unconvert // the types differ between systems
		if free < leastDisk {
			return "", fmt.Errorf("only %d MB are free in %s", free>>20, dir)
		}
		return fmt.Sprintf("%d GB free", free>>30), nil
	}
}

// folderCheck finds secrets that others on the machine could read.
func folderCheck(dir string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		n := 0
		err := secrets(dir, func(name string) error {
			n++
			info, err := os.Stat(dir + "/" + name)
			if err == nil && info.Mode().Perm()&0o077 != 0 {
				err = fmt.Errorf("%s/%s can be read by others: chmod 600", dir, name)
			}
			return err
		})
		return fmt.Sprintf("%d files, for us alone", n), err
	}
}
