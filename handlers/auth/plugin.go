// Package auth is the pages for coming in and for the people of a company.
package auth

import (
	"context"
	"time"

	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/auth"
	"stoa/views/layout"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "auth", Version: "1", Core: true,
	Doc: "Companies, their people, invitations, and who is logged in.",
	Requires: manifest.Requires{
		After: []string{"email"},
		Tables: []manifest.Table{
			{Name: "tenants", Columns: []string{"id", "name"}},
			{Name: "users", Columns: []string{"id", "email", "name", "password_hash"}},
			{Name: "memberships", Columns: []string{"tenant_id", "user_id", "role"}},
			{Name: "sessions", Columns: []string{"id_hash", "user_id", "tenant_id", "expires_at"}},
			{Name: "invitations", Columns: []string{"tenant_id", "id", "role", "token_hash", "expires_at"}},
			{Name: "api_tokens", Columns: []string{"tenant_id", "id", "user_id", "token_hash", "scopes", "expires_at"}},
		},
		Env: []manifest.Env{{Name: "STOA_REGISTRATION", Default: "open", Doc: "Who may found a company: open, invite or off."}},
	},
}

// Handlers answer the auth plugin's routes.
type Handlers struct {
	site *web.Site
	auth *auth.Service
	bus  realtime.Bus
	url  string // public address, for links that people send each other
}

// New makes the plugin.
func New(site *web.Site, engine *crud.Engine, service *auth.Service, bus realtime.Bus, url string) plugin.Plugin {
	h := &Handlers{site: site, auth: service, bus: bus, url: url}
	return plugin.Plugin{
		Manifest: Manifest,
		Routes:   func(r plugin.Routes) { h.mountMembers(engine, r); h.routes(r) },
		Nav:      nav,
		Jobs: []jobs.Periodic{{Name: "auth.sweep", Every: 10 * time.Minute, Run: func(ctx context.Context) error {
			return service.Sweep(ctx, time.Now().Add(-session.Idle))
		}}},
	}
}

func (h *Handlers) routes(r plugin.Routes) {
	r.Public.GET("/", h.home)
	r.Public.GET("/register", h.registerForm)
	r.Public.POST("/register", h.register)
	r.Public.GET("/login", h.loginForm)
	r.Public.POST("/login", h.login)
	r.Public.POST("/logout", h.logout)
	if h.auth.Mails() {
		r.Public.GET("/password/forgot", h.forgotForm)
		r.Public.POST("/password/forgot", h.forgot)
		r.Public.GET("/password/reset/:token", h.resetForm)
		r.Public.POST("/password/reset/:token", h.reset)
	}
	r.Public.GET("/invitations/:token", h.invitation)
	r.Public.POST("/invitations/:token", h.join)

	r.Tenant.POST("/tenants/switch", h.switchTenant)
	r.Tenant.GET("/settings/profile", h.profile)
	r.Tenant.GET("/settings/password", h.passwordForm)
	r.Tenant.POST("/settings/password", h.password)
	r.Tenant.GET("/settings/tokens", h.tokens)
	r.Tenant.POST("/settings/tokens", h.makeToken)
	r.Tenant.POST("/settings/tokens/:id/revoke", h.revokeToken)
	r.Tenant.GET("/settings/invitations", h.invitations)
	r.Tenant.POST("/settings/invitations", h.invite)
	r.Tenant.POST("/settings/invitations/:id/revoke", h.withdraw)
}

func nav(_ context.Context, _ *session.Principal) ([]plugin.NavGroup, error) {
	return []plugin.NavGroup{{Label: "Company", Order: 30, Items: []plugin.NavItem{
		{Href: "/settings/members", Label: "Members"}, {Href: "/settings/tokens", Label: "API tokens"},
	}}}, nil
}

// TenantChoices lists the companies of who is logged in, for the switcher of every page.
func TenantChoices(service *auth.Service) func(context.Context, *session.Principal) ([]layout.TenantChoice, error) {
	return func(ctx context.Context, p *session.Principal) ([]layout.TenantChoice, error) {
		if p.Companies == 1 { // known from the session
			return []layout.TenantChoice{{ID: p.Tenant.String(), Name: p.TenantName, Current: true}}, nil
		}
		tenants, err := service.Tenants(ctx, p.User)
		choices := make([]layout.TenantChoice, len(tenants))
		for i, t := range tenants {
			choices[i] = layout.TenantChoice{ID: t.ID.String(), Name: t.Name, Current: t.ID == p.Tenant}
		}
		return choices, err
	}
}
