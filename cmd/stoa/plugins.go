package main

import (
	"context"
	"time"

	authweb "stoa/handlers/auth"
	chatweb "stoa/handlers/chat"
	"stoa/handlers/crud"
	modelsweb "stoa/handlers/models"
	usageweb "stoa/handlers/usage"
	"stoa/handlers/web"
	widgetsweb "stoa/handlers/widgets"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
)

// plugins is what is compiled in, in the order of the rail.
func plugins(site *web.Site, s *services) []plugin.Plugin {
	engine := crud.New(crud.Options{Site: site, Doors: s.db.doors, Bus: s.bus, Log: site.Log})
	return []plugin.Plugin{
		{ID: "database", Health: s.db.app.Ping},
		eventsPlugin(s),
		chatweb.New(site, s.chat, s.models, s.bus, []jobs.Periodic{{
			Name: "chat.sweep", Every: 5 * time.Second,
			Run: func(ctx context.Context) error { _, err := s.chat.Sweep(ctx, false); return err },
		}}),
		engine.Plugin(),
		widgetsweb.New(engine),
		usageweb.New(site, s.usage, engine),
		authweb.New(site, s.auth, s.bus, s.config.URL),
		modelsweb.New(site, engine),
	}
}
