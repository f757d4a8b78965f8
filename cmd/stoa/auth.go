package main

import (
	authweb "stoa/handlers/auth"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/auth"
)

// makeAuth also lets the site know who asks.
func (k *kit) makeAuth() plugin.Plugin {
	service := auth.New(k.db.doors, auth.Registration(k.config.Registration), k.log)
	if k.spool != nil {
		service.WithMail(k.spool, k.secrets, k.config.URL)
	}
	k.site.Sessions = session.NewStore(auth.NewSessionRecords(k.db.doors), k.config.Secure())
	k.site.Tenants, k.site.Bearer = authweb.TenantChoices(service), service.Bearer
	return authweb.New(k.site, k.engine, service, k.bus, k.config.URL)
}
