package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"stoa/cmd/stoa/archive"
	"stoa/internal/config"
	"stoa/internal/pg"
	"stoa/schema"
)

// passphraseVariable holds the passphrase of a backup when nobody sits at a terminal.
const passphraseVariable = "STOA_PASSPHRASE"

// backup writes everything of this installation into one file, while Stoa may run.
func backup(ctx context.Context, args []string) (err error) {
	if len(args) != 1 || strings.HasPrefix(args[0], "-") {
		return errors.New("usage: stoa backup FILE")
	}
	c, err := config.Load()
	if err != nil {
		return err
	}
	passphrase, err := readPassphrase("Passphrase for the backup: ")
	if err != nil {
		return err
	}
	log := newLog(c)
	admin, closing, err := adminAddress(ctx, c, log)
	if err != nil {
		return err
	}
	defer closing()
	n, err := pg.Companies(ctx, admin)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(args[0], os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) // a backup never replaces another
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, file.Close()); err != nil {
			_ = os.Remove(args[0]) // half a backup is none
		}
	}()
	if err := writeBackup(ctx, file, passphrase, admin, c.Data, n); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	log.Info("backed up", "file", args[0], "companies", n)
	return nil
}

func writeBackup(ctx context.Context, w io.Writer, passphrase, admin, data string, companies int) error {
	dir, err := os.MkdirTemp("", "stoa-backup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	dump := filepath.Join(dir, archive.Database)
	if err := pg.Dump(ctx, admin, dump); err != nil {
		return err
	}
	a, err := archive.NewWriter(w, passphrase, archive.Manifest{Companies: companies})
	if err != nil {
		return err
	}
	// Blobs come after the rows that name them: one that is added meanwhile is too much, and none is missing.
	if err := a.File(archive.Database, dump); err != nil {
		return err
	}
	if err := a.Folder(archive.Blobs, filepath.Join(data, "blobs")); err != nil {
		return err
	}
	if err := secrets(data, func(name string) error { return a.File(archive.Secrets+name, filepath.Join(data, name)) }); err != nil {
		return err
	}
	return a.Close()
}

// secrets are the files that Stoa made in its data folder itself, beside the folders of the database and of blobs.
func secrets(data string, f func(name string) error) error {
	entries, err := os.ReadDir(data)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() {
			if err := f(e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// restore puts a backup in the place of this installation, which must not run.
func restore(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("restore", flag.ContinueOnError)
	force := flags.Bool("force", false, "replace the companies that are there")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("usage: stoa restore [--force] FILE")
	}
	c, err := config.Load()
	if err != nil {
		return err
	}
	file, err := os.Open(flags.Arg(0))
	if err != nil {
		return err
	}
	defer file.Close()
	passphrase, err := readPassphrase("Passphrase of the backup: ")
	if err != nil {
		return err
	}
	m, each, err := archive.Open(file, passphrase)
	if err != nil {
		return err
	}
	log := newLog(c)
	dir, err := os.MkdirTemp("", "stoa-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	// All is read, and so proved whole, before anything is changed.
	if err := each(func(name string, r io.Reader) error { return archive.Save(dir, name, r) }); err != nil {
		return err
	}
	if err := restoreFrom(ctx, c, dir, *force, log); err != nil {
		return err
	}
	log.Info("restored", "file", flags.Arg(0), "made", m.Made, "companies", m.Companies)
	return nil
}

func restoreFrom(ctx context.Context, c config.Config, dir string, force bool, log *slog.Logger) error {
	admin, url := c.AdminURL, c.DatabaseURL
	if url == "" {
		cluster, err := pg.Start(ctx, c.Data, log)
		if errors.Is(err, pg.ErrRunning) {
			return errors.New("stop Stoa first: its database is to be replaced")
		}
		if err != nil {
			return err
		}
		defer func() { _ = cluster.Stop(context.WithoutCancel(ctx)) }()
		admin, url = cluster.AdminURL(), cluster.URL()
	}
	if err := pg.Restore(ctx, admin, filepath.Join(dir, archive.Database), force); err != nil {
		return err
	}
	if err := pg.Migrate(ctx, pg.MigrateOptions{AdminURL: admin, URL: url, Log: log, Files: schema.Migrations}); err != nil {
		return err
	}
	return errors.Join(moveFolder(filepath.Join(dir, archive.Blobs), filepath.Join(c.Data, "blobs")), moveFolder(filepath.Join(dir, archive.Secrets), c.Data))
}

// moveFolder copies the files below from into to; what is there already under other names stays.
func moveFolder(from, to string) error {
	err := filepath.WalkDir(from, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(from, file)
		if err != nil {
			return err
		}
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		return archive.Save(to, filepath.ToSlash(rel), f)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// readPassphrase takes it from the environment, else asks for it.
func readPassphrase(prompt string) (string, error) {
	if p := os.Getenv(passphraseVariable); p != "" {
		return p, nil
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return "", fmt.Errorf("a backup is encrypted: set %s, or run this on a terminal", passphraseVariable)
	}
	fmt.Fprint(os.Stderr, prompt)
	p, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(os.Stderr)
	if err == nil && len(p) == 0 {
		err = errors.New("a backup needs a passphrase")
	}
	return string(p), err
}
