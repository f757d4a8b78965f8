package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"slices"
	"syscall"
	"time"

	"stoa/handlers/web"
	"stoa/internal/config"
	"stoa/internal/plugin/strict"
)

// grace is how long a shutdown may take: answers are checkpointed and open requests finish.
const grace = 10 * time.Second

func newLog(c config.Config) *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, nil))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, nil))
}

// serve runs until ctx ends: settings, listener, database, plugins, jobs, pages. With --strict it does not start with
// warnings either.
func serve(ctx context.Context, args []string) (err error) {
	strictly := slices.Equal(args, []string{"--strict"})
	if len(args) > 0 && !strictly {
		return errors.New("usage: stoa serve [--strict]")
	}
	c, err := config.Load()
	if err != nil {
		return err
	}
	log, problems, ready := newLog(c), &strict.Problems{}, false
	defer func() {
		if err != nil && !ready && ctx.Err() != nil { // what that cut off is no failure
			log.Info("asked to stop before it was ready", "at", err)
			err = nil
		}
	}()
	if _, err = loadSettings(c.Config, nil, problems); err == nil {
		err = decide(problems, strictly, log)
	}
	if err != nil {
		return fmt.Errorf("the plugins cannot be started:\n%w", err)
	}
	listener, err := listen(c.Addr) // before anything is started or changed
	if err != nil {
		return err
	}
	defer listener.Close() //nolint:errcheck // the server closes it first
	db, err := openDatabase(ctx, c, log)
	if err != nil {
		return err
	}
	defer func() { db.close(context.WithoutCancel(ctx), log) }()
	settings, pages, err := checkTables(ctx, c.Config, db, strictly)
	if err != nil {
		return err
	}
	k, err := newKit(ctx, c, settings, pages, db, log)
	if err != nil {
		return err
	}
	defer k.close()
	list := k.plugins()
	if err := startAll(ctx, list); err != nil {
		return err
	}
	periodic, work := jobsOf(list)
	if err := k.jobs.Start(context.WithoutCancel(ctx), periodic, work); err != nil {
		return err
	}
	server := &http.Server{Handler: k.site.Handler(list), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug)}
	stopOps, err := serveOps(c.OpsAddr, k.ready, log)
	if err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	ready = true
	log.Info("Stoa is ready", "url", c.URL)
	go stayLean(ctx)
	select {
	case err = <-failed:
	case <-ctx.Done():
		log.Info("stopping; running answers may finish, and what is left of them is kept", "at_most", c.Drain)
		k.site.Drain()
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.Drain+grace)
	defer cancel()
	closing := errors.Join(stopAll(end, list), closeServer(end, k.site, server), k.jobs.Stop(end), stopOps(end))
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, closing)
}

// closeServer ends the open streams first: Shutdown waits for them.
func closeServer(ctx context.Context, site *web.Site, server *http.Server) error {
	site.Close()
	return server.Shutdown(ctx)
}

func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port in use: something listens on %s already; set STOA_ADDR to another address", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w", addr, err)
	}
	return l, nil
}
