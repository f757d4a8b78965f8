package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/config"
	"stoa/internal/pg"
	"stoa/internal/tenant"
	"stoa/schema"
)

// Connections of one process: pages and streams need few, since each statement is one round trip.
const (
	appConnections    = 12
	systemConnections = 6
)

// closePatience is how long the end waits for the statements of a pool.
const closePatience = 3 * time.Second

// database is the migrated database and the two doors to it.
type database struct {
	cluster     *pg.Cluster // nil when DATABASE_URL names a server
	app, system *pgxpool.Pool
	doors       *tenant.Doors
}

// besideServer opens the database for a tool that may run while the server does: the private cluster
// is then the server's, and stays up.
func besideServer(ctx context.Context, c config.Config, log *slog.Logger) (*database, error) {
	db, err := openDatabase(ctx, c, log)
	if !errors.Is(err, pg.ErrRunning) {
		return db, err
	}
	if c.AdminURL, c.DatabaseURL, err = pg.Addresses(c.Data); err != nil {
		return nil, err
	}
	return openDatabase(ctx, c, log)
}

// openDatabase starts the private cluster if there is to be one, migrates, and opens both doors.
func openDatabase(ctx context.Context, c config.Config, log *slog.Logger) (*database, error) {
	d := &database{}
	if err := d.open(ctx, c, log); err != nil {
		d.close(context.WithoutCancel(ctx), log)
		return nil, err
	}
	return d, nil
}

func (d *database) open(ctx context.Context, c config.Config, log *slog.Logger) (err error) {
	url, admin := c.DatabaseURL, c.AdminURL
	if url == "" {
		if d.cluster, err = pg.Start(ctx, c.Data, log); err != nil {
			return err
		}
		url, admin = d.cluster.URL(), d.cluster.AdminURL()
	}
	if err = pg.Migrate(ctx, pg.MigrateOptions{AdminURL: admin, URL: url, Log: log, Files: schema.Migrations}); err != nil {
		return err
	}
	if d.app, err = pg.Open(ctx, url, tenant.RoleApp, appConnections); err != nil {
		return err
	}
	if d.system, err = pg.Open(ctx, url, tenant.RoleSystem, systemConnections); err != nil {
		return err
	}
	d.doors = tenant.NewDoors(d.app, d.system)
	return nil
}

// close ends in the opposite order; the cluster is ours, so it stops with us.
func (d *database) close(ctx context.Context, log *slog.Logger) {
	for _, pool := range []*pgxpool.Pool{d.app, d.system} {
		if pool != nil {
			closePool(pool)
		}
	}
	if d.cluster != nil {
		if err := d.cluster.Stop(ctx); err != nil {
			log.Error("the private PostgreSQL did not stop cleanly; it recovers at the next start", "error", err)
		}
	}
}

// closePool waits for statements that still run, but not for ever: one that hangs must not hold up the end.
func closePool(pool *pgxpool.Pool) {
	closed := make(chan struct{})
	go func() { pool.Close(); close(closed) }()
	select {
	case <-closed:
	case <-time.After(closePatience):
	}
}

// adminAddress is where migrations are run, without running any; closing stops what had to be started for it.
func adminAddress(ctx context.Context, c config.Config, log *slog.Logger) (address string, closing func(), err error) {
	if c.AdminURL != "" {
		return c.AdminURL, func() {}, nil
	}
	cluster, err := pg.Start(ctx, c.Data, log)
	if errors.Is(err, pg.ErrRunning) {
		address, _, err = pg.Addresses(c.Data)
		return address, func() {}, err
	}
	if err != nil {
		return "", nil, err
	}
	return cluster.AdminURL(), func() { _ = cluster.Stop(context.WithoutCancel(ctx)) }, nil
}
