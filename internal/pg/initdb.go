package pg

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
)

func (c *Cluster) data() string { return filepath.Join(c.home, "data") }

// ensureData finds the binaries that fit the data, or makes the data with the newest ones.
// initdb works in a folder beside it that is renamed when it is whole: a half-made cluster would pass for one.
func (c *Cluster) ensureData(ctx context.Context) error {
	version, err := os.ReadFile(filepath.Join(c.data(), "PG_VERSION"))
	if err == nil {
		major, err := strconv.Atoi(strings.TrimSpace(string(version)))
		if err != nil {
			return fmt.Errorf("%s/PG_VERSION: %w", c.data(), err)
		}
		c.bin, err = findMajor(major)
		return err
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if c.bin, err = FindBinaries(); err != nil {
		return err
	}
	return c.initdb(ctx)
}

func (c *Cluster) initdb(ctx context.Context) error {
	c.log.Info("making the private PostgreSQL", "folder", c.data(), "version", c.bin.Major)
	fresh := c.data() + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return notWritable(c.home, err)
	}
	args := []string{
		"-D", fresh, "-U", adminUser, "-E", "UTF8", "--locale=" + locale(), "--data-checksums",
		// Whoever can enter the socket's folder (mode 0700) is the server's own user; nobody else gets in.
		"--auth-local=trust", "--auth-host=reject",
	}
	if slices.Contains(c.extra, "fsync=off") {
		args = append(args, "--no-sync")
	}
	out, err := c.command(ctx, "initdb", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("make the private PostgreSQL: %w: %s", err, lastLine(string(out)))
	}
	return os.Rename(fresh, c.data())
}

// locale sorts by code point and knows the letters of every language; macOS names it otherwise.
func locale() string {
	if runtime.GOOS == "darwin" {
		return "en_US.UTF-8"
	}
	return "C.UTF-8"
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// bootstrap makes the roles and the database of a new cluster; on an old one it finds them.
func (c *Cluster) bootstrap(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, c.url(adminUser, "postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx) //nolint:errcheck // everything is committed by then
	if err := ensureRole(ctx, conn, loginUser, "LOGIN NOINHERIT"); err != nil {
		return err
	}
	if err := ensureRoles(ctx, conn, loginUser); err != nil {
		return err
	}
	var found bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", database).Scan(&found); err != nil || found {
		return err
	}
	_, err = conn.Exec(ctx, "create database "+pgx.Identifier{database}.Sanitize())
	return err
}
