package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"stoa/internal/pg"
	"stoa/internal/pg/differ"
)

// compare drafts on a server that nothing else depends on; keep lets it begin with what the last run has migrated.
func compare(ctx context.Context, in differ.Input, keep bool) (plan []differ.Statement, err error) {
	if address := os.Getenv("STOA_TEST_DATABASE_URL"); address != "" {
		return differ.Draft(ctx, address, in)
	}
	dir, err := scratchDir()
	if err != nil {
		return nil, err
	}
	cluster, err := pg.Start(ctx, dir, slog.New(slog.DiscardHandler), "fsync=off", "full_page_writes=off", "synchronous_commit=off")
	if err != nil {
		return nil, fmt.Errorf("scratch server: %w", err)
	}
	defer func() { err = errors.Join(err, cluster.Stop(context.WithoutCancel(ctx))) }()
	in.Keep = keep
	return differ.Draft(ctx, cluster.AdminURL(), in)
}

// scratchDir is a folder for each checkout and user, so that drafts of two do not wait for each other. It is short because a socket lies in it.
func scratchDir() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("stoa-draft-%d-%x", os.Getuid(), sha256.Sum256([]byte(here)))[:24])
	return dir, os.MkdirAll(dir, 0o711)
}
