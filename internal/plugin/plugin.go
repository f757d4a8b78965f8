// Package plugin says what a plugin of Stoa is: its manifest and what it does, read on one screen.
package plugin

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"stoa/internal/jobs"
	"stoa/internal/plugin/manifest"
	"stoa/internal/session"
)

// Plugin is one capability: what it says of itself, and what it does. What is nil it does not do.
type Plugin struct {
	manifest.Manifest
	Routes     func(Routes)                                                                         // mounts its pages
	Components map[string]Component                                                                 // of Provides.Components, by name: what ui.yaml places
	Middleware []Middleware                                                                         // around the requests of all plugins
	Jobs       []jobs.Periodic                                                                      // what is due again and again
	Work       []jobs.Work                                                                          // what people ask for, done beside requests
	Nav        func(context.Context, *session.Principal) ([]NavGroup, error)                        // its part of the rail
	Health     func(context.Context) error                                                          // a real probe; nil when it depends on nothing of its own
	Start      func(context.Context) error                                                          // before the first request; an error stops the start
	Stop       func(context.Context) error                                                          // after the last wish to stop, while requests still end
	Find       func(ctx context.Context, p *session.Principal, q string, most int) ([]Found, error) // what the search over everything shows of it, by kind
	Uploads    map[string]int64                                                                     // POST routes that take files, and the bytes of the largest body
}

// Found is one find of a search, of what the person may see. Finds of a kind come together, at most so many as were asked for;
// an errs.Unavailable beside them tells people why there are not more.
type Found struct {
	Kind, Title, Href string
	Text              string // where the words stand; "" for the title alone
}

// LongestSearch is how many characters a search may have, everywhere where rows are looked for by their text.
const LongestSearch = 200

// Findable reports whether a text can be searched for: the database takes no other.
func Findable(text string) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= LongestSearch && !strings.ContainsRune(text, 0)
}

// Around cuts a stretch of about so many bytes out of a text, around the first of the marks.
func Around(text string, marks [][2]int, size int) string {
	from := 0
	if len(marks) > 0 {
		from = max(0, marks[0][0]-size/3)
	}
	to := min(len(text), from+size)
	s := strings.ToValidUTF8(text[from:to], "")
	if from > 0 {
		s = "… " + s
	}
	if to < len(text) {
		s += " …"
	}
	return strings.Join(strings.Fields(s), " ")
}

// ErrDegraded is wrapped by a Health error that slows something down and stops nothing: the instance stays ready.
var ErrDegraded = errors.New("degraded")

// Named is a part of the platform that mounts routes or runs jobs as plugins do.
func Named(id string) Plugin { return Plugin{Manifest: manifest.Manifest{ID: id}} }

// Routes are the groups that a plugin mounts its routes in. A route that reads a tenant's rows has
// to stand in Tenant or behind it: there the session is checked before the handler runs.
type Routes struct {
	Public *echo.Group // nobody need be logged in
	Tenant *echo.Group // a member of a tenant is logged in
	Admin  *echo.Group // an owner or admin of a tenant is logged in
	API    *echo.Group // below /api/v1: a program acts for a member by a token
}

// Middleware wraps the requests of all plugins' routes. The lowest Order is outermost; two of the same Order are an error,
// so that the order is always one that somebody chose.
type Middleware struct {
	Name  string
	Order int
	Wrap  echo.MiddlewareFunc
}

// Administration is the Order from which groups of the rail are what people seldom look for: the rail folds them when they are long.
const Administration = 25

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
