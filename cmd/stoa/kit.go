package main

import (
	"context"
	"log/slog"

	"github.com/google/uuid"

	"stoa/generated/resources"
	apiweb "stoa/handlers/api"
	auditweb "stoa/handlers/audit"
	"stoa/handlers/crud"
	doctorweb "stoa/handlers/doctor"
	isolationweb "stoa/handlers/isolation"
	pluginsweb "stoa/handlers/plugins"
	"stoa/handlers/web"
	"stoa/internal/blob"
	"stoa/internal/config"
	"stoa/internal/jobs"
	"stoa/internal/llm"
	"stoa/internal/plugin"
	"stoa/internal/plugin/mail"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/ui"
	"stoa/internal/realtime"
	"stoa/internal/realtime/presence"
	"stoa/internal/realtime/tail"
	"stoa/internal/secret"
	"stoa/queries"
	"stoa/services/isolation"
)

// kit is what plugins are made of.
type kit struct {
	config   config.Config
	settings manifest.Settings
	db       *database
	bus      realtime.Bus
	hub      *realtime.Hub // the bus as far as this process goes
	closeBus func()
	presence *presence.Board
	tail     *tail.Tail
	log      *slog.Logger
	site     *web.Site
	engine   *crud.Engine
	jobs     *jobs.Runner
	walls    *isolation.Service

	// What plugins give each other. A plugin that is off leaves what stands here without it.
	models interface {
		llm.Lister
		llm.Streamer
		SettleInterrupted(ctx context.Context, tenant, generation uuid.UUID, text string) error
	}
	embedder  llm.Embedder // nil: documents are searched by their words alone
	secrets   *secret.Box
	files     blob.Store  // nil: no files are kept
	spool     *mail.Spool // nil: no letters are sent
	retriever interface { // nil: chats do not search documents
		Retrieve(ctx context.Context, search llm.Search) (*llm.Grounds, error)
		Readable(ctx context.Context, tenant, user uuid.UUID, documents []uuid.UUID) (map[uuid.UUID]bool, error)
		Excerpts(ctx context.Context, tenant, user uuid.UUID, of []llm.Excerpt) ([]string, error)
		Check(ctx context.Context, tenant uuid.UUID, g *llm.Grounds, answer string) error
	}
}

func newKit(ctx context.Context, c config.Config, settings manifest.Settings, pages ui.UI, db *database, log *slog.Logger) (_ *kit, err error) {
	k := &kit{config: c, settings: settings, db: db, log: log}
	defer func() {
		if err != nil {
			k.close()
		}
	}()
	if k.secrets, err = secret.Load(c.Secret, c.Data); err != nil {
		return nil, err
	}
	if err := k.openBus(ctx); err != nil {
		return nil, err
	}
	if k.tail, err = startTail(ctx, k); err != nil {
		return nil, err
	}
	if k.jobs, err = jobs.New(jobs.Options{System: db.system, Doors: db.doors, Log: log, Alone: c.RedisURL == ""}); err != nil {
		return nil, err
	}
	k.presence = presence.New(k.bus)
	k.site = web.New(web.Options{Presence: k.presence, Secure: c.Secure(), Log: log, Proxies: c.TrustedProxies, APILimit: c.APILimit, UI: pages, NoChats: !settings.Has("chat"),
		Streams: web.StreamLimits{Person: c.StreamsPerson, Tenant: c.StreamsTenant}})
	if err := k.openPlugins(); err != nil {
		return nil, err
	}
	k.engine = crud.New(crud.Options{Site: k.site, Doors: db.doors, Bus: k.bus, Log: log, Secrets: k.secrets, Off: pages.Off, Still: settings.Realtime.Still})
	k.engine.Wake = func(ctx context.Context, tenant uuid.UUID) { k.jobs.Wake(ctx, crud.ImportWork, tenant) }
	k.walls, err = isolation.New(db.doors, queries.Files, resources.Open())
	return k, err
}

// close lets go of what requests and jobs have used, when there are none any more.
func (k *kit) close() {
	if k.files != nil {
		if err := k.files.Close(); err != nil {
			k.log.Warn("the files were not closed", "error", err)
		}
	}
	if k.tail != nil {
		k.tail.Close()
	}
	if k.presence != nil {
		k.presence.Close()
	}
	if k.closeBus != nil {
		k.closeBus()
	}
}

// platform is what is always on and belongs to no plugin.
func (k *kit) platform() []plugin.Plugin {
	database := plugin.Named("database")
	database.Health = k.db.app.Ping
	return []plugin.Plugin{database, k.events(), k.busHealth(), apiweb.New(k.site), k.engine.Plugin(), auditweb.New(k.engine), isolationweb.New(k.site, k.walls), doctorweb.New(k.site), pluginsweb.New(k.site, k.parts())}
}
