// Package plugin says what a plugin of Stoa is: one manifest, read on one screen.
package plugin

import (
	"context"

	"github.com/labstack/echo/v4"

	"stoa/internal/jobs"
	"stoa/internal/session"
)

// Plugin is the manifest of one capability.
type Plugin struct {
	ID     string                                                        // the folder's name on every floor
	Routes func(Routes)                                                  // mounts its pages
	Jobs   []jobs.Periodic                                               // work beside requests
	Nav    func(context.Context, *session.Principal) ([]NavGroup, error) // its part of the rail
	Health func(context.Context) error                                   // a real probe; nil when it depends on nothing of its own
}

// Routes are the groups that a plugin mounts its routes in. A route that reads a tenant's rows has
// to stand in Tenant: there the session is checked before the handler runs.
type Routes struct {
	Public *echo.Group // nobody need be logged in
	Tenant *echo.Group // a member of a tenant is logged in
}

// NavGroup is a titled group of links in the rail; groups of the same label are one, the lowest Order first.
type NavGroup struct {
	Label string
	Order int
	Items []NavItem
}

// NavItem is one link of the rail. Note is a short figure at its end.
type NavItem struct {
	Href, Label, Note string
}
