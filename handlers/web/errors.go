package web

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/pg"
	views "stoa/views/errors"
)

// statuses is the one table from kinds of failure to HTTP.
var statuses = map[errs.Kind]int{
	errs.Internal:        http.StatusInternalServerError,
	errs.Invalid:         http.StatusUnprocessableEntity,
	errs.BadRequest:      http.StatusBadRequest,
	errs.Unauthenticated: http.StatusUnauthorized,
	errs.Forbidden:       http.StatusForbidden,
	errs.NotFound:        http.StatusNotFound,
	errs.Conflict:        http.StatusConflict,
	errs.Stale:           http.StatusPreconditionFailed,
	errs.Blind:           http.StatusPreconditionRequired,
	errs.Unsupported:     http.StatusUnsupportedMediaType,
	errs.TooLarge:        http.StatusRequestEntityTooLarge,
	errs.TooMany:         http.StatusTooManyRequests,
	errs.Unavailable:     http.StatusServiceUnavailable,
	errs.Canceled:        499, // the client closed the request
}

// Status is the HTTP status of an error.
func Status(err error) int { return statuses[errs.KindOf(err)] }

// classify gives errors of others a kind: echo's own, and a database that is away.
func classify(err error) error {
	if errs.KindOf(err) == errs.Internal && pg.Away(err) {
		return errs.Wrap(errs.Unavailable, err, "Stoa cannot reach its database. Try again in a moment.")
	}
	var he *echo.HTTPError
	if !errors.As(err, &he) {
		return err
	}
	switch he.Code {
	case http.StatusNotFound, http.StatusMethodNotAllowed:
		return errs.New(errs.NotFound, "There is no such page.")
	case http.StatusRequestEntityTooLarge:
		return errs.New(errs.TooLarge, "This is more than the server takes at once.")
	case http.StatusBadRequest, http.StatusUnsupportedMediaType:
		return errs.Wrap(errs.BadRequest, err, "The request could not be read.")
	}
	return err
}

// logFailure logs what is not the client's fault, and returns its status.
func (s *Site) logFailure(err error, route string, request any) (status int) {
	switch status = Status(err); {
	case status == http.StatusServiceUnavailable:
		s.Log.Warn("not served", "route", route, "request", request, "error", err)
	case status >= 500:
		s.Log.Error("request failed", "route", route, "request", request, "error", err)
	}
	return status
}

// fail is the one place where an error becomes a response.
func (s *Site) fail(err error, c echo.Context) {
	err = classify(err)
	status := s.logFailure(err, c.Path(), c.Get(requestIDKey))
	if c.Response().Committed {
		return
	}
	if isAPI(c) && status != 499 {
		if err := s.Problem(c, err); err != nil {
			s.Log.Error("a problem was not told", "request", c.Get(requestIDKey), "error", err)
		}
		return
	}
	if status == http.StatusUnauthorized && !Partial(c) {
		if err := c.Redirect(http.StatusSeeOther, s.loginPath(c)); err != nil {
			s.Log.Debug("redirect", "error", err)
		}
		return
	}
	if asked(c) == http.MethodHead || status == 499 {
		_ = c.NoContent(status) // nobody reads it
		return
	}
	if err := s.errorPage(c, status, err); err != nil {
		s.Log.Error("error page failed", "request", c.Get(requestIDKey), "error", err)
		_ = c.String(status, http.StatusText(status))
	}
}

func (s *Site) errorPage(c echo.Context, status int, err error) error {
	message := errs.MessageOf(err)
	if Partial(c) {
		return c.String(status, message)
	}
	page := s.PlainPage(c, http.StatusText(status))
	props := views.Props{Page: page, Status: status, RequestID: page.RequestID}
	if status != http.StatusNotFound { // unknown and foreign look the same
		props.Detail = detail(err)
	}
	return Render(c, status, views.Page(props))
}

func detail(err error) string {
	if errs.KindOf(err) == errs.Internal {
		return ""
	}
	return errs.MessageOf(err)
}

// loginPath leads to the login and back to where the person wanted to go.
func (s *Site) loginPath(c echo.Context) string {
	next := c.Request().URL.RequestURI()
	if c.Request().Method != http.MethodGet {
		next = s.Home()
		if back, err := url.Parse(c.Request().Referer()); err == nil && back.Path != "" {
			next = LocalPath(back.RequestURI(), next)
		}
	}
	return "/login?next=" + url.QueryEscape(next)
}
