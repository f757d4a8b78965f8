package main

import (
	"context"
	"log/slog"

	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/config"
	"stoa/internal/pg"
	"stoa/internal/tenant"
)

// Connections of one process: pages and streams need few, since each statement is one round trip.
const (
	appConnections    = 12
	systemConnections = 6
)

// database is the migrated database and the two doors to it.
type database struct {
	cluster     *pg.Cluster // nil when DATABASE_URL names a server
	app, system *pgxpool.Pool
	doors       *tenant.Doors
}

// openDatabase starts the private cluster if there is to be one, migrates, and opens both doors.
func openDatabase(ctx context.Context, c config.Config, log *slog.Logger) (db *database, err error) {
	db = &database{}
	defer func() {
		if err != nil {
			db.close(context.WithoutCancel(ctx), log)
		}
	}()
	url, admin := c.DatabaseURL, c.AdminURL
	if url == "" {
		if db.cluster, err = pg.Start(ctx, c.Data, log); err != nil {
			return nil, err
		}
		url, admin = db.cluster.URL(), db.cluster.AdminURL()
	}
	if err = pg.Migrate(ctx, pg.MigrateOptions{AdminURL: admin, URL: url, Log: log}); err != nil {
		return nil, err
	}
	if db.app, err = pg.Open(ctx, url, tenant.RoleApp, appConnections); err != nil {
		return nil, err
	}
	if db.system, err = pg.Open(ctx, url, tenant.RoleSystem, systemConnections); err != nil {
		return nil, err
	}
	db.doors = tenant.NewDoors(db.app, db.system)
	return db, nil
}

// close ends in the opposite order; the cluster is ours, so it stops with us.
func (db *database) close(ctx context.Context, log *slog.Logger) {
	for _, pool := range []*pgxpool.Pool{db.app, db.system} {
		if pool != nil {
			pool.Close()
		}
	}
	if db.cluster != nil {
		if err := db.cluster.Stop(ctx); err != nil {
			log.Error("the private PostgreSQL did not stop cleanly; it recovers at the next start", "error", err)
		}
	}
}

func migrate(ctx context.Context) error {
	c, err := config.Load()
	if err != nil {
		return err
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
