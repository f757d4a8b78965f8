package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	authweb "stoa/handlers/auth"
	"stoa/handlers/web"
	"stoa/internal/config"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/session"
	"stoa/services/auth"
	"stoa/services/chat"
	"stoa/services/models"
	"stoa/services/usage"
)

// grace is how long a shutdown may take: answers are checkpointed and open requests finish.
const grace = 10 * time.Second

// services are the products of the plugins, by which the handlers are made.
type services struct {
	config config.Config
	db     *database
	bus    realtime.Bus
	tail   *tail.Tail
	auth   *auth.Service
	models *models.Service
	chat   *chat.Service
	usage  *usage.Service
}

func newLog(c config.Config) *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, nil))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, nil))
}

// serve runs until ctx ends: config, listener, database, services, jobs, pages.
func serve(ctx context.Context) error {
	c, err := config.Load()
	if err != nil {
		return err
	}
	log := newLog(c)
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
	s := newServices(c, db, log)
	if err := s.models.SyncPrices(ctx); err != nil {
		return fmt.Errorf("write the shipped prices: %w", err)
	}
	// Without a shared bus this process is the only one: whatever was being written is dead.
	if n, err := s.chat.Sweep(ctx, true); err != nil {
		return fmt.Errorf("mark interrupted answers: %w", err)
	} else if n > 0 {
		log.Info("answers that a stopped process left were marked interrupted", "count", n)
	}
	if s.tail, err = startTail(ctx, s, log); err != nil {
		return err
	}
	defer s.tail.Close()
	site := web.New(web.Options{
		Sessions: session.NewStore(auth.NewSessionRecords(db.doors), c.Secure()), Secure: c.Secure(), Log: log, Proxies: c.TrustedProxies,
		Tenants: authweb.TenantChoices(s.auth),
	})
	compiled := plugins(site, s)
	runner, err := jobs.Start(context.WithoutCancel(ctx), db.system, periodic(compiled), log)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: site.Handler(compiled), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug)}
	stopOps, err := serveOps(c.OpsAddr, log)
	if err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	log.Info("Stoa is ready", "url", c.URL)
	select {
	case err = <-failed:
	case <-ctx.Done():
		log.Info("stopping; running answers are kept")
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	closing := errors.Join(s.chat.Close(end), closeServer(end, site, server), runner.Stop(end), stopOps(end))
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, closing)
}

func newServices(c config.Config, db *database, log *slog.Logger) *services {
	s := &services{config: c, db: db, bus: realtime.NewMemory()}
	s.auth = auth.New(db.doors, auth.Registration(c.Registration), log)
	s.models = models.New(models.Options{
		Doors: db.doors, Log: log,
		OpenAI: models.OpenAIOptions{BaseURL: c.OpenAIBaseURL, Key: c.OpenAIKey, Model: c.OpenAIModel},
	})
	s.chat = chat.New(chat.Options{Doors: db.doors, Bus: s.bus, Models: s.models, Log: log})
	s.usage = usage.New(db.doors)
	return s
}

func periodic(list []plugin.Plugin) []jobs.Periodic {
	var all []jobs.Periodic
	for _, p := range list {
		all = append(all, p.Jobs...)
	}
	return all
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
