package web

import (
	"context"
	"encoding/json"

	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/procedure"
	"stoa/internal/session"
)

// Follow answers a program with events until it goes. What is wrong before Open is told as a problem.
type Follow[In, Out any] func(*Events[Out], In) error

// Events is the answer of a procedure that streams: a server-sent event of JSON for each Out.
type Events[Out any] struct {
	*Stream // nil until Open
	Who     *session.Principal
	c       echo.Context
	site    *Site
	allowed func(*session.Principal) bool
	release func()
}

// MountEvents puts a procedure that streams into the API. Pages have a stream of their own, of HTML.
func MountEvents[In, Out any](s *Site, r plugin.Routes, p procedure.Procedure[In, Out], follow Follow[In, Out]) {
	resource, operation := p.Scoped()
	operate(s, r, p, p.Input(), func(c echo.Context, in In) error {
		e := &Events[Out]{Who: Who(c), c: c, site: s, allowed: func(w *session.Principal) bool { return w.May(resource, operation) }}
		defer e.close()
		err := follow(e, in)
		if e.Stream != nil && e.Context().Err() != nil {
			return nil // the program went, or another process takes over
		}
		return err
	})
}

// Request ends when the program goes. Open's own context ends with the process too.
func (e *Events[Out]) Request() context.Context { return e.c.Request().Context() }

// Open begins the stream. It counts among those of the person, as the ones of pages do.
func (e *Events[Out]) Open() (err error) {
	if e.release, err = e.site.AdmitStream(e.Who); err != nil {
		return err
	}
	e.Stream, err = e.site.OpenStream(e.c)
	return err
}

func (e *Events[Out]) close() {
	if e.Stream != nil {
		e.Stream.Close()
	}
	if e.release != nil {
		e.release()
	}
}

// Emit writes one event.
func (e *Events[Out]) Emit(out Out) error {
	text, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return e.SendHTML(text)
}

// Check looks whether the token still works and still may this; the stream ends by its error.
func (e *Events[Out]) Check() error {
	token, _ := bearerToken(e.c.Request().Header)
	who, err := e.site.Bearer(e.Context(), token)
	if err != nil {
		return err
	}
	if who == nil || who.Tenant != e.Who.Tenant || !e.allowed(who) {
		return errs.New(errs.Unauthenticated, "The token does not work any more.")
	}
	e.Who = who
	return nil
}
